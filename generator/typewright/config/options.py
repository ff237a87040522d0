"""The options of `typewright.yaml`, as frozen dataclasses.

An option is one annotated field: its type defines the allowed values, and its text is used by `docs/` and the editor's
schema. The keys of the file are the names of the fields. `reading` creates these values from a parsed file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from typewright.base.devices import DEVICES


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a string option: a regular expression for the whole value, and its description for messages."""

    pattern: str
    description: str


Folder = Annotated[
    str, Form(r"([\w-][\w.-]*(/[\w-][\w.-]*)*)?", "a relative folder with forward slashes, without '..'")
]
Word = Annotated[str, Form(r"[A-Za-z_][A-Za-z0-9_]*", "a name of ASCII letters, digits and underscores")]
Package = Annotated[str, Form(r"@?[A-Za-z0-9][\w./-]*", "a package name such as 'my-api', 'my_api' or '@scope/name'")]
Reachable = Annotated[
    str,
    Form(
        r"https?://[^\s#]+|(?!\w+://)[^\0]+", "a path, or an http(s) URL; one that ends in '/' stands for all below it"
    ),
]
Version = Annotated[str, Form(r"[0-9]+\.[0-9]+\.[0-9]+", "a version of three numbers such as '1.4.0', in quotes")]
License = Annotated[str, Form(r"[A-Za-z0-9.+()-]+( [A-Za-z0-9.+()-]+)*", "an SPDX expression such as 'MIT'")]
Author = Annotated[str, Form(r"[^<>\n\"]*[^<>\s\"]( <[^<>@\s]+@[^<>@\s]+>)?", "a name, or 'Name <mail@address>'")]
URL = Annotated[str, Form(r"https?://[^\s\"<>]+", "an http(s) URL")]
Scheme = Literal["first-come", "symmetric"]
ExampleStyle = Literal["valid", "reference"]
OptionalShown = Literal["with-example", "always", "never"]
FormatterName = Literal["ruff", "black", "none"]
Dialect = Literal["github", "mkdocs", "docusaurus", "mintlify"]
InheritedDescriptions = Literal["types", "reference"]
Habit = Literal[
    "aliases-share-a-name",
    "all-of-copies",
    "answers-need-schemas",
    "body-examples-ignored",
    "constants-are-a-union",
    "described-by-use",
    "errors-are-copies",
    "fields-by-alphabet",
    "loops-over-two-media-types",
    "number-enums-ignored",
    "one-method-per-body-type",
    "only-branches-count",
    "open-enums-of-both",
    "parameter-examples-ignored",
    "parameters-by-place",
    "parts-describe-nothing",
    "path-unions-left-out",
    "properties-replace-each-other",
    "raw-answers-are-a-union",
    "ref-siblings-ignored",
    "security-of-most-operations",
    "results-have-content",
    "shared-parameter-types",
    "undeclared-fields-left-out",
    "untyped-booleans-are-texts",
]
"""Habits: deviations of the reference implementation from the description; see `docs/migrating.md`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingConfig:
    """The choice of public names (`naming:`)."""

    scheme: Annotated[Scheme, "Who gets a contested short name: the first in document order, or nobody."] = "first-come"
    shared_errors: Annotated[bool, "Child types of errors live in the shared package."] = False
    deduplicate_errors: Annotated[bool, "Errors of one status with equal schemas are one type."] = False
    input_suffix: Annotated[Word, "Ending of a type's request form where it differs from its response form."] = "Input"
    request_body_field: Annotated[
        Word | None, "Field of a request object that holds the body, in camel case; None leaves it to the scheme."
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamplesConfig:
    """The choice of example values (`examples:`)."""

    style: Annotated[ExampleStyle, "'valid' leaves the reference's draws where a schema refuses them."] = "valid"
    optional: Annotated[OptionalShown, "Which optional properties an example shows."] = "with-example"
    complete_authored: Annotated[bool, "What an authored object lacks and would be shown is generated."] = False
    from_examples: Annotated[bool, "The first of `examples` counts as the `example` where there is none."] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DocsConfig:
    """The form of markdown pages (`docs:`). None means the default of the dialect."""

    dialect: Annotated[Dialect, "The markdown flavour and link style that the pages are for."] = "github"
    form: Annotated[
        Literal["plain", "reference"] | None,
        "What pages show and how: as is easy to read, or as the reference's pages do; the latter for 'github' alone if "
        "it is left out.",
    ] = None
    tables: Annotated[Literal["padded", "compact"] | None, "Cells filled up to equal width, or not."] = None
    constraints: Annotated[bool | None, "Constraints, defaults and allowed values are shown in tables."] = None
    navigation: Annotated[bool, "A navigation file for the dialect, llms.txt and llms-full.txt go with the pages."] = (
        True
    )
    method_pages: Annotated[
        Literal["group", "operation"], "Which methods share a page: those of a group, or none; then each has its own."
    ] = "group"
    shared_site: Annotated[
        bool,
        "Besides the pages of each language, a site for all of them is in the folder 'site' of the output: each page "
        "once, with a tab for each language where they differ.",
    ] = False
    edit_url: Annotated[
        URL | None,
        "Where the sources of pages are edited: the address of the folder that has all of them.",
    ] = None
    list_links: Annotated[
        Literal["elements", "reference"], "A list that a method returns links to its elements' page, or to none."
    ] = "elements"
    inherited_descriptions: Annotated[
        InheritedDescriptions,
        "A field without a description shows that of its type, or only where the reference's tables do.",
    ] = "types"
    const_types: Annotated[bool, "A constant's type is shown as its value, not as its primitive type."] = False
    value_descriptions: Annotated[bool, "Pages of enumerations show what is said of single values."] = True
    snippet_markers: Annotated[bool, "A comment by which tools find it stands above each call."] = True
    client_page: Annotated[
        bool,
        "The client itself has a page, also where all methods are in groups; of the reference's, outer groups.",
    ] = True
    group_line: Annotated[
        bool | None,
        "Pages of methods say below the title by which attribute they are reached, those of the form 'reference' alone "
        "if it is left out; with 'false', the title of a nested group has its parents' names.",
    ] = None

    @property
    def has_padded_tables(self) -> bool:
        """Whether cells are padded to equal width. The default is true only for the form `reference`."""
        return self.tables == "padded" or (self.tables is None and not self.is_plain)

    @property
    def has_group_line(self) -> bool:
        """Whether pages of methods say by which attribute they are reached. The default is false for `plain`."""
        return not self.is_plain if self.group_line is None else self.group_line

    @property
    def shows_constraints(self) -> bool:
        """Whether tables show constraints. The default is true only for the form `plain`."""
        return self.is_plain if self.constraints is None else self.constraints

    @property
    def is_plain(self) -> bool:
        """Whether pages have the form `plain`, the default of every dialect but `github`."""
        return self.form == "plain" or (self.form is None and self.dialect != "github")


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataConfig:
    """The metadata of a published package (`metadata:`), besides its name and version."""

    description: Annotated[str | None, "One sentence; made of the API's title if it is left out."] = None
    license: Annotated[License | None, "An SPDX expression: 'MIT', 'Apache-2.0 OR MIT'."] = None
    authors: Annotated[tuple[Author, ...], "Who made it: 'Jane Doe <jane@example.com>'."] = ()
    keywords: Annotated[tuple[str, ...], "Words that it is found by."] = ()
    homepage: Annotated[URL | None, "The page about it."] = None
    repository: Annotated[URL | None, "Where its source is."] = None
    documentation: Annotated[URL | None, "Where its documentation is."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterConfig:
    """A selection of operations (`include:`, `exclude:`): those that match any of the entries."""

    tags: Annotated[tuple[str, ...], "Operations with one of these tags; '*' stands for any text."] = ()
    paths: Annotated[tuple[str, ...], "Operations at such paths: '/pets/*', or '/v1/**' for all that is below it."] = ()
    operations: Annotated[tuple[str, ...], "Operations by id, or by method and path: 'GET /pets'; '*' as above."] = ()
    extensions: Annotated[
        tuple[str, ...], "Operations or paths with such an extension: 'x-internal', or 'x-audience=partners'."
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The folders of the model groups, relative to a target's folder and to its `docs/`, without trailing slashes."""

    operations: Annotated[Folder, "Request and response types of operations."] = "models/operations"
    shared: Annotated[Folder, "Types of components."] = "models/components"
    errors: Annotated[Folder, "Types of error responses."] = "models/errors"
    webhooks: Annotated[Folder, "Types of webhooks."] = "models/webhooks"
    callbacks: Annotated[Folder, "Types of callbacks."] = "models/callbacks"


