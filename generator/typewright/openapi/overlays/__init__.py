"""OpenAPI overlays: reading them, applying them, and the origins of changed values."""
