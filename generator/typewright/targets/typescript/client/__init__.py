"""Calls of the TypeScript client."""
