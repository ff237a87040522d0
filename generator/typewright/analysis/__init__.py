"""Properties of types that targets need: JSON types, and the tags of unions."""
