"""What a client does, in no language: groups of methods, and how each argument is written to a request."""
