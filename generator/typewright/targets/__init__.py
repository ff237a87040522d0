"""One package a target language, found by folder; what they have in common is defined here.

A target turns the intermediate representation and its names into *pages*: a path, a template and a view of finished
strings. It reads no file and writes none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typewright.config.options import Config, TargetConfig
    from typewright.ir import Api
    from typewright.naming import Ledger
    from typewright.pages.page import Planned


Plan: TypeAlias = Callable[["Api", "Config", "TargetConfig", "Ledger"], Iterable["Planned"]]
"""What every target package offers as `plan`; the ledger has the names that stay, and gets those that are given."""
