# Typewright's runtime, copied as it is; its digest is 31d59a5f5f965c9f.
"""Unions: by a tag, and open to values that are not listed."""

from __future__ import annotations

from contextlib import suppress
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic_core import (
    PydanticCustomError,
    PydanticOmit,
    PydanticSerializationUnexpectedValue,
    ValidationError,
    core_schema,
)

from .aliases import Deferred
from .leniency import is_lenient
from .literals import listed as listing
from .validation import FALLBACK, LISTED
from .values import is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class UnrecognizedStr(str):
    """A string that is not among those listed."""

    __slots__ = ()


class UnrecognizedInt(int):
    """An integer that is not among those listed."""

    __slots__ = ()


class Unrecognized:
    """A value of no variant that is listed, in `root`, as JSON has it."""

    __slots__ = ("root",)

    def __init__(self, root: Any) -> None:
        """Take the value."""
        self.root = root

    def __eq__(self, other: object) -> bool:
        """Return whether the other holds an equal value."""
        return isinstance(other, Unrecognized) and bool(self.root == other.root)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Return the expression that makes it."""
        return f"Unrecognized({self.root!r})"

    def model_dump(self, **options: Any) -> Any:
        """Return the value."""
        return self.root


_FALLBACKS: dict[Any, type] = {
    UnrecognizedStr: str,
    UnrecognizedInt: int,
    Unrecognized: object,
}
"""The fallbacks of a union for unlisted values, with the Python types of such values."""


_DEFERRED: Any = Deferred
"""`Deferred` as a class, which type checkers take for an alias."""


def _split(source: Any, around: tuple[Any, ...] = ()) -> tuple[list[Any], list[Any]]:
    """Return the listed members of a union, and its fallbacks for unlisted values.

    A value that a member would keep as unlisted can be one of a later member. So the fallbacks of an open union's
    members are its own, which come after all of them.
    """
    is_union = get_origin(source) in (Union, UnionType)
    members = get_args(source) if is_union else (source,)
    listed = [member for member in members if member not in _FALLBACKS]
    fallbacks = [member for member in members if member in _FALLBACKS]
    if not fallbacks:
        return listed, []
    inner = [_split_member(member, (*around, source)) for member in listed]
    kept = dict.fromkeys(kept for _, found in inner for kept in found)
    return [member for member, _ in inner], [
        *(fallback for fallback in kept if fallback not in fallbacks),
        *fallbacks,
    ]


def _split_member(member: Any, around: tuple[Any, ...]) -> tuple[Any, list[Any]]:
    """Return a member of an open union without fallbacks of its own, and these; `around` are the unions around it."""
    union = getattr(member, "__value__", member)  # of an alias
    if isinstance(union, _DEFERRED):
        union = union.value()
    metadata = getattr(union, "__metadata__", ())
    if not any(isinstance(entry, (Open, Tagged)) for entry in metadata):
        return member, []
    is_inside_itself = union.__origin__ in around
    listed, fallbacks = (
        ([], []) if is_inside_itself else _split(union.__origin__, around)
    )
    if not fallbacks:
        return member, []
    closed: Any = Annotated
    return closed[(Union[tuple(listed)], *metadata)], fallbacks


def _kept(
    fallback: Any, always: bool, tag: str = "", known: Collection[str] = ()
) -> CoreSchema:
    """Return a schema that keeps unlisted values, but none whose `tag` is in `known`."""
    kind = _FALLBACKS[fallback]

    def keep(value: Any) -> Any:
        if isinstance(value, fallback):
            return value
        if (
            not (always or is_lenient())
            or not isinstance(value, kind)
            or (isinstance(value, bool) and kind is int)
        ):
            raise PydanticCustomError(FALLBACK, "Input should be one of what is listed")
        if tag and is_object(value) and value.get(tag) in known:
            raise PydanticCustomError(
                FALLBACK, "Input should be as its tag {tag} says", {"tag": tag}
            )
        return fallback(value)

    dumped = (
        core_schema.plain_serializer_function_ser_schema(_dumped)
        if fallback is Unrecognized
        else None
    )
    return core_schema.no_info_plain_validator_function(
        keep, serialization=dumped, metadata={"pydantic_js_functions": [_omitted]}
    )


def _omitted(schema: Any, handler: Any) -> Any:
    """Leave what is not listed out of a JSON Schema."""
    raise PydanticOmit


def _dumped(value: Any) -> Any:
    return value.root if isinstance(value, Unrecognized) else value


class _Untagged:
    """Reads an object without its tag as the only one of `members` that admits it: the default of its tag is meant."""

    def __init__(self, members: list[Any], tag: str, attribute: str) -> None:
        self.members, self.tag, self.attribute = members, tag, attribute

    def only(self, value: Any) -> Any:
        """Return the value as an object of the only member that admits it; None without one."""
        found: list[Any] = []
        if is_object(value) and not {self.tag, self.attribute} & value.keys():
            for member in self.members:
                with suppress(ValidationError):
                    found.append(member.model_validate(value))
        return found[0] if len(found) == 1 else None

    def after(self, known: CoreSchema, label: str) -> CoreSchema:
        """Return the schema of a union that tries this where no member is `known`; errors call it `label`."""

        def read(value: Any, handler: Callable[[Any], Any]) -> Any:
            try:
                return handler(value)
            except ValidationError:
                found = self.only(value)
                if found is None:
                    raise
                return found

        read.__name__ = f"union[{label}]"
        return core_schema.no_info_wrap_validator_function(read, known)

    def choice(self) -> CoreSchema:
        """Return this as a choice of a union, so that JSON need not become objects of Python for the others."""

        def read(value: Any) -> Any:
            found = self.only(value)
            if found is None:
                raise PydanticCustomError(FALLBACK, "Input should have its tag")
            return found

        return core_schema.no_info_plain_validator_function(
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(_not_dumped),
            metadata={"pydantic_js_functions": [_omitted]},
        )


def _not_dumped(value: Any) -> Any:
    """Leave a value to the other choices of a union, which has become an object of one of them."""
    raise PydanticSerializationUnexpectedValue("a value without its tag")


def _opened(
    known: CoreSchema, listed: list[Any], others: list[CoreSchema]
) -> CoreSchema:
    """Return a schema that tries the `listed` members of a union, which are `known`, before `others`."""
    if not others:
        return known
    choices: list[Any] = [(known, _label(listed))]
    choices += [(other, FALLBACK) for other in others]
    error = _LISTED.get(known["type"])
    if error is None:
        return core_schema.union_schema(choices, mode="left_to_right")
    expected = listing([getattr(value, "value", value) for value in _expected(known)])
    return core_schema.union_schema(
        choices,
        mode="left_to_right",
        custom_error_type=error,
        custom_error_context={"expected": expected},
    )


def _label(listed: list[Any]) -> str:
    """Return what validation errors call the listed members of a union: their names, or `listed` for a single one."""
    names = [getattr(member, "__name__", str(member)) for member in listed]
    return ",".join(names) if len(names) > 1 else LISTED


_LISTED = {"literal": "literal_error", "enum": "enum"}
"""The error of a value that is not listed, by the type of the schema that lists values."""


def _expected(known: Any) -> list[Any]:
    values: list[Any] = known["expected" if known["type"] == "literal" else "members"]
    return values


class Open:
    """Keeps a value that is not listed: always, or where values are read leniently."""

    def __init__(self, *, always: bool = False) -> None:
        """Take whether it is always so."""
        self.always = always

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema: first the listed values, then the fallback for the others."""
        listed, fallbacks = _split(source)
        return _opened(
            handler.generate_schema(Union[tuple(listed)]),
            listed,
            [_kept(fallback, self.always) for fallback in fallbacks],
        )


