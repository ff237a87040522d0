"""The words and the attribute path that a client uses for an operation."""

from __future__ import annotations

from typewright.ir import Api, Operation
from typewright.naming.operations import group_of
from typewright.naming.words import member_identifier

GroupPath = tuple[str, ...]
"""Attribute names in camel case, outermost first; empty for the client itself."""


def group_path(operation: Operation) -> GroupPath:
    """Return the attribute path of an operation's group: its segments as identifiers in camel case."""
    written = group_of(operation)
    return tuple(name for segment in written.split(".") if (name := member_identifier(segment)))


def method_words(operation: Operation) -> str:
    """Return the words that a method is named after: those of the description, the operation id, or method and path."""
    return operation.preferred_name or operation.name or f"{operation.method} {operation.path}"


def replacement_of(operation: Operation, api: Api) -> Operation | None:
    """Return the replacement of a deprecated operation, if the description names it."""
    if operation.replacement is None:
        return None
    return next((other for other in api.operations if other.operation_id == operation.replacement), None)


def summary_of(operation: Operation) -> str:
    """Return the summary of an operation for a list of methods, on one line."""
    return operation.summary or operation.description or ""
