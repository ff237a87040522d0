"""Utilities for all packages: errors and their codes, JSON values and pointers, digests, progress, processes."""
