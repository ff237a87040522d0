"""Benchmarks: the same work by us and by our peers, in turn, in one run."""
