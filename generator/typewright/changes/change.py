"""The data types of a comparison: changes, what they affect, and how severe they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum

from typewright.base.errors import Location
from typewright.ir import Direction


class Kind(Enum):
    """The kind of a change."""

    ADDED = "added"
    ADDED_REQUIRED = "added-required"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    """Sent to, or found at, another place; the code that uses it stays as it is."""
    RECAST = "recast"
    """A method takes its argument, or gives its result, in another form."""
    RESTYLED = "restyled"
    """Written in another way on the wire."""
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
    """Descriptions, titles and examples only."""


class Subject(Enum):
    """What a change affects."""

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
    """The part of the version number that a change requires to raise (Semantic Versioning 2.0.0)."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3

    @property
    def word(self) -> str:
        """The bump in lower case, as in text: `major`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Pointer:
    """A JSON pointer into one of the two descriptions: into the old one for what was removed."""

    pointer: str
    old: bool = False
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A change that a user of the SDK would notice.

    `request` and `response` say for each direction whether it breaks code that was written for the old SDK, None where
    it does not affect the direction; `reason` explains that.
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
    """The public type that is affected, where one is."""
    method: str = ""
    """The method that is affected, with its group, where one is."""
    name: str = ""
    """The member of it: a property, a parameter, a value, a status."""
    rule: str = ""
    """The row of the table of rules that assesses it: `property-removed`, or `any-tightened`, of all subjects."""
    counterpart: Pointer | None = None
    """The location in the other description that corresponds to `where`, or that of the nearest parent there is."""
    called: tuple[tuple[str, str], ...] = ()
    """The names of the method, or else of the public type, by language, where languages are configured."""

    @property
    def is_breaking(self) -> bool:
        """Whether it breaks code in any direction."""
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


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes between two descriptions, most severe first."""

    all: tuple[Change, ...] = ()

    @property
    def breaking(self) -> tuple[Change, ...]:
        """The changes that break code."""
        return tuple(change for change in self.all if change.is_breaking)

    @property
    def bump(self) -> Bump:
        """The bump that all changes together require."""
        return max((change.bump for change in self.all), default=Bump.NONE)


@dataclass(frozen=True, slots=True)
class Context:
    """The context of a comparison: the subject, and the type or method that it belongs to."""

    subject: Subject
    name: str = ""
    symbol: str = ""
    method: str = ""
    required: bool = False
    """Whether the thing is required, before and after."""

    def finding(
        self,
        kind: Kind,
        message: str,
        where: Pointer,
        *,
        subject: Subject | None = None,
        directions: frozenset[Direction] = frozenset(Direction),
        name: str = "",
    ) -> Finding:
        """Return a finding in this context; its subject is that of the context unless `subject` is given."""
        return Finding(
            kind=kind,
            subject=self.subject if subject is None else subject,
            message=message,
            context=self,
            where=where,
            directions=directions,
            name=name,
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """A change before the directions of its context are known; `directions` are those that are possible."""

    kind: Kind
    subject: Subject
    message: str
    context: Context
    where: Pointer
    directions: frozenset[Direction]
    name: str = ""
    use_of: tuple[str, str] | None = None
    """The shared types, before and after, of which this is a use; None for an inline type."""


EITHER = frozenset(Direction)


@dataclass(slots=True)
class Found:
    """The result of a comparison: its findings, and the pairs of models to compare next with their directions."""

    findings: list[Finding] = field(default_factory=list)
    pairs: list[tuple[tuple[str, str], frozenset[Direction]]] = field(default_factory=list)
    uses: list[tuple[str, str]] = field(default_factory=list)
    """The pairs of shared types used here, once for each use."""

    def add(self, other: Found, directions: Iterable[Direction] = EITHER) -> None:
        """Add the result of another comparison, restricted to `directions`."""
        allowed = frozenset(directions)
        self.findings += [
            replace(finding, directions=finding.directions & allowed)
            for finding in other.findings
            if finding.directions & allowed
        ]
        self.pairs += [(pair, direction & allowed) for pair, direction in other.pairs if direction & allowed]
        self.uses += other.uses
