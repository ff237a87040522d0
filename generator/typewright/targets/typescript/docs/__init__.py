"""The markdown pages of the TypeScript target."""
