"""Typewright: typed models, markdown docs and proven examples from an OpenAPI description."""

__version__ = "0.1.0"
