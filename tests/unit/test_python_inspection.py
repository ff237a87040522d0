"""What a generator of others may print, and what is found in it that it must not do."""

import pytest
from typewright.targets.python.models.backends.inspection import surprises

FINE = '''"""The types."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct, UNSET, UnsetType


@dataclass(kw_only=True)
class Pet:
    """A pet."""

    name: Annotated[str, Meta(max_length=3)]
    ages: list[int] = field(default_factory=lambda: [1, -2])
    friend: Pet | None = None


class Owner(Struct, kw_only=True):
    pet: Pet | UnsetType = UNSET


Kind: TypeAlias = Literal["a", "b"]
'''


def test_declarations_are_no_surprise() -> None:
    assert list(surprises(FINE)) == []


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "from os import path",
        "from . import other",
        "print(1)",
        "x = unknown",
        "__import__('os')",
        "x: int = eval('1')",
        "x: int = (lambda: Pet.name)()",
        "x: int = field(default_factory=lambda: open)",
        "x: int = field(default_factory=lambda y: 1)",
        "x = Pet.__init__",
        "1 + 1",
        "def f(): pass",
        "for x in []: pass",
        "if True: pass",
        "x = f'{Pet}'",
        "x = [Pet for Pet in []]",
        "del Pet",
        "assert False",
    ],
)
def test_whatever_else_is_one(line: str) -> None:
    assert list(surprises(f"{FINE}\n{line}\n"))
