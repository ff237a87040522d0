"""The classes of a client and of each of its groups: one with all methods, or one for each kind of methods."""

from __future__ import annotations

from msgspec import Struct

from typewright.targets.python.options import PythonOptions


class ClassForm(Struct, frozen=True, kw_only=True):
    """A form of a class of methods: how its name and those of its methods differ from the group's and the methods'."""

    prefix: str = ""
    """The prefix of the name of the class."""
    suffix: str = ""
    """The suffix of the names of asynchronous methods."""
    modes: tuple[bool, ...]
    """The forms of a method in the class; true for asynchronous ones."""
    base: tuple[str, str]
    """The module of the runtime, and the class in it, that the class of the client extends."""
    transports: tuple[str, ...]
    """The arguments of the client's class for HTTP clients of the user."""

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
