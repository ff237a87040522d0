"""The TypeScript half of `typewright prove`."""
