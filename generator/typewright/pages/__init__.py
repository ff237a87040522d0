"""What a planned file is, and the markdown that the pages of all targets share."""
