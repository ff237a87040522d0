"""Calls of the Python client: signatures, arguments, construction."""
