"""A server made from a description: it validates requests, responds with examples, and records refused requests."""
