"""Planned files, and the markdown that the pages of all targets share."""
