"""The options in which the Python target differs from the others."""

from __future__ import annotations

from typing import Final

from typewright.config.options import Paths, TargetConfig

DEFAULTS: Final = TargetConfig(paths=Paths(operations="", shared="", errors="", webhooks="", callbacks=""))
"""Model groups have no folders of their own."""
