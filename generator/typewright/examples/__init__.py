"""Example values: authored ones where the description has them, else a deterministic draw."""
