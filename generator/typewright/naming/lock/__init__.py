"""Names over time: those of the last run, and how types that moved are found again."""
