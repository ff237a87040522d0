"""Verification of the examples in a generated tree: against schemas, by type checkers, and by execution."""
