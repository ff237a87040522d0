"""A hostile description writes no code: every payload in every place, and what each output is held against."""
