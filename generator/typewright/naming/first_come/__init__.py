"""The naming scheme in which the first type in document order keeps a contested short name."""
