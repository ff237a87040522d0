"""JSON Schema 2020-12: translation from OpenAPI, validation, conjunction, containment, and random values."""
