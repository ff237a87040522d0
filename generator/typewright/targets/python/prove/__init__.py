"""The Python half of `typewright prove`."""
