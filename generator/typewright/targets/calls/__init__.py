"""Calls of methods and requests as text, in several notations."""
