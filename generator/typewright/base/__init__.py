"""What every package uses: errors and their codes, JSON values and pointers, digests, progress, limits, processes."""
