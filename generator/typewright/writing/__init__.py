"""Writing: tree → disk, with comparison, staleness, and the lock."""
