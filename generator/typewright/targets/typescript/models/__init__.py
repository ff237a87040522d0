"""Type declarations, and the package around them."""
