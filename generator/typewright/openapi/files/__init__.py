"""Bytes to values and positions: YAML and JSON, references between files, URLs, limits."""
