"""Views to text: the template environment, formatters, markdown dialects, navigation."""