class _Other:
    """The choice of a value with an unknown tag."""

    def __repr__(self) -> str:
        return "other"


_OTHER = _Other()
"""The choice of the default member of a union."""


class Tagged:
    """Discriminates the members of a union by the value of one property; other values are tried last."""

    def __init__(
        self,
        tag: str,
        members: dict[str, Any],
        *,
        attribute: str = "",
        default: Any = None,
        certain: bool = True,
        always: bool = False,
    ) -> None:
        """Take the property, the member that each of its values names, and whether an unknown one is kept.

        All other values, and objects without the property, are of the member `default`, where there is one; else an
        object without it is of the only member that admits it, of those whose tag has a default.
        `attribute` is what objects have for the property, where that has another name. Where the tags are not
        `certain`, a value with another tag is what it matches best.
        """
        self.tag, self.members, self.attribute, self.always = (
            tag,
            members,
            attribute or tag,
            always,
        )
        self.default, self.certain = default, certain

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema."""
        listed, fallbacks = _split(source)
        tag_paths: list[list[str | int]] = [[self.tag], [self.attribute]]
        choices: dict[Any, CoreSchema] = {
            value: handler.generate_schema(member)
            for value, member in self.members.items()
        }
        if self.default is not None:
            choices[_OTHER] = handler.generate_schema(self.default)
        elif not self.certain:
            choices[_OTHER] = handler.generate_schema(Union[tuple(listed)])
        known: CoreSchema = core_schema.tagged_union_schema(
            choices, discriminator=self._tag_of if _OTHER in choices else tag_paths
        )
        if self.certain and (
            others := [
                member
                for member in listed
                if not any(
                    member == other for other in (*self.members.values(), self.default)
                )
            ]
        ):
            known = core_schema.union_schema(
                [known, *(handler.generate_schema(member) for member in others)]
            )
        tags = tuple(self.members)
        kept = [_kept(fallback, self.always, self.tag, tags) for fallback in fallbacks]
        untagged = None if _OTHER in choices else self._untagged()
        if untagged is not None and kept:
            kept.insert(0, untagged.choice())
        elif untagged is not None:
            known = untagged.after(known, _label(listed))
        return _opened(known, listed, kept)

    def _untagged(self) -> _Untagged | None:
        """Return what reads objects without their tag; None if no member has a default for it."""
        members = [
            member
            for member in dict.fromkeys(self.members.values())
            if self.attribute in getattr(member, "__sent__", ())
        ]
        return _Untagged(members, self.tag, self.attribute) if members else None

    def _tag_of(self, value: Any) -> Any:
        """Return the tag of a value; if it is unknown, that of the default member."""
        if is_object(value):
            tag = value.get(self.tag, value.get(self.attribute))
        elif self.certain:
            tag = getattr(value, self.attribute, None)
        else:
            return _OTHER  # a model is of its own class, whatever its tag says
        return tag if isinstance(tag, str) and tag in self.members else _OTHER
