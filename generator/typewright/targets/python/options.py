"""The options below `targets: python:`."""

from __future__ import annotations

import keyword
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from typewright.config.options import Contradiction, DocsConfig, Paths, TargetConfig, Word

Part = Literal["models", "client", "docs", "examples"]
HTTPLibrary = Literal["httpx2", "httpx"]
ModelFlavour = Literal["pydantic", "dataclass", "typeddict", "msgspec"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PythonDocs(DocsConfig):
    """The layout of Python pages."""

    usage: Annotated[
        Literal["runnable", "enums", "reference"],
        "Pages of types show code that runs; or, as the reference does, code for enumerations only, or no code.",
    ] = "runnable"


_NO_FOLDERS = Paths(operations="", shared="", errors="", webhooks="", callbacks="")


@dataclass(frozen=True, slots=True, kw_only=True)
class PythonOptions(TargetConfig):
    """The options of the Python target. Its model groups have no folders of their own."""

    parts: Annotated[tuple[Part, ...], "What is generated: types, client, pages of both, example scripts."] = (
        "models",
        "client",
        "docs",
        "examples",
    )
    paths: Annotated[Paths, "Folders of the model groups."] = _NO_FOLDERS
    models: Annotated[ModelFlavour, "Library or form of the models."] = "pydantic"
    validation: Annotated[
        Literal["strict", "lenient"] | None,
        "Whether models refuse unlisted values, variants and properties. If left out, those of requests do, and those "
        "of responses do not.",
    ] = None
    http_client: Annotated[HTTPLibrary, "HTTP library of the client."] = "httpx2"
    flatten_requests: Annotated[bool, "Methods take the fields of a request as separate arguments."] = True
    flattening_order: Annotated[
        Literal["parameters-first", "body-first"], "Order of a method's arguments: parameters or body fields first."
    ] = "parameters-first"
    response_required: Annotated[bool, "A method with a documented response never returns None."] = False
    redefined_builtins: Annotated[tuple[Word, ...], "Builtins whose names an argument of a method may have."] = (
        "id",
        "object",
    )
    multipart_arrays: Annotated[
        Literal["repeated", "brackets"],
        "Names of the parts of an array in a multipart body: the array's name, or that with '[]' at its end.",
    ] = "repeated"
    base_error_name: Annotated[
        Word | None, "Base class of all errors of the client; derived from the name of the client class if left out."
    ] = None
    max_method_params: Annotated[int, "Methods with at most so many parameters take them as separate arguments."] = 0
    async_mode: Annotated[
        Literal["both", "split"],
        "Asynchronous methods are in the same classes with the suffix '_async', or in classes of their own with the "
        "prefix 'Async'.",
    ] = "both"
    flat_events: Annotated[bool, "Streams of server-sent events yield the data of each event, not the event."] = False
    docs: Annotated[PythonDocs, "How markdown pages look."] = PythonDocs()

    @property
    def has_separate_arguments(self) -> bool:
        """Whether methods take parameters and the properties of their body as separate arguments."""
        return self.flatten_requests

    @property
    def has_client(self) -> bool:
        """Whether a client is generated: it needs pydantic models, and is left out without them."""
        return "client" in self.parts and self.models == "pydantic"

    def contradictions(self, written: Collection[str]) -> Iterator[Contradiction]:
        """Yield the faults of a client besides models that it cannot read and write, and of classes called `class`."""
        for option in ("default_error_name", "base_error_name"):
            name = getattr(self, option)
            if name is not None and keyword.iskeyword(name):
                message = f"'{name}' is a keyword of Python, which no class can be called"
                yield Contradiction(pointer=option, message=message, advice=f"write '{name.capitalize()}Error'")
        if "parts" in written and "client" in self.parts and not self.has_client:
            yield Contradiction(
                pointer=f"parts/{self.parts.index('client')}",
                message=f"the client reads and writes pydantic's models, not those of 'models: {self.models}'",
                advice="take 'client' off 'parts', or write 'models: pydantic'",
            )
