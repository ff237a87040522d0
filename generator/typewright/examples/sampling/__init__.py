"""Deterministic random values for fields without authored examples."""
