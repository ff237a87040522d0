"""The OpenAPI layer, the only package that knows OpenAPI: bytes → document → intermediate representation."""
