"""Deterministic samples of values that no author wrote."""
