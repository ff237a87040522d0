"""The client's runtime: requests, answers, retries, credentials, streams. It is the same in every package."""
