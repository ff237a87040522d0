"""The importable package of models."""
