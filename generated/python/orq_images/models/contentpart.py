"""Types of the module `contentpart`."""

from typing import Any, TypeAlias

from .imagepart import ImagePart
from .textpart import TextPart

ContentPart: TypeAlias = TextPart | ImagePart
"""A part of a message.

Source: `#/components/schemas/ContentPart`
"""
