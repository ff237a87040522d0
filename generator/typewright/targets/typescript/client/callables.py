"""How the methods of a client, and the functions that do the same without it, are called in TypeScript."""

from __future__ import annotations

import re

from typewright.client.operations import group_path, method_words
from typewright.ir import Operation
from typewright.naming.words import camel, number_in_words
from typewright.targets.typescript.models.placement import RESERVED_WORDS

_LEADING_NUMBER = re.compile(r"^\d+")


def method_path(operation: Operation) -> str:
    """Return what code writes behind the name of the client to call an operation's method: `files.create`.

    Names of properties may be reserved words, but begin with no digit (ECMA-262, 12.7).
    """
    return ".".join(_spelled(name) for name in (*group_path(operation), camel(method_words(operation))))


def function_name(operation: Operation) -> str:
    """Return the name of the function of its own: `filesCreate`; an underscore is behind a reserved word."""
    path, name = group_path(operation), camel(method_words(operation))
    called = _spelled(camel(" ".join((*path, name))) if path else name)
    return f"{called}_" if called in RESERVED_WORDS else called


def _spelled(name: str) -> str:
    """Return a name with a number at its beginning written in words."""
    return _LEADING_NUMBER.sub(lambda digits: camel(number_in_words(int(digits[0]))), name)
