"""Correction of example values that are invalid against their schemas."""
