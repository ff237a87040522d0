"""The table of which changes break code, in which direction, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from typewright.changes.change import Bump, Kind, Subject

Verdict: TypeAlias = tuple[bool, str]
"""Whether it breaks, and the reason."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The assessment of a kind of change in requests and in responses."""

    request: Verdict
    response: Verdict
    bump: Bump = Bump.MINOR
    """What it asks for where it doesn't break."""


def _fine(reason: str) -> Verdict:
    return False, reason


def _breaks(reason: str) -> Verdict:
    return True, reason


def _same(verdict: Verdict, bump: Bump = Bump.MINOR) -> Rule:
    return Rule(verdict, verdict, bump)


_GONE = _breaks("code that names it no longer compiles")
_NEW = _fine("code that doesn't know it goes on working")
_MUST_COPE = _breaks("code that reads it meets values that it was not written for")
_REFUSED = _breaks("values that were accepted before are refused")
_SENT = _fine("all that was accepted before still is")
_READ = _fine("all that comes back was possible before")
_WORDS = _same(_fine("no type and no value changes"), Bump.PATCH)

_BY_KIND: dict[Kind, Rule] = {
    Kind.ADDED: _same(_NEW),
    Kind.ADDED_REQUIRED: Rule(_breaks("callers that don't send it are refused"), _NEW),
    Kind.REMOVED: _same(_GONE),
    Kind.RENAMED: _same(_breaks("code that uses the old name no longer compiles")),
    Kind.MOVED: _same(_fine("the SDK knows the new place; code stays as it is")),
    Kind.RECAST: _same(_breaks("code must pass or unpack it in another form")),
    Kind.RESTYLED: _same(_fine("the SDK writes it in the new form"), Bump.PATCH),
    Kind.CHANGED: _same(_breaks("code that was written for the old type doesn't fit the new one")),
    Kind.WIDENED: Rule(_SENT, _MUST_COPE),
    Kind.NARROWED: Rule(_REFUSED, _READ),
    Kind.REQUIRED: Rule(_breaks("callers that leave it out are refused"), _fine("it is always there now")),
    Kind.OPTIONAL: Rule(_fine("callers may leave it out now"), _breaks("code that reads it may find nothing")),
    Kind.NULLABLE: Rule(_SENT, _breaks("code that reads it may find null")),
    Kind.NOT_NULLABLE: Rule(_breaks("callers that send null are refused"), _fine("null no longer comes back")),
    Kind.READ_ONLY: Rule(_breaks("it can no longer be sent"), _fine("it still comes back")),
    Kind.WRITE_ONLY: Rule(_fine("it can still be sent"), _breaks("it no longer comes back")),
    Kind.BOTH_WAYS: _same(_NEW),
    Kind.OPENED: Rule(_SENT, _breaks("code that lists all values meets others")),
    Kind.CLOSED: Rule(_breaks("values outside of the list are refused"), _READ),
    Kind.TIGHTENED: Rule(_REFUSED, _READ),
    Kind.LOOSENED: Rule(_SENT, _fine("the type stays; values may be outside of the old bounds")),
    Kind.DEPRECATED: _same(_fine("it works as before, with a warning")),
    Kind.REINSTATED: _same(_fine("it works as before, without the warning"), Bump.PATCH),
    Kind.REWORDED: _WORDS,
}

