"""A FastAPI application, and programs that call it with its generated client."""
