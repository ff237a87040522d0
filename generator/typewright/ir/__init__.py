"""The intermediate representation of an API description, independent of any target language.

All values are immutable. A type refers to another by id, never by a Python reference, so that recursive types need no
care. Ids have the form of JSON pointers: the id of a schema that a `$ref` names is its canonical pointer; the id of an
inline schema is the id of its owner and the path below it, so that every inline schema is a type of its own (also where
two operations share a parameter, and where `allOf` copies an inline type to a new owner). `pointer` is the location of
the definition in the sources, for messages.
"""

from __future__ import annotations

from typewright.ir.models import (
    AliasModel,
    Discriminator,
    EnumModel,
    EnumValue,
    Field,
    FileModel,
    Model,
    ObjectModel,
    UnionModel,
    unfold,
)
from typewright.ir.notes import (
    ABSENT,
    NO_CONSTRAINTS,
    NO_NOTE,
    Absent,
    Constraints,
    Direction,
    Note,
    Presence,
    ScalarKind,
)
from typewright.ir.operations import (
    Api,
    Body,
    Header,
    Media,
    Operation,
    OperationKind,
    Parameter,
    ParameterLocation,
    Resolution,
    Response,
    SecurityRequirement,
    SecurityScheme,
    Server,
    ServerVariable,
    Tag,
)
from typewright.ir.types import (
    ListOf,
    Literal,
    MapOf,
    Nullable,
    Ref,
    Scalar,
    StreamOf,
    TypeExpr,
    element_of,
    not_null,
)

__all__ = [
    "ABSENT",
    "NO_CONSTRAINTS",
    "NO_NOTE",
    "Absent",
    "AliasModel",
    "Api",
    "Body",
    "Constraints",
    "Direction",
    "Discriminator",
    "EnumModel",
    "EnumValue",
    "Field",
    "FileModel",
    "Header",
    "ListOf",
    "Literal",
    "MapOf",
    "Media",
    "Model",
    "Note",
    "Nullable",
    "ObjectModel",
    "Operation",
    "OperationKind",
    "Parameter",
    "ParameterLocation",
    "Presence",
    "Ref",
    "Resolution",
    "Response",
    "Scalar",
    "ScalarKind",
    "SecurityRequirement",
    "SecurityScheme",
    "Server",
    "ServerVariable",
    "StreamOf",
    "Tag",
    "TypeExpr",
    "UnionModel",
    "element_of",
    "not_null",
    "unfold",
]