_RULES: dict[tuple[Subject, Kind], Rule] = {
    (Subject.API, Kind.RENAMED): _same(
        _breaks("package and client are named after the title where the configuration doesn't name them")
    ),
    (Subject.METHOD, Kind.ADDED): _same(_fine("code that doesn't call it goes on working")),
    (Subject.METHOD, Kind.REMOVED): _same(_breaks("code that calls it no longer compiles")),
    (Subject.METHOD, Kind.MOVED): _same(_fine("the method stays; it calls the new path")),
    (Subject.PARAMETER, Kind.ADDED): _same(_fine("it is optional")),
    (Subject.PARAMETER, Kind.ADDED_REQUIRED): _same(_breaks("calls without it are refused")),
    (Subject.PARAMETER, Kind.REQUIRED): _same(_breaks("calls without it are refused")),
    (Subject.PARAMETER, Kind.MOVED): _same(_fine("the SDK sends it in the new place; code stays as it is"), Bump.PATCH),
    (Subject.BODY, Kind.ADDED): _same(_fine("it is optional")),
    (Subject.BODY, Kind.ADDED_REQUIRED): _same(_breaks("calls without it are refused")),
    (Subject.BODY, Kind.REQUIRED): _same(_breaks("calls without it are refused")),
    (Subject.BODY, Kind.REMOVED): _same(_breaks("code that passes it no longer compiles")),
    (Subject.RESPONSE, Kind.ADDED): _same(_fine("code that doesn't look for it goes on working")),
    (Subject.RESPONSE, Kind.REMOVED): _same(_breaks("code that reads it no longer compiles")),
    (Subject.RESPONSE, Kind.RECAST): _same(_breaks("a call can give a type that code was not written for")),
    (Subject.MEDIA_TYPE, Kind.ADDED): _same(_fine("the other forms stay")),
    (Subject.MEDIA_TYPE, Kind.REMOVED): Rule(
        _breaks("bodies in this form are refused"), _breaks("answers in this form no longer come")
    ),
    (Subject.HEADER, Kind.REMOVED): _same(_breaks("code that reads it finds nothing")),
    (Subject.SYMBOL, Kind.REMOVED): _same(_breaks("code that imports it no longer compiles")),
    (Subject.SYMBOL, Kind.MOVED): _same(_fine("the symbol stays with its schema"), Bump.PATCH),
    (Subject.PROPERTY, Kind.REMOVED): Rule(
        _breaks("code that sends it no longer compiles"), _breaks("code that reads it no longer compiles")
    ),
    (Subject.ENUM_VALUE, Kind.ADDED): Rule(_SENT, _breaks("code that lists all values meets one more")),
    (Subject.ENUM_VALUE, Kind.REMOVED): Rule(_REFUSED, _GONE),
    (Subject.UNION_MEMBER, Kind.ADDED): Rule(_SENT, _breaks("code that tells the members apart meets one more")),
    (Subject.UNION_MEMBER, Kind.REMOVED): Rule(_REFUSED, _READ),
    (Subject.ADDITIONAL, Kind.OPENED): Rule(_SENT, _fine("the listed properties stay; others are no error")),
    (Subject.ADDITIONAL, Kind.REMOVED): _same(_breaks("code that uses further properties no longer compiles")),
    (Subject.CONSTRAINT, Kind.CHANGED): Rule(_REFUSED, _fine("the type stays; values follow another rule")),
    (Subject.DISCRIMINATOR, Kind.ADDED): _same(_fine("the members stay")),
    (Subject.DISCRIMINATOR, Kind.REMOVED): _same(_breaks("code that tells the members apart by it no longer compiles")),
    (Subject.DISCRIMINATOR, Kind.CHANGED): _same(_breaks("the members are told apart by something else")),
    (Subject.DEFAULT, Kind.ADDED): Rule(
        _fine("what a call without it means is only said now"), _fine("it reads as the default where it is absent")
    ),
    (Subject.DEFAULT, Kind.REMOVED): Rule(
        _breaks("callers that leave it out no longer get the default"), _breaks("code that reads it may find nothing")
    ),
    (Subject.DEFAULT, Kind.CHANGED): Rule(
        _breaks("callers that leave it out get something else"),
        _fine("the type stays; where it is absent, code reads what the server means by that now"),
    ),
    (Subject.DEFAULT, Kind.REWORDED): _same(_fine("the value is required, so the default is never used"), Bump.PATCH),
    (Subject.SECURITY, Kind.ADDED): _same(_fine("the ways to authenticate that code uses are still accepted")),
    (Subject.SECURITY, Kind.REMOVED): _same(_breaks("calls that authenticate this way are refused")),
    (Subject.SECURITY, Kind.CHANGED): _same(_breaks("credentials are passed in another way")),
    (Subject.SECURITY, Kind.REQUIRED): _same(_breaks("calls that were accepted before need more")),
    (Subject.SECURITY, Kind.OPTIONAL): _same(_fine("calls that were accepted before still are")),
    (Subject.SECURITY, Kind.LOOSENED): _same(_fine("calls that were accepted before still are")),
    (Subject.SERVER, Kind.REMOVED): _same(_breaks("code that chooses it no longer reaches it")),
    (Subject.SERVER, Kind.MOVED): _same(_fine("the SDK calls another server where code chooses none")),
    (Subject.SERVER, Kind.CHANGED): _same(_fine("the SDK fills in the new value"), Bump.PATCH),
}


def rule_for(subject: Subject, kind: Kind) -> Rule:
    """Return the rule for a change: that of the subject and kind, else that of the kind."""
    return _RULES.get((subject, kind)) or _BY_KIND[kind]


def rule_name(subject: Subject, kind: Kind) -> str:
    """Return the name of the row of the table that assesses a change: `property-removed`, `any-tightened`."""
    return f"{subject.value if (subject, kind) in _RULES else 'any'}-{kind.value}"


def every_rule() -> tuple[tuple[Subject | None, Kind, Rule], ...]:
    """Return the table: the rules of single subjects, then the general ones."""
    own = tuple((subject, kind, rule) for (subject, kind), rule in _RULES.items())
    return own + tuple((None, kind, rule) for kind, rule in _BY_KIND.items())
