"""The classes that a client and each of its groups have: one with all methods, or one for each kind of them."""

from __future__ import annotations

from dataclasses import dataclass

from typewright.targets.python.options import PythonOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassForm:
    """A class of methods, by what its name and theirs differ in from the group's and the method's own."""

    prefix: str = ""
    """What the name of the class begins with."""
    suffix: str = ""
    """What the names of asynchronous methods end in."""
    modes: tuple[bool, ...]
    """Which forms of a method it has; true for asynchronous ones."""
    base: tuple[str, str]
    """The module of the runtime, and the class in it, that the client's class derives from."""
    transports: tuple[str, ...]
    """The arguments of the client's class for HTTP clients of the user's own."""

    @property
    def is_async_only(self) -> bool:
        """Whether all methods of the class are asynchronous."""
        return self.modes == (True,)


BOTH = ClassForm(
    suffix="_async",
    modes=(False, True),
    base=("base_client", "BaseClient"),
    transports=("client", "async_client"),
)
SYNC = ClassForm(modes=(False,), base=("base_client", "SyncClient"), transports=("client",))
ASYNC = ClassForm(prefix="Async", modes=(True,), base=("async_client", "AsyncClient"), transports=("async_client",))


def class_forms(options: PythonOptions) -> tuple[ClassForm, ...]:
    """Return the forms of all classes of a client, the synchronous one first."""
    return (SYNC, ASYNC) if options.async_mode == "split" else (BOTH,)
