"""Code of guides: the calls of pages with additional statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.pages.guides import fenced
from typewright.targets.typescript.client.calls import CallCode, Calls

PRINTED = ("const result = await {call};", "", "console.log(result);")
"""The statement that uses the result of a call if it is a value."""
PAGED = ("const result = await {call};", "", "for await (const page of result) {", "  console.log(page.result);", "}")
"""What is done with a call whose results come by pages."""
_LOOKED_AT = 20
"""The number of methods among which the simplest one is chosen, so that a guide costs the same for every description.
"""


class GuideCode(Struct, frozen=True):
    """Writes scripts around calls; each is a fenced block."""

    calls: Calls

    def simplest(self, candidates: Sequence[ClientMethod]) -> ClientMethod:
        """Return the method with the shortest call among the first of `candidates`; files make a call a long one."""
        found = [method for method in candidates if method.deprecation is None] or list(candidates)
        return min(found[:_LOOKED_AT], key=self._length)

    def _length(self, method: ClientMethod) -> tuple[bool, int]:
        call = self.calls.code(method).call
        return "openAsBlob" in call or self.calls.is_streaming(method), len(call)

    def client(self, method: ClientMethod, *options: str, beside: str = "") -> str:
        """Return code that creates the client with the options that `method` requires and further `options`.

        `beside` is imported from the package together with the client.
        """
        code = self.calls.code(method)
        name = self.calls.client.class_name
        names = ", ".join(sorted({name, beside} - {""}))
        head = [line.replace(f"{{ {name} }}", f"{{ {names} }}") for line in code.imports if "node:fs" not in line]
        return fenced("typescript", "\n".join([*head, "", *self._made(code, options)]))

    def script(self, method: ClientMethod, body: Sequence[str] | None = None, *, imports: Sequence[str] = ()) -> str:
        """Return a script that makes a call; `{call}` in `body` is the call; without a body its result is printed."""
        code = self.calls.code(method)
        usual: tuple[str, ...] = PAGED if method.operation.id in self.calls.paged else PRINTED
        if method.result.type is None:
            usual = ("await {call};",)
        lines = [_with_call(line, code.call) for line in (usual if body is None else body)]
        made = self._made(code, ())
        run = ["async function run() {", *_indented("\n".join(lines).split("\n")), "}", "", "run();"]
        return fenced("typescript", "\n".join([*code.imports, *imports, "", *made, "", *run]))

    def _made(self, code: CallCode, options: Sequence[str]) -> list[str]:
        names = {line.partition(":")[0] for line in options}
        kept = [line for line in code.options if line.partition(":")[0] not in names]
        lines = [*kept, *(line for text in options for line in f"{text},".split("\n"))]
        made = f"const {self.calls.variable} = new {self.calls.client.class_name}("
        return [f"{made}{{", *_indented(lines), "});"] if lines else [f"{made});"]


def _with_call(line: str, call: str) -> str:
    """Return a line with a call, whose other lines are indented by two columns and the indentation of this one."""
    indent = line[: len(line) - len(line.lstrip())]
    return line.replace("{call}", call.replace("\n  ", f"\n{indent}"))


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" if line else "" for line in lines]
