"""Streams of JSON lines."""

from .._runtime.client.stream import Stream, StreamAsync

__all__ = ["Stream", "StreamAsync"]
