"""Example values: authored ones where the description has them, else deterministic random samples."""
