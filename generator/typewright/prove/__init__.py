"""Every example of a generated tree held against its schema, its types and its own execution."""
