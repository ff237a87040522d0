"""What the user may write below `targets: go:`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from typewright.config.options import TargetConfig, Word

Part = Literal["models"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOptions(TargetConfig):
    """The options that all targets have, and those of Go."""

    parts: Annotated[tuple[Part, ...], "What is generated."] = ("models",)
    go_package: Annotated[Word, "Name in the package clause."] = "models"
    omit_empty: Annotated[bool, "Optional properties are left out of JSON where they have their zero value."] = True
