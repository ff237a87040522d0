"""Code of guides: the calls of pages with additional statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from typewright.client import ClientMethod, Group
from typewright.pages.guides import fenced
from typewright.targets.python.client.calls import CallCode, Calls
from typewright.targets.python.code_layout import layout

_INDENT = "    "
_LOOKED_AT = 20
"""The number of methods among which the simplest one is chosen, so that a guide costs the same for every description.
"""


class GuideCode(Struct, frozen=True):
    """Writes scripts around calls; each is a fenced block."""

    calls: Calls

    def simplest(self, candidates: Iterable[tuple[Group, ClientMethod]]) -> tuple[Group, ClientMethod]:
        """Return the method whose call is the shortest among the first `_LOOKED_AT` of `candidates`, not deprecated."""
        found = [shown for shown in candidates if shown[1].deprecation is None] or list(candidates)
        return min(found[:_LOOKED_AT], key=self._length)

    def _length(self, shown: tuple[Group, ClientMethod]) -> tuple[bool, int]:
        """Return the length of a call; files make it a long one."""
        call = "\n".join(self.calls.code(shown[1], stream=False).call)
        return "open(" in call, len(call)

    def client(self, method: ClientMethod, *further: str, imports: Sequence[str] = ()) -> str:
        """Return code that creates the client with the arguments that `method` requires and `further` ones."""
        code = self.calls.code(method)
        head = [line for line in code.imports if line.startswith(("from ", "import os"))]
        lines = self._made(f"{self.calls.variable} = ", self._options(code, further), "")
        return fenced("python", "\n".join([*_sorted_imports([*head, *imports]), "", *lines]))

    def script(
        self,
        shown: tuple[Group, ClientMethod],
        *,
        imports: Sequence[str] = (),
        client: Sequence[str] = (),
        call: Sequence[str] = (),
        via: str = "",
        handled: Sequence[str] | None = None,
        stream: bool | None = False,
    ) -> str:
        """Return a script that makes a call.

        `client` and `call` are further arguments, `imports` further imports, and `handled` is the code that uses the
        result, None for that of pages. `stream` is chosen if a call can choose; None for its example.
        """
        code = self.calls.code(shown[1], further=call, via=via, stream=stream)
        after = code.handled if handled is None else handled
        return self._script(code, imports, client, [*_laid_out(code, 1), *([""] if after else []), *after])

    def usage(self, method: ClientMethod) -> str:
        """Return the call of a method on its page, without a fence."""
        code = self.calls.code(method)
        return self._lines(code, (), (), [*_laid_out(code, 1), *([""] if code.handled else []), *code.handled])

    def guarded(self, shown: tuple[Group, ClientMethod], imports: Sequence[str], caught: Sequence[str]) -> str:
        """Return a script with a call in a `try` statement, followed by the lines `caught`."""
        code = self.calls.code(shown[1], stream=False)
        call = _indented(_laid_out(code, 2))
        return self._script(code, imports, (), ["try:", *call, *caught])

    def asynchronous(self, shown: tuple[Group, ClientMethod]) -> str:
        """Return a script that makes a call in a coroutine."""
        code = self.calls.code(shown[1], is_async=True, stream=False)
        body = [*_laid_out(code, 2), *([""] if code.handled else []), *code.handled]
        opened = self._made("async with ", code.options, f" as {self.calls.variable}:", is_async=True)
        inner = [*opened, *_indented(body)]
        lines = ["async def main() -> None:", *_indented(inner), "", "", "asyncio.run(main())"]
        return fenced("python", "\n".join([*_sorted_imports([*code.imports, "import asyncio"]), "", "", *lines]))

    def _script(self, code: CallCode, imports: Sequence[str], client: Sequence[str], body: Iterable[str]) -> str:
        return fenced("python", self._lines(code, imports, client, body))

    def _lines(self, code: CallCode, imports: Sequence[str], client: Sequence[str], body: Iterable[str]) -> str:
        opened = self._made("with ", self._options(code, client), f" as {self.calls.variable}:")
        head = _sorted_imports([*code.imports, *imports])
        return "\n".join([*head, "", *opened, *_indented(body)])

    def _options(self, code: CallCode, further: Sequence[str]) -> list[str]:
        """Return the arguments of the client; a further one replaces one of the same name."""
        names = {line.partition("=")[0] for line in further}
        kept = [line for line in code.options if line.partition("=")[0] not in names]
        return [*kept, *(line for text in further for line in f"{text},".split("\n"))]

    def _made(self, before: str, options: Sequence[str], after: str, *, is_async: bool = False) -> list[str]:
        name = self.calls.class_name(is_async=is_async)
        if not options:
            return [f"{before}{name}(){after}"]
        return [f"{before}{name}(", *_indented(options), f"){after}"]


def _laid_out(code: CallCode, depth: int) -> list[str]:
    """Return the lines of a call in a block `depth` levels deep; a short one stays as it is."""
    return layout("\n".join(code.call), depth)


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"{_INDENT}{line}" if line else "" for line in lines]


def _sorted_imports(lines: Iterable[str]) -> list[str]:
    """Return import statements without duplicates: those of modules, then one with all names of each module."""
    named: dict[str, list[str]] = {}
    modules = []
    for line in dict.fromkeys(lines):
        if line.startswith("from "):
            module, _, names = line.removeprefix("from ").partition(" import ")
            named[module] = list(dict.fromkeys([*named.get(module, []), *names.split(", ")]))
        else:
            modules.append(line)
    return [*sorted(modules), *(f"from {module} import {', '.join(names)}" for module, names in named.items())]
