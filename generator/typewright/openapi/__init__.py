"""The only wing that knows OpenAPI: bytes → document → intermediate representation."""
