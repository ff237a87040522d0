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
from typewright.config.habits import Habit


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
ResponseFormat = Literal["flat", "envelope", "envelope-http"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingConfig:
    """The choice of public names (`naming:`)."""

    scheme: Annotated[
        Scheme, "Which type gets a short name that several could have: the first in the description, or none."
    ] = "first-come"
    shared_errors: Annotated[bool, "Types inside of errors belong to the shared types, not to the errors."] = False
    deduplicate_errors: Annotated[bool, "Errors of one status with equal schemas are one type."] = False
    input_suffix: Annotated[
        Word, "Suffix of the request type where a schema needs one type for requests and one for responses."
    ] = "Input"
    output_suffix: Annotated[
        Word | None,
        "Suffix of the response type where it lacks properties that the request type has; the latter has a suffix only "
        "where it lacks some itself. If left out, the request type always has its suffix, and the response type none.",
    ] = None
    every_tag: Annotated[
        bool, "A method is in the group of each of its operation's tags, instead of that of the first one."
    ] = False
    request_body_field: Annotated[
        Word | None,
        "Name of a request object's field that holds the body, in camel case; the naming scheme decides if left out.",
    ] = None

    @property
    def has_bodies_named_by_type(self) -> bool:
        """Whether the field with the body of a request is named after its shared type, else `requestBody`."""
        return self.scheme == "symmetric"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamplesConfig:
    """The choice of example values (`examples:`)."""

    style: Annotated[
        ExampleStyle,
        "'valid' shows values that the schema accepts; 'reference' those that the reference shows, valid or not.",
    ] = "valid"
    optional: Annotated[OptionalShown, "Which optional properties an example shows."] = "with-example"
    complete_authored: Annotated[
        bool, "Properties missing in an example of the description are added, if an example shows them."
    ] = False
    from_examples: Annotated[bool, "Without `example`, the first of `examples` is shown."] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DocsConfig:
    """The form of markdown pages (`docs:`). None means the default of the dialect."""

    dialect: Annotated[Dialect, "The markdown flavour and link style that the pages are for."] = "github"
    form: Annotated[
        Literal["plain", "reference"] | None,
        "The content and layout of pages: easy to read, or the same as the reference's. If left out, 'reference' for "
        "the dialect 'github', else 'plain'.",
    ] = None
    tables: Annotated[
        Literal["padded", "compact"] | None, "Whether table cells are padded to equal width in the markdown source."
    ] = None
    constraints: Annotated[bool | None, "Tables show constraints, defaults and allowed values."] = None
    navigation: Annotated[bool, "A navigation file for the dialect, llms.txt and llms-full.txt go with the pages."] = (
        True
    )
    method_pages: Annotated[
        Literal["group", "operation"], "Whether a page has all methods of a group, or one operation."
    ] = "group"
    shared_site: Annotated[
        bool,
        "Also write one site for all languages, in the folder 'site' of the output: each page once, with a tab for "
        "each language where they differ.",
    ] = False
    edit_url: Annotated[
        URL | None,
        "Address of the folder with the sources of the pages, for their edit links.",
    ] = None
    list_links: Annotated[
        Literal["elements", "reference"],
        "Whether the type of a method that returns a list links to the page of the elements.",
    ] = "elements"
    inherited_descriptions: Annotated[
        InheritedDescriptions,
        "A field without a description has that of its type; with 'reference', only where the reference does so.",
    ] = "types"
    const_types: Annotated[bool, "The type of a constant is shown as its value, instead of its primitive type."] = False
    value_descriptions: Annotated[bool, "Pages of enumerations show the descriptions of values."] = True
    snippet_markers: Annotated[bool, "Each example call has a comment above it, by which tools find it."] = True
    client_page: Annotated[
        bool,
        "The client has a page of its own, even if all are in groups; in the form 'reference', outer groups too.",
    ] = True
    group_line: Annotated[
        bool | None,
        "Pages of methods show below the title how code reaches the group; 'false' puts the names of parent groups "
        "into the title instead. If left out, 'true' for the form 'reference' alone.",
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

    description: Annotated[str | None, "One sentence; derived from the API's title if left out."] = None
    license: Annotated[License | None, "An SPDX expression: 'MIT', 'Apache-2.0 OR MIT'."] = None
    authors: Annotated[tuple[Author, ...], "The authors: 'Jane Doe <jane@example.com>'."] = ()
    keywords: Annotated[tuple[str, ...], "Search words of the package registry."] = ()
    homepage: Annotated[URL | None, "URL of the home page."] = None
    repository: Annotated[URL | None, "URL of the source repository."] = None
    documentation: Annotated[URL | None, "URL of the documentation."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterConfig:
    """A selection of operations (`include:`, `exclude:`): those that match any of the entries."""

    tags: Annotated[tuple[str, ...], "Operations with one of these tags; '*' stands for any text."] = ()
    paths: Annotated[
        tuple[str, ...], "Operations with one of these paths: '/pets/*', or '/v1/**' for all that is below it."
    ] = ()
    operations: Annotated[tuple[str, ...], "Operations by id, or by method and path: 'GET /pets'; '*' as above."] = ()
    extensions: Annotated[
        tuple[str, ...], "Operations or paths with one of these extensions: 'x-internal', or 'x-audience=partners'."
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
    package: Annotated[Package, "Name that users import the package by; derived from the API's title if left out."] = ""
    parts: Annotated[tuple[Word, ...], "What is generated; the parts differ by target."] = ()
    paths: Annotated[Paths, "Folders of the model groups."] = Paths()
    sdk_class: Annotated[Word | None, "Name of the client class; derived from the API's title if left out."] = None
    default_error_name: Annotated[Word, "The error raised for statuses without an error type of their own."] = (
        "APIError"
    )
    enum_format: Annotated[Literal["union", "enum"], "Enumerations are unions of literals, or enum classes."] = "union"
    env_prefix: Annotated[
        Word | None, "Prefix of the client's environment variables; derived from the API's title if left out."
    ] = None
    required_credentials: Annotated[
        bool,
        "The object with the client's credentials has to hold them all, if there is one way to authenticate; else what "
        "is left out of it is read from environment variables.",
    ] = False
    answers: Annotated[
        Literal["declared", "reference"],
        "Which responses are results and which are errors: as the description declares them, or as the reference does: "
        "a 'default' beside a success is a result, and only errors in 'application/json' have types.",
    ] = "declared"
    response_format: Annotated[
        ResponseFormat,
        "What calls return: the content, with its headers where the description has some; or always an object, with "
        "media type, status, response and content ('envelope'), or with request, response and content "
        "('envelope-http').",
    ] = "flat"
    constant_tags: Annotated[bool, "Discriminator properties of union members are constants."] = False
    open_enums: Annotated[bool, "Enumerations in responses accept values that are not listed."] = False
    defaults_are_optional: Annotated[
        bool | None,
        "A required property with a default may be left out. If left out itself, 'true' for the naming scheme "
        "'symmetric' alone.",
    ] = None
    naming: Annotated[NamingConfig, "How public names are chosen."] = NamingConfig()
    examples: Annotated[ExamplesConfig, "Which example values are shown."] = ExamplesConfig()
    docs: Annotated[DocsConfig, "How markdown pages look."] = DocsConfig()
    version: Annotated[Version | None, "Version of this target's package; that of the file if left out."] = None
    metadata: Annotated[MetadataConfig, "Metadata of the published package."] = MetadataConfig()

    @property
    def optional_by_default(self) -> bool:
        """Whether required properties with a default are optional. The default depends on the naming scheme."""
        chosen = self.defaults_are_optional
        return self.naming.scheme == "symmetric" if chosen is None else chosen

    @property
    def has_separate_arguments(self) -> bool:
        """Whether methods take parameters and the properties of their body as separate arguments."""
        return False

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
        "Files, folders and URLs outside of the project that a `$ref` may refer to; none if left out.",
    ] = ()
    overlays: Annotated[tuple[Path, ...], "OpenAPI overlays to apply to the description, in order."] = ()
    include: Annotated[
        FilterConfig, "Which operations are generated, with the types that they need; all if left out."
    ] = FilterConfig()
    exclude: Annotated[FilterConfig, "Which operations are not generated, even if 'include' names them."] = (
        FilterConfig()
    )
    route_names: Annotated[
        Literal["auto", "always", "never"],
        "Shorten operation ids that a framework such as FastAPI made of function, path and method to the name of the "
        "function, where that is unique. 'auto' does it if most ids are of this form. Names in the lock stay.",
    ] = "auto"
    output: Annotated[Path, "Output folder; each target has a folder in it."] = Path("generated")
    templates: Annotated[Path | None, "Folder of your own templates, which replace built-in ones."] = None
    formatter: Annotated[FormatterName, "Formatter of generated code, for the languages that it supports."] = "ruff"
    reference_habits: Annotated[
        tuple[Habit, ...],
        "Where to misread the description as the reference does, to keep its names and pages.",
    ] = ()
    naming: Annotated[NamingConfig, "How public names are chosen."] = NamingConfig()
    examples: Annotated[ExamplesConfig, "Which example values are shown."] = ExamplesConfig()
    docs: Annotated[DocsConfig, "How markdown pages look."] = DocsConfig()
    version: Annotated[
        Version | None, "Version of the packages, which 'typewright release' raises; the description's if left out."
    ] = None
    metadata: Annotated[MetadataConfig, "Metadata of the published package."] = MetadataConfig()
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
