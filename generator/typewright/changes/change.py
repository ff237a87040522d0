"""The data types of a comparison: changes, their subjects and their severity."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, IntEnum

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.errors import Location
from typewright.ir import Direction


class Kind(Enum):
    """The kind of a change."""

    ADDED = "added"
    ADDED_REQUIRED = "added-required"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    """It has another location on the wire or in the description; code that uses it stays the same."""
    RECAST = "recast"
    """The argument or the result of a method has another form."""
    RESTYLED = "restyled"
    """It is serialized in another way."""
    CHANGED = "changed"
    WIDENED = "widened"
    NARROWED = "narrowed"
    REQUIRED = "required"
    OPTIONAL = "optional"
    NULLABLE = "nullable"
    NOT_NULLABLE = "not-nullable"
    READ_ONLY = "read-only"
    WRITE_ONLY = "write-only"
    BOTH_WAYS = "both-ways"
    """No longer read-only or write-only."""
    OPENED = "opened"
    CLOSED = "closed"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    DEPRECATED = "deprecated"
    REINSTATED = "reinstated"
    """No longer deprecated."""
    REWORDED = "reworded"
    """Only descriptions, titles or examples changed."""


class Subject(Enum):
    """The kind of thing that a change affects."""

    API = "api"
    METHOD = "method"
    PARAMETER = "parameter"
    BODY = "body"
    RESPONSE = "response"
    MEDIA_TYPE = "media-type"
    HEADER = "header"
    SYMBOL = "symbol"
    """A type with a public name."""
    PROPERTY = "property"
    ADDITIONAL = "additional-properties"
    ENUM_VALUE = "enum-value"
    UNION_MEMBER = "union-member"
    DISCRIMINATOR = "discriminator"
    DEFAULT = "default"
    CONSTRAINT = "constraint"
    SECURITY = "security"
    SERVER = "server"


class Bump(IntEnum):
    """The part of the version number that a change requires to be raised (Semantic Versioning 2.0.0)."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3

    @property
    def word(self) -> str:
        """The name in lower case: `major`."""
        return self.name.lower()


class Pointer(Struct, frozen=True):
    """A JSON pointer into one of the two descriptions: the old one if `old`, as for removed things."""

    pointer: str
    old: bool = False
    location: Location | None = None


class Change(Struct, frozen=True):
    """A change that a user of the SDK would notice.

    `request` and `response` say whether it breaks code that was written for the old SDK, in each direction, or are None
    if it does not affect the direction. `reason` explains the assessment.
    """

    kind: Kind
    subject: Subject
    message: str
    where: Pointer
    request: bool | None
    response: bool | None
    reason: str
    bump: Bump
    symbol: str = ""
    """The name of the affected public type, or an empty text."""
    method: str = ""
    """The name of the affected method with its group, or an empty text."""
    name: str = ""
    """The name of the affected member: a property, a parameter, a value, a status."""
    rule: str = ""
    """The name of the rule that assesses the change: `property-removed`, or `any-tightened` for a general rule."""
    counterpart: Pointer | None = None
    """The location in the other description that corresponds to `where`, or to its nearest existing parent."""
    called: tuple[tuple[str, str], ...] = ()
    """The names of the method, else of the public type, in the configured languages."""
    former: str = ""
    """The former name of a method or a type that is renamed, or an empty text."""

    @property
    def is_breaking(self) -> bool:
        """Whether the change breaks code in any direction."""
        return bool(self.request or self.response)

    @property
    def direction(self) -> str:
        """`request`, `response`, or `both`."""
        if self.request is not None and self.response is not None:
            return "both"
        return "response" if self.request is None else "request"

    @property
    def code(self) -> str:
        """Subject and kind as a stable identifier: `property-removed`."""
        return f"{self.subject.value}-{self.kind.value}"


class Changes(Struct, frozen=True):
    """All changes between two descriptions, most severe first."""

    all: tuple[Change, ...] = ()

    @property
    def breaking(self) -> tuple[Change, ...]:
        """The changes that break code."""
        return tuple(change for change in self.all if change.is_breaking)

    @property
    def bump(self) -> Bump:
        """The bump that the changes require together."""
        return max((change.bump for change in self.all), default=Bump.NONE)


class Context(Struct, frozen=True):
    """The context of a comparison: the subject, its name, and the public type or method that it belongs to."""

    subject: Subject
    name: str = ""
    symbol: str = ""
    method: str = ""
    required: bool = False
    """Whether the subject is required, before and after."""

    def finding(
        self,
        kind: Kind,
        message: str,
        where: Pointer,
        *,
        subject: Subject | None = None,
        directions: frozenset[Direction] = frozenset(Direction),
        name: str = "",
        former: str = "",
    ) -> Finding:
        """Return a finding in this context. Its subject is `subject`, or else that of the context."""
        return Finding(
            kind=kind,
            subject=self.subject if subject is None else subject,
            message=message,
            context=self,
            where=where,
            directions=directions,
            name=name,
            former=former,
        )


class Finding(Struct, frozen=True):
    """A change that is not assessed yet. `directions` are the possible ones; those of its context are not known yet."""

    kind: Kind
    subject: Subject
    message: str
    context: Context
    where: Pointer
    directions: frozenset[Direction]
    name: str = ""
    former: str = ""
    """The former name of a method or a type that is renamed, or an empty text."""
    use_of: tuple[str, str] | None = None
    """The ids of the old and the new shared type, if the finding is about a use of them; else None."""


EITHER = frozenset(Direction)


def renamed_text(subject: Subject, old: str, new: str) -> str:
    """Return the message for a method or a type that has another name."""
    return f"the {'method' if subject is Subject.METHOD else 'type'} is called {new} now, it was {old}"


class Comparison(Struct):
    """The result of a comparison: its findings, and the pairs of models to compare next, with their directions."""

    findings: list[Finding] = field(default_factory=list)
    pairs: list[tuple[tuple[str, str], frozenset[Direction]]] = field(default_factory=list)
    uses: list[tuple[str, str]] = field(default_factory=list)
    """The pairs of shared types that are used, once for each use."""

    def add(self, other: Comparison, directions: Iterable[Direction] = EITHER) -> None:
        """Add the result of another comparison, restricted to `directions`."""
        allowed = frozenset(directions)
        self.findings += [
            replace(finding, directions=finding.directions & allowed)
            for finding in other.findings
            if finding.directions & allowed
        ]
        self.pairs += [(pair, direction & allowed) for pair, direction in other.pairs if direction & allowed]
        self.uses += other.uses
