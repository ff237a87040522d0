"""A server made from a description: it checks every request, answers with examples, and records what it refused."""
