# Typewright's runtime, copied as it is; its digest is 8fcac5fbb2598678.
"""The client's runtime: requests, answers, retries, credentials, streams. It is the same in every package.

What describes operations is never compared or printed, as `eq=False` and `repr=False` say: to make the methods for
that took half of the time in which a module of operations is imported.
"""
