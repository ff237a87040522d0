"""OpenAPI overlays: reading them, applying them, and where changed values come from."""
