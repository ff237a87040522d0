"""The TypeScript target; see `target` for what the package offers."""
