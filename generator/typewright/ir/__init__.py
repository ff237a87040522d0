"""The intermediate representation: what an API description says, without names or types of any target language.

Everything here is a frozen value. A type refers to another by id, never by a Python reference, so that cycles are
harmless. Ids look like JSON pointers: a schema that a `$ref` names has its own canonical pointer as id; an inline
schema has the id of its owner and the path below it, so that every inline position is a type of its own (also where
two operations share a parameter, and where `allOf` builds an inline type again under a new owner). `pointer` says
where in the sources a thing is written, for messages.
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
