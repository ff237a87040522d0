"""The table of rules that assess changes: whether they break code, in which direction, and why."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from typewright.changes.change import Bump, Kind, Subject

Assessment: TypeAlias = tuple[bool, str]
"""Whether a change breaks code, and the reason."""


class Rule(Struct, frozen=True):
    """The assessment of a kind of change in requests and in responses, and the bump if it breaks nothing."""

    request: Assessment
    response: Assessment
    bump: Bump = Bump.MINOR
    """The bump that the change requires if it does not break code."""


def _compatible(reason: str) -> Assessment:
    return False, reason


def _breaking(reason: str) -> Assessment:
    return True, reason


def _both_directions(assessment: Assessment, bump: Bump = Bump.MINOR) -> Rule:
    return Rule(assessment, assessment, bump)


_UNDEFINED_NAME = _breaking("code that names it no longer compiles")
_UNUSED_BY_OLD_CODE = _compatible("code that doesn't know it goes on working")
_UNEXPECTED_VALUES = _breaking("code that reads it meets values that it was not written for")
_VALUES_REFUSED = _breaking("values that were accepted before are refused")
_STILL_ACCEPTED = _compatible("all that was accepted before still is")
_STILL_POSSIBLE = _compatible("all that comes back was possible before")
_WORDING_ONLY = _both_directions(_compatible("no type and no value changes"), Bump.PATCH)

_BY_KIND: dict[Kind, Rule] = {
    Kind.ADDED: _both_directions(_UNUSED_BY_OLD_CODE),
    Kind.ADDED_REQUIRED: Rule(_breaking("callers that don't send it are refused"), _UNUSED_BY_OLD_CODE),
    Kind.REMOVED: _both_directions(_UNDEFINED_NAME),
    Kind.RENAMED: _both_directions(_breaking("code that uses the old name no longer compiles")),
    Kind.MOVED: _both_directions(_compatible("the SDK knows the new place; code stays as it is")),
    Kind.RECAST: _both_directions(_breaking("code must pass or unpack it in another form")),
    Kind.RESTYLED: _both_directions(_compatible("the SDK writes it in the new form"), Bump.PATCH),
    Kind.CHANGED: _both_directions(_breaking("code that was written for the old type doesn't fit the new one")),
    Kind.WIDENED: Rule(_STILL_ACCEPTED, _UNEXPECTED_VALUES),
    Kind.NARROWED: Rule(_VALUES_REFUSED, _STILL_POSSIBLE),
    Kind.REQUIRED: Rule(_breaking("callers that leave it out are refused"), _compatible("it is always there now")),
    Kind.OPTIONAL: Rule(_compatible("callers may leave it out now"), _breaking("code that reads it may find nothing")),
    Kind.NULLABLE: Rule(_STILL_ACCEPTED, _breaking("code that reads it may find null")),
    Kind.NOT_NULLABLE: Rule(_breaking("callers that send null are refused"), _compatible("null no longer comes back")),
    Kind.READ_ONLY: Rule(_breaking("it can no longer be sent"), _compatible("it still comes back")),
    Kind.WRITE_ONLY: Rule(_compatible("it can still be sent"), _breaking("it no longer comes back")),
    Kind.BOTH_WAYS: _both_directions(_UNUSED_BY_OLD_CODE),
    Kind.OPENED: Rule(_STILL_ACCEPTED, _breaking("code that lists all values meets others")),
    Kind.CLOSED: Rule(_breaking("values outside of the list are refused"), _STILL_POSSIBLE),
    Kind.TIGHTENED: Rule(_VALUES_REFUSED, _STILL_POSSIBLE),
    Kind.LOOSENED: Rule(_STILL_ACCEPTED, _compatible("the type stays; values may be outside of the old bounds")),
    Kind.DEPRECATED: _both_directions(_compatible("it works as before, with a warning")),
    Kind.REINSTATED: _both_directions(_compatible("it works as before, without the warning"), Bump.PATCH),
    Kind.REWORDED: _WORDING_ONLY,
}

_RULES: dict[tuple[Subject, Kind], Rule] = {
    (Subject.API, Kind.RENAMED): _both_directions(
        _breaking("package and client are named after the title where the configuration doesn't name them")
    ),
    (Subject.METHOD, Kind.ADDED): _both_directions(_compatible("code that doesn't call it goes on working")),
    (Subject.METHOD, Kind.REMOVED): _both_directions(_breaking("code that calls it no longer compiles")),
    (Subject.METHOD, Kind.MOVED): _both_directions(_compatible("the method stays; it calls the new path")),
    (Subject.PARAMETER, Kind.ADDED): _both_directions(_compatible("it is optional")),
    (Subject.PARAMETER, Kind.ADDED_REQUIRED): _both_directions(_breaking("calls without it are refused")),
    (Subject.PARAMETER, Kind.REQUIRED): _both_directions(_breaking("calls without it are refused")),
    (Subject.PARAMETER, Kind.MOVED): _both_directions(
        _compatible("the SDK sends it in the new place; code stays as it is"), Bump.PATCH
    ),
    (Subject.BODY, Kind.ADDED): _both_directions(_compatible("it is optional")),
    (Subject.BODY, Kind.ADDED_REQUIRED): _both_directions(_breaking("calls without it are refused")),
    (Subject.BODY, Kind.REQUIRED): _both_directions(_breaking("calls without it are refused")),
    (Subject.BODY, Kind.REMOVED): _both_directions(_breaking("code that passes it no longer compiles")),
    (Subject.RESPONSE, Kind.ADDED): _both_directions(_compatible("code that doesn't look for it goes on working")),
    (Subject.RESPONSE, Kind.REMOVED): _both_directions(_breaking("code that reads it no longer compiles")),
    (Subject.RESPONSE, Kind.RECAST): _both_directions(
        _breaking("a call can give a type that code was not written for")
    ),
    (Subject.MEDIA_TYPE, Kind.ADDED): _both_directions(_compatible("the other forms stay")),
    (Subject.MEDIA_TYPE, Kind.REMOVED): Rule(
        _breaking("bodies in this form are refused"), _breaking("answers in this form no longer come")
    ),
    (Subject.HEADER, Kind.REMOVED): _both_directions(_breaking("code that reads it finds nothing")),
    (Subject.SYMBOL, Kind.REMOVED): _both_directions(_breaking("code that imports it no longer compiles")),
    (Subject.SYMBOL, Kind.MOVED): _both_directions(_compatible("the symbol stays with its schema"), Bump.PATCH),
    (Subject.PROPERTY, Kind.REMOVED): Rule(
        _breaking("code that sends it no longer compiles"), _breaking("code that reads it no longer compiles")
    ),
    (Subject.ENUM_VALUE, Kind.ADDED): Rule(_STILL_ACCEPTED, _breaking("code that lists all values meets one more")),
    (Subject.ENUM_VALUE, Kind.REMOVED): Rule(_VALUES_REFUSED, _UNDEFINED_NAME),
    (Subject.UNION_MEMBER, Kind.ADDED): Rule(
        _STILL_ACCEPTED, _breaking("code that tells the members apart meets one more")
    ),
    (Subject.UNION_MEMBER, Kind.REMOVED): Rule(_VALUES_REFUSED, _STILL_POSSIBLE),
    (Subject.ADDITIONAL, Kind.OPENED): Rule(
        _STILL_ACCEPTED, _compatible("the listed properties stay; others are no error")
    ),
    (Subject.ADDITIONAL, Kind.REMOVED): _both_directions(
        _breaking("code that uses further properties no longer compiles")
    ),
    (Subject.CONSTRAINT, Kind.CHANGED): Rule(
        _VALUES_REFUSED, _compatible("the type stays; values follow another rule")
    ),
    (Subject.DISCRIMINATOR, Kind.ADDED): _both_directions(_compatible("the members stay")),
    (Subject.DISCRIMINATOR, Kind.REMOVED): _both_directions(
        _breaking("code that tells the members apart by it no longer compiles")
    ),
    (Subject.DISCRIMINATOR, Kind.CHANGED): _both_directions(_breaking("the members are told apart by something else")),
    (Subject.DEFAULT, Kind.ADDED): Rule(
        _compatible("what a call without it means is only said now"),
        _compatible("it reads as the default where it is absent"),
    ),
    (Subject.DEFAULT, Kind.REMOVED): Rule(
        _breaking("callers that leave it out no longer get the default"),
        _breaking("code that reads it may find nothing"),
    ),
    (Subject.DEFAULT, Kind.CHANGED): Rule(
        _breaking("callers that leave it out get something else"),
        _compatible("the type stays; where it is absent, code reads what the server means by that now"),
    ),
    (Subject.DEFAULT, Kind.REWORDED): _both_directions(
        _compatible("the value is required, so the default is never used"), Bump.PATCH
    ),
    (Subject.SECURITY, Kind.ADDED): _both_directions(
        _compatible("the ways to authenticate that code uses are still accepted")
    ),
    (Subject.SECURITY, Kind.REMOVED): _both_directions(_breaking("calls that authenticate this way are refused")),
    (Subject.SECURITY, Kind.CHANGED): _both_directions(_breaking("credentials are passed in another way")),
    (Subject.SECURITY, Kind.REQUIRED): _both_directions(_breaking("calls that were accepted before need more")),
    (Subject.SECURITY, Kind.OPTIONAL): _both_directions(_compatible("calls that were accepted before still are")),
    (Subject.SECURITY, Kind.LOOSENED): _both_directions(_compatible("calls that were accepted before still are")),
    (Subject.SERVER, Kind.REMOVED): _both_directions(_breaking("code that chooses it no longer reaches it")),
    (Subject.SERVER, Kind.MOVED): _both_directions(_compatible("the SDK calls another server where code chooses none")),
    (Subject.SERVER, Kind.CHANGED): _both_directions(_compatible("the SDK fills in the new value"), Bump.PATCH),
}


def rule_for(subject: Subject, kind: Kind) -> Rule:
    """Return the rule for the subject and kind of a change, or else the general rule for the kind."""
    return _RULES.get((subject, kind)) or _BY_KIND[kind]


def rule_name(subject: Subject, kind: Kind) -> str:
    """Return the name of the rule that assesses a change: `property-removed`, or `any-tightened` for a general rule."""
    return f"{subject.value if (subject, kind) in _RULES else 'any'}-{kind.value}"


def all_rules() -> tuple[tuple[Subject | None, Kind, Rule], ...]:
    """Return all rules: those of single subjects, then the general ones."""
    own = tuple((subject, kind, rule) for (subject, kind), rule in _RULES.items())
    return own + tuple((None, kind, rule) for kind, rule in _BY_KIND.items())
