"""Envelopes of the option `response_format`: objects with the content of a response and facts of HTTP.

Each operation has an envelope with a field for each type of content, of which one is set. The form `envelope` has the
media type, the status and the response beside it, `envelope-http` an object with the request and the response.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from typewright.base.json_pointer import last_token
from typewright.base.number_words import number_in_words
from typewright.ir import (
    AliasModel,
    Annotations,
    Field,
    HttpMessage,
    ListOf,
    MapOf,
    Media,
    ObjectModel,
    Operation,
    Presence,
    Ref,
    Response,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
    not_null,
)
from typewright.ir.media_types import essence
from typewright.surface.draft import Draft
from typewright.surface.parts import HTTP_METADATA, Root, RootKind, is_json, is_xml, type_key

_MEDIA_TYPE: Final = "The media type of the response."
_STATUS: Final = "The status code of the response."
_RESPONSE: Final = "The response, as the HTTP library received it."
_REQUEST: Final = "The request, as the HTTP library sent it."
_CONSONANT_Y, _SIBILANT = re.compile(r"[^aeiou]y$"), re.compile(r"(s|x|z|ch|sh)$")
_WORD = re.compile(r"[^\W_]+")
_LISTS: Final = {
    ScalarKind.STRING: "strings",
    ScalarKind.INTEGER: "integers",
    ScalarKind.NUMBER: "numbers",
    ScalarKind.BOOLEAN: "booleans",
}
"""The fields of arrays of primitive types."""
_FACTS: Final = frozenset({"contentType", "statusCode", "rawResponse", "httpMeta", "headers"})
"""The names of the fields beside the content."""
_INLINE_ITEMS: Final = "responseBodies"
"""The field of an array whose items are described in the response."""


def content_fields(draft: Draft, bodies: tuple[tuple[Response, Media], ...]) -> dict[str, str]:
    """Return the name of the field that has the content of each body, by the pointer of its media type.

    Without envelopes of the option, that is `result` for all. Bodies of equal types are in one field; the names of
    different types with one name have the status and the media type in front.
    """
    if draft.response_format == "flat":
        return {media.pointer: "result" for _, media in bodies}
    types: dict[str, dict[object, None]] = {}
    for response, media in bodies:
        types.setdefault(_field_name(draft, response, media), {})[_key(media)] = None
    named: dict[str, str] = {}
    for response, media in bodies:
        name = _field_name(draft, response, media)
        is_unique = len(types[name]) == 1 and name not in _FACTS
        named[media.pointer] = name if is_unique else _with_location(name, response, media)
    return named


def envelope_of(draft: Draft, operation: Operation, bodies: tuple[tuple[Response, Media], ...]) -> Ref:
    """Return the envelope of an operation, which is added to the models and the roots."""
    pointer = f"{operation.pointer}/responses"
    fields = [*_facts(draft, pointer)]
    if any(response.headers for response in operation.responses):
        fields.append(headers_field(operation))
    named = content_fields(draft, bodies)
    contents: dict[str, Field] = {}
    for response, media in bodies:
        if media.type is not None:
            name, note = named[media.pointer], media.type.annotations
            type_ = replace(media.type, annotations=replace(note, description=response.description))
            contents.setdefault(name, Field(name, type_, Presence.OPTIONAL, pointer))
    return draft.add_object(RootKind.ENVELOPE, operation, (*fields, *contents.values()))


def headers_field(operation: Operation) -> Field:
    """Return the field with the headers of a response."""
    texts = ListOf(Scalar(ScalarKind.STRING, operation.pointer), operation.pointer)
    return Field("headers", MapOf(texts, operation.pointer), Presence.REQUIRED, f"{operation.pointer}/responses")


def error_ids(roots: Iterable[Root]) -> frozenset[str]:
    """Return the ids of the types that errors of operations have."""
    types = (not_null(root.type) for root in roots if root.kind is RootKind.ERROR)
    return frozenset(type_.id for type_ in types if isinstance(type_, Ref))


def error_facts(models: Mapping[str, object], pointer: str) -> Field:
    """Return the field of an error with the facts of HTTP, for pages; the classes of all clients have it.

    It is the one with the request and the response where `models` has that object, else the response.
    """
    if HTTP_METADATA in models:
        return Field("httpMeta", Ref(HTTP_METADATA, pointer, by_reference=True), Presence.REQUIRED, pointer)
    return _message("rawResponse", _RESPONSE, pointer, Presence.OPTIONAL)


def _facts(draft: Draft, pointer: str) -> Iterator[Field]:
    """Yield the fields besides the content."""
    if draft.response_format == "envelope-http":
        yield Field("httpMeta", _http_metadata(draft, pointer), Presence.REQUIRED, pointer)
        return
    for name, kind, text in (
        ("contentType", ScalarKind.STRING, _MEDIA_TYPE),
        ("statusCode", ScalarKind.INTEGER, _STATUS),
    ):
        yield Field(name, Scalar(kind, pointer, Annotations(description=text)), Presence.REQUIRED, pointer)
    yield _message("rawResponse", _RESPONSE, pointer)


def _http_metadata(draft: Draft, pointer: str) -> Ref:
    """Return the object with the request and the response, which all operations share."""
    if HTTP_METADATA not in draft.models:
        fields = (
            _message("response", _RESPONSE, HTTP_METADATA),
            _message("request", _REQUEST, HTTP_METADATA),
        )
        draft.models[HTTP_METADATA] = ObjectModel(
            HTTP_METADATA, HTTP_METADATA, fields, shared=True, preferred_name="HTTPMetadata"
        )
    return Ref(HTTP_METADATA, pointer, by_reference=True)


def _message(name: str, text: str, pointer: str, presence: Presence = Presence.REQUIRED) -> Field:
    type_ = HttpMessage(pointer, Annotations(description=text), is_request=text == _REQUEST)
    return Field(name, type_, presence, pointer)


def _field_name(draft: Draft, response: Response, media: Media) -> str:
    """Return the name of the field for a body: that of its component, or of its kind."""
    if is_xml(media.media_type):
        return "body"
    type_ = not_null(media.type) if media.type is not None else Scalar(ScalarKind.ANY, media.pointer)
    match type_:
        case StreamOf(is_lines=is_lines):
            return "jsonLines" if is_lines else "eventStream"
        case Ref(id=id_, by_reference=True, via=via):
            model = draft.models[id_]
            return _lower_first(model.preferred_name or last_token(via or id_))
        case _ if response.shared is not None and is_json(media.media_type):
            return _lower_first(last_token(response.shared))
        case Ref(id=id_):
            return "oneOf" if isinstance(draft.models[id_], UnionModel) else "object"
        case ListOf(item=item):
            return _list_name(draft, not_null(item))
        case MapOf():
            return "object"
        case Scalar(kind=ScalarKind.STRING, format="binary"):
            return "responseStream"
        case Scalar(kind=kind):
            return kind.value if is_json(media.media_type) else "res"
    return "any"


def _list_name(draft: Draft, item: TypeExpr) -> str:
    """Return the name of the field for an array: the plural of the class of its items."""
    match item:
        case Ref(id=id_, by_reference=True) if not isinstance(draft.models[id_], AliasModel):
            return _plural(_lower_first(draft.models[id_].preferred_name or last_token(id_)))
        case Ref():
            return _INLINE_ITEMS
        case Scalar(kind=kind) if kind in _LISTS:
            return _LISTS[kind]
    return "arrays"


def _lower_first(name: str) -> str:
    """Return a name with its first letter in lower case, unless a capital follows."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _plural(noun: str) -> str:
    """Return the plural of an English noun by its end."""
    if _CONSONANT_Y.search(noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if _SIBILANT.search(noun) else f"{noun}s"


def _with_location(name: str, response: Response, media: Media) -> str:
    """Return a name with the status in words and the media type in front: `twoHundredApplicationJsonObject`."""
    status = response.status
    location = number_in_words(int(status)) if status.isdecimal() else status
    first, *rest = _WORD.findall(f"{location} {essence(media.media_type)} {name}")
    return "".join((str(first).lower(), *(f"{word[0].upper()}{word[1:]}" for word in rest)))


def _key(media: Media) -> object:
    return None if media.type is None else type_key(media.type)
