"""Pages → text → formatted text → tree → disk: rendering, formatting, comparing, writing, and the lock."""
