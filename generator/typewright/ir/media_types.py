"""Media types (RFC 9110, 8.3.1)."""

from __future__ import annotations

from typing import Final

_JSON_LINES: Final = frozenset(
    {
        "application/jsonl",
        "application/json-lines",
        "application/jsonlines",
        "application/ndjson",
        "application/x-jsonl",
        "application/x-jsonlines",
        "application/x-json-lines",
        "application/x-ndjson",
        "application/stream+json",
        "application/x-json-stream",
    }
)
"""Media types for JSON lines. All are in use, none is registered."""


def essence(media_type: str) -> str:
    """Return a media type without its parameters, in lower case (RFC 9110, 8.3.1)."""
    return media_type.split(";", 1)[0].strip().lower()


def is_range(media_type: str) -> bool:
    """Return whether a media type is a range of several (RFC 9110, 12.5.1), which no content can have."""
    return "*" in essence(media_type)


_OF_KIND: Final = {
    "audio": "audio/mpeg",
    "font": "font/woff2",
    "image": "image/png",
    "text": "text/plain",
    "video": "video/mp4",
}
"""A usual media type of each kind."""
OCTETS: Final = "application/octet-stream"


def concrete_type(media_type: str) -> str:
    """Return the media type of content that is described by a range, and of which nothing else is known."""
    if not is_range(media_type):
        return media_type
    name = essence(media_type)
    return "application/json" if name.endswith("+json") else _OF_KIND.get(name.split("/", 1)[0], OCTETS)


def with_concrete_type(media_types: str) -> str:
    """Return media types, separated by commas, followed by a concrete one if all of them are ranges."""
    first = media_types.split(",", 1)[0]
    fallback = concrete_type(first)
    is_needed = all(map(is_range, media_types.split(","))) and fallback != OCTETS
    return f"{media_types}, {fallback}" if is_needed else media_types


_JSON_SEQUENCE: Final = "application/json-seq"


def is_json_sequence(media_type: str) -> bool:
    """Return whether a media type has JSON values, each after a record separator (RFC 7464)."""
    return essence(media_type) == _JSON_SEQUENCE


def is_json_lines(media_type: str) -> bool:
    """Return whether a media type has one JSON value per line."""
    return essence(media_type) in _JSON_LINES


_YAML: Final = frozenset({"application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"})


def is_yaml(media_type: str) -> bool:
    """Return whether a media type is YAML, under one of its names, or has the suffix `+yaml` (RFC 9512)."""
    name = essence(media_type)
    return name in _YAML or name.endswith("+yaml")
