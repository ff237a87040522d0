"""JSON Schema as such: dialects, validation, conjunction, patterns, numbers."""
