# Typewright's runtime, copied as it is; its digest is e3fa639d0773c54e.
"""The client's runtime: requests, answers, retries, credentials, streams. It is the same in every package."""
