"""Calls of methods and requests as text, in one of several notations."""
