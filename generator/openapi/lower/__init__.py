"""Document → intermediate representation, a file a concern."""
