"""Names of the last run, and how moved and renamed types are recognised."""
