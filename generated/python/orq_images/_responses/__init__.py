"""Raw and streaming answers."""
