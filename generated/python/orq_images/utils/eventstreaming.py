"""Streams of server-sent events."""

from .._runtime.client.event_stream import EventStream, EventStreamAsync

__all__ = ["EventStream", "EventStreamAsync"]
