"""The registry of diagnostic codes: the meaning of each stable code, and the usual remedy.

E0xx: running the program, E1xx: reading and syntax, E2xx: references, E3xx: the meaning of a description, E5xx:
examples. W codes are warnings with the same numbering. E codes with an `assumed` text are warnings, too.
`docs/errors.md` states the policy and has the table of this registry, which a test compares. A code never gets a second
meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class ErrorCode(Struct, frozen=True):
    """An entry of the registry: a stable code, its title, and the usual remedy."""

    code: str
    title: str
    help: str
    assumed: str = ""
    """What is assumed instead, which makes the fault a warning; empty if there is no sensible output."""


_RUNNING = (
    ErrorCode("E001", "command line", "see 'typewright generate --help'"),
    ErrorCode("E002", "unknown option or target in the configuration", "correct the name, or remove it"),
    ErrorCode("E003", "the configuration leaves out what is needed", "add it"),
    ErrorCode("E004", "value that an option does not allow", "write one of the allowed values"),
    ErrorCode("E005", "the lock cannot be used", "resolve its merge conflict, or delete it and generate again"),
    ErrorCode("E006", "the file system refuses", "mend the cause, then generate again; nothing is lost"),
    ErrorCode("E007", "another run is writing here", "wait for it to end, then run again"),
    ErrorCode("E008", "symbolic link in the output folder", "replace it by a folder or a file of its own"),
    ErrorCode("E009", "somebody else's file is in the way", "move it away, or give it up with '--overwrite'"),
    ErrorCode("E010", "a template of the user's fails", "mend the template, or remove it to use ours"),
    ErrorCode("E011", "the formatter is not installed", "install it, or choose another one"),
    ErrorCode("E012", "the ignore file cannot be used", "write a pattern a line, as in a .gitignore"),
    ErrorCode("E013", "watching needs another package", "install it: pip install 'typewright[watch]'"),
    ErrorCode("E014", "the baseline of lint cannot be used", "write it anew with '--update-baseline'"),
    ErrorCode("E016", "flavour that cannot hold the types", "choose another one with 'models:'"),
    ErrorCode("E017", "a target of another package fails", "report it to those who make the package"),
    ErrorCode("E018", "a target of another package that cannot be used", "install a release that fits"),
)

_READING = (
    ErrorCode("E101", "file cannot be read", "check the path and its permissions"),
    ErrorCode("E102", "file is not text", "save the file as UTF-8"),
    ErrorCode("E103", "type not supported", "use one of the types of JSON Schema", "it is passed over"),
    ErrorCode("E104", "file is empty", "write an OpenAPI description into it, or name another file"),
    ErrorCode("E105", "YAML syntax", "mend the text at the marked place"),
    ErrorCode("E106", "tab used as indentation", "YAML allows only spaces in front of a line: replace the tab"),
    ErrorCode("E107", "JSON syntax", "mend the text at the marked place"),
    ErrorCode("E108", "key given twice", "keep one of the two"),
    ErrorCode("E109", "several documents in one file", "keep one document a file; remove the '---' between them"),
    ErrorCode("E110", "number that JSON cannot hold", "JSON has no NaN and no infinity; write it as a string"),
    ErrorCode("E111", "YAML tag not supported", "remove the tag; only !!str, !!int and the like are known"),
    ErrorCode("E112", "key is not a scalar", "a key must be a string; quote it"),
    ErrorCode("E113", "alias without anchor", "put the anchor '&name' on a value before the alias"),
    ErrorCode("E114", "alias inside its own anchor", "a value cannot contain itself; use '$ref' for recursion"),
    ErrorCode("E115", "aliases expand to too much", "write the repeated parts as components and '$ref' them"),
    ErrorCode("E116", "merge key without a mapping", "'<<' takes a mapping or a list of them; else quote it"),
    ErrorCode("E117", "nested too deeply", "move inner parts into components and '$ref' them"),
    ErrorCode("E118", "half of a surrogate pair", "write the character itself, or both halves of the pair"),
    ErrorCode("E119", "number too long", "write it as a string"),
    ErrorCode("E120", "file too large", "split the description into several files"),
    ErrorCode("E121", "control character in the text", "remove it, or write it as an escape in double quotes"),
    ErrorCode("E130", "overlay version not supported", "use 'overlay: 1.0.0' or 'overlay: 1.1.0'"),
    ErrorCode("E131", "overlay of the wrong form", "write what is named there"),
    ErrorCode("E132", "target that is no JSONPath", "write a query of RFC 9535, such as $.paths['/pets'].get"),
    ErrorCode("E133", "overlay action that cannot be done", "make the update fit what the target selects"),
    ErrorCode("W101", "key read as another text", "quote the key to keep its text"),
    ErrorCode("W102", "file name and content differ", "rename the file, or change its content"),
    ErrorCode("W130", "overlay action without effect", "correct the target, or remove the action"),
    ErrorCode("W131", "overlay action inside an example", "narrow the target, if only schemas are meant"),
    ErrorCode("W132", "list appended entry by entry", "write one action for each entry"),
)

_REFERENCES = (
    ErrorCode(
        "E201",
        "target of a reference is missing",
        "define the target, or correct the reference",
        "of a schema, any value is taken; other things are left out",
    ),
    ErrorCode("E202", "reference leaves the project folder", "move the file inside, or allow it"),
    ErrorCode("E203", "reference to a URL", "keep a copy of the file in the project, or allow the URL"),
    ErrorCode("E204", "references form a cycle", "let one of them define the value"),
    ErrorCode("E205", "malformed reference", "a reference is a URI, with '#' and a JSON pointer behind it"),
    ErrorCode("E206", "referenced file cannot be read", "check the path; it is relative to the referring file"),
    ErrorCode("E207", "name of an anchor or '$id' is not unique", "give each '$anchor' and '$id' a name of its own"),
    ErrorCode("E208", "document is not an object", "an OpenAPI description is an object with 'openapi' and 'info'"),
)

_MEANING = (
    ErrorCode(
        "E209", "reference to a thing of another kind", "refer to what is expected here", "it is taken all the same"
    ),
    ErrorCode("E210", "URL with changed content", "look at it, then accept it with 'typewright generate --refresh'"),
    ErrorCode("E301", "value of the wrong kind", "write a value of the kind that is asked for", "it is passed over"),
    ErrorCode("E302", "limit that no value can meet", "correct the limit"),
    ErrorCode("E303", "schema of the wrong kind", "a schema is an object, true or false", "any value is taken"),
    ErrorCode(
        "E304",
        "reference of the wrong kind",
        "'$ref' takes a string",
        "the comment behind it is taken; without one, of a schema, any value is taken; other things are left out",
    ),
    ErrorCode("E305", "'items' is a list", "use 'prefixItems' for a tuple", "it is read as 'prefixItems'"),
    ErrorCode("E306", "schema includes itself", "break the cycle"),
    ErrorCode(
        "E307",
        "'allOf' with types that exclude each other",
        "make the branches agree, or use 'anyOf'",
        "any value is taken",
    ),
    ErrorCode(
        "E308",
        "enum without a value of its type",
        "list values of the type that 'type' names",
        "the type is passed over",
    ),
    ErrorCode("E309", "composition without a schema", "list the schemas, or remove it", "it is passed over"),
    ErrorCode(
        "E310", "discriminator without property", "name the property that tells the variants apart", "it is passed over"
    ),
    ErrorCode("E311", "parameter without name", "give it a 'name'", "it is passed over"),
    ErrorCode("E312", "parameter without place", "set 'in' to path, query, header or cookie", "it is passed over"),
    ErrorCode("E313", "operationId taken", "rename one of the two operations", "both have a method"),
    ErrorCode("E314", "parameter given twice", "remove one of the two", "the first is taken"),
    ErrorCode(
        "E315",
        "response without a status",
        "write a status such as 200, a range such as 4XX, or default",
        "it is passed over",
    ),
    ErrorCode(
        "E316", "parameter in the manner of Swagger 2", "put the type below 'schema'", "it is read as part of 'schema'"
    ),
    ErrorCode("E318", "malformed path", "write each parameter as '{name}'", "the path is left out"),
    ErrorCode("E320", "unknown Swagger version", "use 2.0, or convert it to OpenAPI 3"),
    ErrorCode("E321", "no OpenAPI description", "begin it with 'openapi: 3.1.0'"),
    ErrorCode("E322", "OpenAPI version not supported", "use 3.0.x, 3.1.x or 3.2.x"),
    ErrorCode("E323", "description of nothing", "describe operations below 'paths'"),
    ErrorCode("E324", "'allOf' expands to too much", "let properties refer to a component instead of merging it"),
    ErrorCode(
        "E325", "name that no file can have", "choose a shorter name, or name it with 'x-speakeasy-name-override'"
    ),
    ErrorCode("W304", "value that is not of the schema's type", "put the value in quotes, or change the type"),
    ErrorCode("W305", "extension not understood", "correct its name, or leave it to the tool that reads it"),
    ErrorCode("W306", "enum value given twice", "remove one of the two"),
    ErrorCode("W307", "field that OpenAPI does not know", "correct its name or its place, or begin it with 'x-'"),
    ErrorCode("W308", "array without 'items'", "say of which type its elements are"),
    ErrorCode("W309", "security scheme not defined", "define it below 'components: securitySchemes:'"),
    ErrorCode("W310", "tag given twice", "remove one of the two"),
    ErrorCode("W311", "server variable that contradicts itself", "make 'default' one of the values of 'enum'"),
    ErrorCode("W312", "mapping to what is no variant", "add it to 'oneOf' or 'anyOf', or remove it"),
    ErrorCode("W313", "required field missing", "add it"),
    ErrorCode("W314", "path parameter that is not required", "write 'required: true'"),
    ErrorCode("W315", "path without a slash in front", "begin the path with '/'"),
    ErrorCode("W316", "parameter without a type", "describe it below 'schema'"),
    ErrorCode("W317", "security scheme of an unknown type", "use one of the types of OpenAPI 3"),
    ErrorCode("W318", "path parameter not described", "add it to 'parameters' of the path or of its operations"),
    ErrorCode("W319", "path parameter without a place in the path", "write it into the path, or remove it"),
    ErrorCode("W320", "pattern is no regular expression", "mend the pattern; JSON Schema has those of JavaScript"),
    ErrorCode("W321", "enum without values", "list the values, or remove it"),
    ErrorCode("W322", "default that the schema refuses", "correct the default, or the schema"),
    ErrorCode("W323", "newer than the version of the description", "write 'openapi: 3.2.0'"),
    ErrorCode("W324", "Swagger 2.0, read as OpenAPI 3.0", "convert the description to OpenAPI 3 to be rid of this"),
    ErrorCode("W325", "filter that matches no operation", "correct it, or remove it"),
    ErrorCode("W326", "operation left out by a habit", "take the habit off 'reference_habits'"),
    ErrorCode("W327", "body in a media type that no method sends", "take the habit off 'reference_habits'"),
    ErrorCode("W328", "encoding of parts by position", "name the parts: describe the body as an object"),
    ErrorCode("W329", "form that is no object", "describe it as an object with a property for each value"),
    ErrorCode("W330", "moved or renamed; names stay", "let names follow with 'typewright lock --accept'"),
    ErrorCode("W331", "name of a method or a group in use", "choose another name with 'x-speakeasy-name-override'"),
    ErrorCode(
        "W332",
        "part of a composition that refuses what other parts add",
        "leave 'additionalProperties: false' out of parts; 'unevaluatedProperties: false' beside 'allOf' closes all",
        "the composition as a whole is closed instead",
    ),
)

_EXAMPLES = (
    ErrorCode("W501", "example that the schema refuses", "correct the example, or the schema"),
    ErrorCode("W502", "example that is cut off", "let some of the properties be optional"),
)

REGISTRY: Mapping[str, ErrorCode] = MappingProxyType(
    {row.code: row for row in (*_RUNNING, *_READING, *_REFERENCES, *_MEANING, *_EXAMPLES)}
)
"""The entries by code, in the order of the documentation."""


def markdown_table() -> str:
    """Return the registry as the markdown table of `docs/errors.md`."""
    rows = [
        f'| <a id="{row.code.lower()}"></a>`{row.code}` | {row.title} | {row.assumed or "-"} | {row.help} |'
        for row in REGISTRY.values()
    ]
    return "\n".join(["| code | what is wrong | what is assumed | what to do |", "|---|---|---|---|", *rows]) + "\n"
