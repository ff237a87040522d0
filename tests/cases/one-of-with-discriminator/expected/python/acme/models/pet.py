"""Types of the module `pet`."""

from typing import Any, TypeAlias

from .cat import Cat
from .dog import Dog

Pet: TypeAlias = Cat | Dog
"""Source: `#/components/schemas/Pet`"""