SHARED_SITE: Final = "site"
"""The folder of the site that languages share, below the output folder."""
SHARED_SECTIONS: Final = ("naming", "examples", "docs", "metadata")
"""Sections that the file can have globally and for each target. Targets can extend their classes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two options of a target that exclude each other: the location of the first, a message, and advice."""

    pointer: str
    """The JSON pointer of the option, relative to the target: `parts/1`."""
    message: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetConfig:
    """The options that all targets have (an entry of `targets:`). Each target extends the class by its own options.

    `naming`, `examples`, `docs` and `metadata` override the global sections.
    """

    language: str = ""
    """The key below `targets:`. It is not an option."""
    package: Annotated[Package, "Name under which users import the output; from the API's title if it is left out."] = (
        ""
    )
    parts: Annotated[tuple[Word, ...], "What is generated; each target says which parts it has."] = ()
    paths: Annotated[Paths, "Folders of the model groups."] = Paths()
    sdk_class: Annotated[Word | None, "Class of the client in usage examples; from the API's title if left out."] = None
    default_error_name: Annotated[Word, "The error type of statuses that declare none."] = "APIError"
    enum_format: Annotated[Literal["union", "enum"], "Unions of literals, or enum classes."] = "union"
    env_prefix: Annotated[Word | None, "Prefix of environment variables in usage examples; from the API's title."] = (
        None
    )
    answers: Annotated[
        Literal["declared", "reference"],
        "Which answers are results and which errors: as the description declares them, or as the reference has it: a "
        "'default' beside a success is a result, and errors in other media types than JSON itself have no types.",
    ] = "declared"
    constant_tags: Annotated[bool, "Properties that tell the members of a union apart are constants."] = False
    open_enums: Annotated[bool, "Enumerations of responses admit values that are not listed."] = False
    defaults_are_optional: Annotated[
        bool | None,
        "A required property with a default may be left out; without a choice where the naming scheme is 'symmetric'.",
    ] = None
    naming: Annotated[NamingConfig, "How public names are chosen."] = NamingConfig()
    examples: Annotated[ExamplesConfig, "Which example values are shown."] = ExamplesConfig()
    docs: Annotated[DocsConfig, "How markdown pages look."] = DocsConfig()
    version: Annotated[Version | None, "Version of the package; the file's own if it is left out."] = None
    metadata: Annotated[MetadataConfig, "What a published package says of itself."] = MetadataConfig()

    @property
    def optional_by_default(self) -> bool:
        """Whether required properties with a default are optional. The default depends on the naming scheme."""
        chosen = self.defaults_are_optional
        return self.naming.scheme == "symmetric" if chosen is None else chosen

    def contradictions(self, written: Collection[str]) -> Iterator[Contradiction]:
        """Yield the pairs of options that exclude each other; `written` are the keys of the target in the file."""
        yield from ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The complete configuration of a run.

    Paths are absolute or relative to the working folder. In the file, they are relative to the file.
    """

    root: Path | None = None
    """The project's folder, which `$ref`s must not leave. It is not an option."""
    content: bytes | None = None
    """The description if it is no file; `address` is its URL then, or `-` for standard input. Both are no options."""
    address: str = ""
    left_alone: tuple[str, ...] = ()
    """Targets of the file that the command line excludes, and whose files are kept. It is not an option."""
    spec: Annotated[Path, "The OpenAPI description: a file, or a URL."] = Path()
    allow: Annotated[
        tuple[Reachable, ...],
        "Files, folders and URLs outside of the project that a `$ref` may reach; none without it.",
    ] = ()
    overlays: Annotated[tuple[Path, ...], "OpenAPI overlays that change the description, in their order."] = ()
    include: Annotated[FilterConfig, "Which operations are generated, with what they need; all without it."] = (
        FilterConfig()
    )
    exclude: Annotated[FilterConfig, "Which operations are not generated, even where 'include' names them."] = (
        FilterConfig()
    )
    route_names: Annotated[
        Literal["auto", "always", "never"],
        "Operation ids that a framework made of function, path and method count as the function's name, where that is "
        "unique; 'auto' does it where most ids are such, as FastAPI makes them. Names that the lock holds stay.",
    ] = "auto"
    output: Annotated[Path, "Folder that gets one folder a target."] = Path("generated")
    templates: Annotated[Path | None, "Folder of templates that go before the built-in ones."] = None
    formatter: Annotated[FormatterName, "What lays out generated code, in languages that it knows."] = "ruff"
    reference_habits: Annotated[
        tuple[Habit, ...],
        "Where the reference reads a description otherwise than it is meant, and its names and pages are to be kept.",
    ] = ()
    naming: Annotated[NamingConfig, "How public names are chosen."] = NamingConfig()
    examples: Annotated[ExamplesConfig, "Which example values are shown."] = ExamplesConfig()
    docs: Annotated[DocsConfig, "How markdown pages look."] = DocsConfig()
    version: Annotated[
        Version | None, "Version of the packages, which 'typewright release' raises; the description's if left out."
    ] = None
    metadata: Annotated[MetadataConfig, "What a published package says of itself."] = MetadataConfig()
    targets: Annotated[tuple[TargetConfig, ...], "Languages to generate, each with its options."] = ()


def slug(title: str) -> str:
    """Return a package name for the title of an API: lower-case words joined by hyphens, or `api` without words.

    One that no folder can have on Windows ends in `-api`.
    """
    words = re.findall(r"[a-z0-9]+", title.lower())
    name = "-".join(words) or "api"
    return f"{name}-api" if name in DEVICES else name


def with_packages(config: Config, title: str) -> Config:
    """Return `config` with a package name for every target, by default derived from the title of the API."""
    targets = tuple(target if target.package else replace(target, package=slug(title)) for target in config.targets)
    return replace(config, targets=targets)


def target_for(language: str, config: Config, defaults: Mapping[str, TargetConfig]) -> TargetConfig:
    """Return the default options of a target: those of the language, with the global sections of `config`.

    The options by which a target extends a section keep the target's defaults.
    """
    base = defaults.get(language, TargetConfig())
    shared = {name: _with_choices(getattr(base, name), getattr(config, name)) for name in SHARED_SECTIONS}
    return replace(base, language=language, version=config.version, **shared)


def _with_choices(own: Any, common: Any) -> Any:
    """Return a target's section with the values of the global section of the same name."""
    return replace(own, **{option.name: getattr(common, option.name) for option in fields(common)})
