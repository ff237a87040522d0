"""The target contract: what a language must implement to be generated, and what it is given."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, TypeVar, cast

from msgspec import structs

from typewright.base.recording import RecordedValues, Recorder
from typewright.config.options import TargetConfig
from typewright.ir import Api, Model, Operation
from typewright.naming.names import Language, Names, Symbol
from typewright.pages.page import Planned
from typewright.surface import Surface

if TYPE_CHECKING:
    from typewright.client import Client
    from typewright.config.from_gen import GenSection, ImportedOptions
    from typewright.examples.build import Examples, Shown
    from typewright.examples.operation_value import OperationValue
    from typewright.prove.proving import Harness, LanguageProver

CONTRACT_VERSION: Final = 1
"""Raised when a change to this module breaks targets that were written before it."""

OptionsT = TypeVar("OptionsT", bound=TargetConfig)
Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Project(Generic[OptionsT]):
    """An API as a target sees it, before any file is planned; the pipeline creates one for each target."""

    surface: Surface
    """The methods of the API, and all types with those that methods need."""
    names: Names
    """The public names of all types in this language; its `ledger` keeps the target's other names from run to run."""
    language: Language
    """The naming conventions of the language."""
    options: OptionsT
    """The target's options, with the `naming`, `examples` and `docs` of the whole configuration as defaults."""
    recursive_aliases: Set[str]
    """The ids of aliases that refer to themselves, so that they cannot be expanded."""
    added: Mapping[str, str] = field(default_factory=dict)
    """The versions of the package in which schemas and operations were added, by id; those of the first version are
    missing."""
    recorder: Recorder = field(default_factory=Recorder)
    """Records which of the models, the symbols and other tables are read while a file is made."""
    _made: dict[Callable[[Any], object], object] = field(default_factory=dict)
    _values: RecordedValues = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_values", RecordedValues(self.recorder, "values of the project"))

    @property
    def api(self) -> Api:
        """The API; types that differ by direction are split."""
        return self.surface.api

    @property
    def version(self) -> str:
        """The version of the package: the configured one, else the description's, in whatever form that is written."""
        return self.options.version or self.api.version

    @property
    def models(self) -> Mapping[str, Model]:
        """All types by id."""
        return self.surface.models

    @property
    def client(self) -> Client:
        """The client of the API, independent of the language. The classes of its groups are taken from the ledger."""
        client = self.once(_make_client)
        self._values.read("facts of the client", client.facts)
        return client

    @property
    def page_order(self) -> tuple[Symbol, ...]:
        """The types in the order of their pages, aliases left out."""
        return self.once(_page_order)

    def note_methods(self, ids: Iterable[str]) -> None:
        """Note that the file which is made depends on the methods of the operations `ids`."""
        for id_ in ids:
            self.client.methods.get(id_)

    @property
    def has_made_client(self) -> bool:
        """Whether something has asked for the client, so that files may depend on it."""
        return _make_client in self._made

    def once(self, make: Callable[[Project[OptionsT]], Made]) -> Made:
        """Return the result of `make` for this project, which is called only the first time.

        Who asks reads the whole of it, unless it is `Recorded`.
        """
        if make not in self._made:
            with self.recorder.recording():
                self._made[make] = make(self)
        made = self._made[make]
        self._values.read(f"{make.__module__}.{make.__qualname__}", made)
        return cast(Made, made)

    def new_examples(
        self,
        shown: Shown,
        *,
        defaults_are_optional: bool = False,
        has_answers_as_given: bool = False,
        compiled: bool = False,
    ) -> Examples:
        """Return example values of the project's types, none of which is sampled yet.

        `shown` writes a type as the target's pages do. Values for code that is `compiled` and run are valid, whatever
        the style of the pages: authored examples that are invalid against their schemas are replaced. A shared value is
        sampled for its first user, so ask in the order of the pages. With `has_answers_as_given`, bodies of responses
        that are no JSON are shown as clients give them: streams, and XML as text.
        """
        from typewright.examples.build import Examples  # noqa: PLC0415 - models have no examples

        style = replace(self.options.examples, style="valid") if compiled else self.options.examples
        return Examples(
            surface=self.surface,
            names=self.names,
            config=style,
            shown=shown,
            exemplary=self.once(_exemplary_types),
            defaults_are_optional=defaults_are_optional,
            has_answers_as_given=has_answers_as_given,
        )


def _exemplary_types(project: Project[Any]) -> Set[str]:
    from typewright.examples.models_with_examples import models_with_examples  # noqa: PLC0415 - models have no examples

    found = models_with_examples(project.models, project.options.language)
    return project.recorder.set("types with examples", found)


def _page_order(project: Project[Any]) -> tuple[Symbol, ...]:
    from typewright.targets.structural import page_order_of  # noqa: PLC0415 - models have no examples

    return page_order_of(project.surface, project.names, project.options.language)


def _make_client(project: Project[Any]) -> Client:
    from typewright.client import build_client  # noqa: PLC0415 - models have no client

    options, recorder = project.options, project.recorder
    client = build_client(
        project.surface,
        project.names.ledger,
        project.language.members,
        sdk_class=options.sdk_class,
        environment_prefix=options.env_prefix,
    )
    return structs.replace(
        client,
        groups=recorder.sequence("groups", client.groups),
        methods=recorder.mapping("methods of the client", client.methods),
        webhooks=recorder.sequence("webhooks", client.webhooks),
        callbacks=recorder.sequence("callbacks", client.callbacks),
    )


class Target(ABC, Generic[OptionsT]):
    """A language that can be generated. An instance serves all runs; the data of a run is in its `Project`."""

    name: ClassVar[str]
    """The key below `targets:` in the configuration, and the folder below the output folder."""
    label: ClassVar[str]
    """The name of the language on pages."""
    Options: type[OptionsT]
    """The options of the target, a frozen dataclass that extends `TargetConfig`: the fields that users may write below
    the target's name, with their defaults."""
    contract_version: ClassVar[int]
    """The `CONTRACT_VERSION` that the target was written for."""
    tools: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Programs that proving looks for, each with the help of the option that names one: `{"tsc": "The compiler."}`."""
    templates: ClassVar[Path | None] = None
    """The folder of the target's own templates; None if they are among those of this package."""

    @abstractmethod
    def language(self, api: Api, options: OptionsT) -> Language:
        """Return what naming depends on: reserved words, casing, and which packages share a namespace."""

    @abstractmethod
    def files(self, project: Project[OptionsT]) -> Iterable[Planned]:
        """Yield the files of the tree in order.

        All stable names are taken from the ledger while files are planned, none while one is made: commands that only
        need names plan all files and make none.
        """

    def shown(self, project: Project[OptionsT]) -> Shown:
        """Return the function that writes a type as the target's pages do; it is the seed of the values of unions."""
        return lambda type_, package: type_.pointer

    def call(self, project: Project[OptionsT], operation: Operation) -> str | None:
        """Return the code that calls an operation, as on the target's pages; None if they show none."""
        return None

    def value_code(self, project: Project[OptionsT], shown: OperationValue) -> str | None:
        """Return a module that creates a value of an operation; None if the target has no notation for values."""
        return None

    def import_options(self, section: GenSection) -> ImportedOptions:
        """Return the options for the target's section of a vendor's `gen.yaml`, besides those of all languages.

        Settings of the section that are not read are reported as without effect.
        """
        return ImportedOptions()

    def prover(self, project: Project[OptionsT], harness: Harness) -> LanguageProver | None:
        """Return the prover of the examples in the target's files; None without one."""
        return None
