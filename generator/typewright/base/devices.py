"""The names of devices, which Windows keeps from files and folders."""

from typing import Final

DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(1, 10))}
)
"""What no file or folder can be called, whatever its suffix, in lower case."""
