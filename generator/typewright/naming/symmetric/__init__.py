"""The naming scheme in which no type keeps a contested short name."""
