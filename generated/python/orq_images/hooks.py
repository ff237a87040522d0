"""Your own code around the calls of `OrqImageAPI`. This file is written once and is yours from then on."""

from __future__ import annotations

from ._runtime.client.hooks import Hooks


def register_hooks(hooks: Hooks) -> None:
    """Register what runs when a client is made, before each request, after each success and after each error."""
