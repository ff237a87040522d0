"""The configuration of a run as an immutable value, and the translation of other generators' configurations."""
