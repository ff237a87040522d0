"""What the user may write below `targets: typescript:`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from typewright.config.options import TargetConfig

Part = Literal["models", "docs", "examples"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScriptOptions(TargetConfig):
    """The options of the TypeScript target."""

    parts: Annotated[
        tuple[Part, ...], "What is generated: the types, their pages and those of methods, example scripts."
    ] = ("models", "docs", "examples")
