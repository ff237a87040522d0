"""The markdown pages of the Python target."""
