"""A target for Typewright: Go structs of the types of an API."""
