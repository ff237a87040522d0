"""The Python target; see `target` for what the package offers."""
