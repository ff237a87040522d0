"""Swagger 2.0, converted to OpenAPI 3.0 while it is read."""
