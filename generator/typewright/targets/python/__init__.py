"""Python: models, pages and example scripts; see `target` for what the package offers."""
