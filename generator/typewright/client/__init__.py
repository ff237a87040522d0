"""The language-neutral client model: groups of methods, and the serialization of arguments."""
