"""Broken descriptions of every kind, as a tester tries them: severity, code, place and remedy of the first message."""

import textwrap
from pathlib import Path

import pytest
from typewright.base.errors import Diagnostic, Severity, TypewrightError
from typewright.base.limits import recursion_limit_raised
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower

HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'
OLD = HEAD.replace("3.1.0", "3.0.3")


def described(tmp_path: Path, content: str | bytes, name: str = "spec.yaml") -> tuple[Diagnostic, ...]:
    """Return what is said of a description, the errors first."""
    (tmp_path / "typewright.yaml").touch()  # a folder of its own, whatever lies around it
    spec = tmp_path / name
    spec.write_bytes(content.encode() if isinstance(content, str) else content)
    try:
        with recursion_limit_raised():
            document = load_document(spec)
            return (*lower(document)[1], *document.diagnostics)
    except TypewrightError as fault:
        return fault.diagnostics


def operation(written: str = "", *, path: str = "/a", responses: str = "'200': {description: ok}") -> str:
    """Return a description of one operation: fields of it from line 6 on, column 7; then its responses."""
    fields = textwrap.indent(textwrap.dedent(written).strip("\n") + "\n", " " * 6) if written else ""
    return f"{HEAD}paths:\n  {path}:\n    get:\n{fields}      responses:\n        {responses}\n"


def components(written: str, head: str = HEAD) -> str:
    """Return a description whose operation returns the schema A; `written` stands below 'components' from line 8 on."""
    schema = "{$ref: '#/components/schemas/A'}"
    use = f"{{'200': {{description: ok, content: {{application/json: {{schema: {schema}}}}}}}}}"
    below = textwrap.indent(textwrap.dedent(written).strip("\n"), "  ")
    return f"{head}paths:\n  /a:\n    get:\n      responses: {use}\ncomponents:\n{below}\n"


def schema(written: str, head: str = HEAD) -> str:
    """Return a description whose schema A stands from line 10 on, column 7."""
    return components("schemas:\n  A:\n" + textwrap.indent(textwrap.dedent(written).strip("\n"), "    "), head)


FILES = {
    "empty": ("", "error E104 1:1", "name another file"),
    "gzip": (b"\x1f\x8b\x08\0\0\0", "error E102 1:1", "gzip archive, and no text; unpack it"),
    "zip": (b"PK\x03\x04\x14\0", "error E102 1:1", "zip archive, and no text; unpack it"),
    "image": (b"\x89PNG\r\n\x1a\n\0", "error E102 1:1", "an image"),
    "PDF": (b"%PDF-1.7\n", "error E102 1:1", "a PDF"),
    "UTF-8 cut off": (HEAD.encode() + b"# caf\xc3", "error E102 3:6", "save the file as UTF-8"),
    "Latin-1": (HEAD.encode() + b"x-a: caf\xe9\n", "error E102 3:9", "save the file as UTF-8"),
    "NUL": (HEAD.encode() + b"\0", "error E121 3:1", "U+0000"),
    "HTML": ("<!DOCTYPE html>\n<html>\n<p>Log in: please</p>\n", "error E321 1:1", "an HTML page"),
    "HTML below a blank line": ("\n<HTML><body>", "error E321 1:1", "an HTML page"),
    "XML": ('<?xml version="1.0"?>\n<definitions/>\n', "error E321 1:1", "this is XML"),
    "Git LFS": ("version https://git-lfs.github.com/spec/v1\noid sha256:a\n", "error E321 1:1", "git lfs pull"),
    "RAML": ("#%RAML 1.0\ntitle: T\n", "error E321 1:1", "RAML"),
    "merge conflict": (f"{HEAD}<<<<<<< HEAD\npaths: {{}}\n=======\n>>>>>>> b\n", "error E105 3:1", "merge conflict"),
    "a text": ("just text\n", "error E208 1:1", "an OpenAPI description is an object"),
    "a list": ("- openapi: 3.0.0\n", "error E208 1:1", "an OpenAPI description is an object"),
    "template": ("openapi: 3.1.0\ninfo: {{ .Values.info }}\n", "error E112 2:8", "a list or a mapping cannot be a key"),
    "Swagger 1 under the newer key": (
        'swagger: "1.2"\npaths: {/a: {get: 3}}\n',
        "error E320 1:10",
        "convert it to OpenAPI 3",
    ),
    "Swagger 1": ("swaggerVersion: '1.2'\napis: []\n", "error E321 1:1", "Swagger 1"),
    "AsyncAPI": ("asyncapi: 2.6.0\ninfo: {}\n", "error E321 1:1", "AsyncAPI"),
    "Postman": ("info: {_postman_id: x}\nitem: []\n", "error E321 1:1", "a Postman collection"),
    "JSON Schema": ("$schema: https://json-schema.org/draft/2020-12/schema\n", "error E321 1:1", "a JSON Schema"),
    "overlay": ("overlay: 1.0.0\nactions: []\n", "error E321 1:1", "'overlays:'"),
    "Kubernetes": ("apiVersion: v1\nkind: Service\n", "error E321 1:1", "a Kubernetes object"),
    "version missing": ("info: {}\npaths: {}\n", "error E321 1:1", "start it with: openapi: 3.1.0"),
    "version misspelt": ("info: {}\nOpenAPI: 3.0.0\n", "error E321 2:1", "write 'openapi' instead of 'OpenAPI'"),
    "version 4": ("openapi: 4.0.0\n", "error E322 1:10", "use 3.0.x, 3.1.x or 3.2.x"),
    "version 2": ("openapi: 2.0\n", "error E322 1:10", "version 2.0 is not supported"),
    "version 3.10": ("openapi: '3.10'\n", "error E322 1:10", "version 3.10 is not supported"),
    "a field of 3.2": (f"{HEAD}$self: https://example.com/a\npaths: {{}}\n", "warning W323 3:1", "of OpenAPI 3.2"),
    "version with curly quotes": ("openapi: “3.0.0”\n", "error E322 1:10", "“3.0.0” is not supported"),
    "version true": ("openapi: true\n", "error E322 1:10", "version true is not supported"),
    "version null": ("openapi:\n", "error E322 1:9", "version null is not supported"),
    "version empty": ("openapi: ''\n", "error E322 1:10", 'version "" is not supported'),
    "nothing described": (HEAD, "error E323 1:1", "describe operations below 'paths'"),
    "no-break space": (f"{HEAD}paths: {{}}\n\u00a0 x: 1\n", "warning W307 4:1", "U+00A0"),
    "Python object": (f"{HEAD}paths: !!python/object/apply:os.system [x]\n", "error E111 3:8", "remove the tag"),
    "include": (f"{HEAD}paths: !include paths.yaml\n", "error E111 3:8", "'!include' is not supported"),
    "YAML 3": (f"%YAML 3.0\n---\n{HEAD}", "error E105 1:1", "use %YAML 1.2"),
    "list as key": (f"{HEAD}paths: {{[a]: b}}\n", "error E112 3:9", "quote it"),
}

OPERATIONS = {
    "path without slash": (operation(path="a"), "warning W315 4:3", "write '/a'"),
    "path with open brace": (operation(path="'/a/{b'"), "warning E318 4:3", "do not pair up"),
    "path parameter not described": (operation(path="/a/{b}"), "warning W318 4:3", "name: b, in: path"),
    "path null": (f"{HEAD}paths:\n  /a:\n", "warning E301 4:6", "write a method such as 'get:'"),
    "operation null": (f"{HEAD}paths:\n  /a:\n    get:\n", "warning E301 5:9", "write 'responses:' below"),
    "method misspelt": (operation().replace("get:", "gett:"), "warning W307 5:5", "did you mean 'get'?"),
    "method in capitals": (operation().replace("get:", "GET:"), "warning W307 5:5", "it is read as 'get'"),
    "method that is none": (operation().replace("get:", "list:"), "warning W307 5:5", "write one of get, put,"),
    "place misspelt": (
        operation("parameters:\n- {name: b, in: qeury, schema: {}}"),
        "warning E312 7:23",
        "did you mean 'query'?",
    ),
    "place of Swagger 2": (operation("parameters:\n- {name: b, in: body}"), "warning E312 7:23", "'requestBody'"),
    "place missing": (operation("parameters:\n- {name: b, schema: {}}"), "warning E312 7:9", "use path, query, header"),
    "name missing": (operation("parameters:\n- {in: query, schema: {}}"), "warning E311 7:9", "give it a 'name'"),
    "parameter a text": (operation("parameters: [b]"), "warning E301 6:20", "write '- name: …'"),
    "parameters named": (operation("parameters: {b: {}}"), "warning E301 6:19", "write a list: '- name: …'"),
    "tags a text": (operation("tags: a"), "warning E301 6:13", "write a list: [name]"),
    "tag null": (operation("tags: [null]"), "warning E301 6:14", "an item of 'tags' must be a string, not null"),
    "id a list": (operation("operationId: [a]"), "warning E301 6:20", "must be a string, not an array"),
    "scheme not defined": (operation("security: [{a: []}]"), "warning W309 6:19", "securitySchemes"),
    "security a text": (operation("security: [a]"), "warning E301 6:18", "write '- NAME: []'"),
    "server a text": (f"{HEAD}servers: [https://a.b]\npaths: {{}}\n", "warning E301 3:11", "write '- url: https://…'"),
    "status of six hundred": (operation(responses="'600': {description: a}"), "warning E315 7:9", "range such as 4XX"),
    "status range in small letters": (operation(responses="2xx: {description: a}"), "warning E315 7:9", "'2XX'?"),
    "response a text": (operation(responses="'200': ok"), "warning E301 7:16", "write 'description: …'"),
    "media type null": (
        operation(responses="'200': {description: a, content: {text/plain: }}"),
        "warning E301 7:55",
        "write 'schema: …'",
    ),
    "example without end": (
        operation(responses=f"'200': {{description: a, content: {{text/plain: {{example: {'[' * 60}{']' * 60}}}}}}}"),
        "error E117 7:65",
        "show a smaller one",
    ),
    "media type that is a schema": (
        operation(responses="'200': {description: a, content: {text/plain: {type: string}}}"),
        "warning W307 7:56",
        "write 'schema:' below the media type",
    ),
    "response reference misspelt": (
        operation(responses="'200': {$ref: '#/components/response/X'}") + "components: {responses: {X: {}}}\n",
        "warning E201 7:23",
        "it is read as '#/components/responses/X'",
    ),
}

SCHEMAS = {
    "pattern": ("pattern: '[a-'", "warning W320 10:16", "those of JavaScript"),
    "minimum above maximum": ("minimum: 5\nmaximum: 1", "warning E302 10:16", "no value fits"),
    "bounds that touch": ("exclusiveMinimum: 5\nmaximum: 5", "warning E302 10:25", "no value fits"),
    "size below zero": ("minLength: -1", "warning E301 10:18", "a whole number, 0 or more"),
    "step of zero": ("multipleOf: 0", "warning E302 10:19", "greater than 0"),
    "type misspelt": ("type: strnig", "warning E103 10:13", "did you mean 'string'?"),
    "type of a language": ("type: int", "warning E103 10:13", "write 'type: integer'"),
    "type of the other case": ("type: String", "warning E103 10:13", "did you mean 'string'?"),
    "types wrong": ("type: [string, foo]", "warning E103 10:22", "use one of string"),
    "types none": ("type: []", "warning E103 10:13", "name a type"),
    "type a number": ("type: 3", "warning E103 10:13", "the name of a type is a string, not a number"),
    "enum a text": ("enum: a", "warning E301 10:13", "must be an array, not a string"),
    "enum empty": ("enum: []", "warning W321 10:13", "list the values"),
    "enum twice": ("enum: [a, b, a]", "warning W306 10:20", "remove one of the two"),
    "enum of another type": ("type: integer\nenum: ['1']", "warning E308 11:14", "they are read without quotes"),
    "enum partly of another type": ("type: string\nenum: [a, 1, true]", "warning W304 11:17", "(and 1 more)"),
    "default of another type": ("type: integer\ndefault: a", "warning W322 11:16", "the type is integer"),
    "default beyond the enum": ("enum: [a]\ndefault: b", "warning W322 11:16", "not among the values"),
    "items a list": ("items: [{type: string}]", "warning E305 10:14", "use 'prefixItems'"),
    "items a text": ("type: array\nitems: string", "warning E303 11:14", "a schema is an object"),
    "properties a list": ("properties: [a]", "warning E301 10:19", "write the properties as 'name: schema'"),
    "property a text": ("properties: {a: string}", "warning E303 10:23", "a schema is an object"),
    "required a text": ("required: a", "warning E301 10:17", "must be an array"),
    "required in a property": ("properties: {a: {required: true}}", "warning E301 10:34", "of the object around them"),
    "composition of nothing": ("oneOf: []", "warning E309 10:14", "list the schemas"),
    "composition named": ("oneOf: {a: {}}", "warning E301 10:14", "must be an array"),
    "branches that exclude each other": ("allOf: [{type: object}, {type: array}]", "warning E307 10:38", "use 'anyOf'"),
    "keyword misspelt": ("propertise: {}", "warning W307 10:7", "did you mean 'properties'?"),
    "keyword in small letters": ("minlength: 3", "warning W307 10:7", "did you mean 'minLength'?"),
    "reference a comment": (
        "$ref: #/components/schemas/B",
        "warning E304 10:12",
        "as the comment, '#/components/schemas/B'",
    ),
    "reference null": ("$ref:", "warning E304 10:12", "any value is taken"),
    "reference a number": ("$ref: 3", "warning E304 10:13", "not a number; any value is taken"),
    "reference to itself": ("$ref: '#/components/schemas/A'", "error E204 10:13", "let one of them define the value"),
    "reference beside others to nothing": (
        "$ref: '#/x/y'\ntype: string",
        "warning E201 10:13",
        "the reference is passed over",
    ),
    "reference to a folder of Windows": ("$ref: 'C:\\b.yaml'", "error E202 10:13", "with '/'"),
    "reference out": ("$ref: ../../../b.yaml", "error E202 10:13", "lies outside the project folder"),
    "reference to a URL": ("$ref: https://example.com/b.yaml", "error E203 10:13", "allow the URL"),
    "reference to the head": ("$ref: '#/info'", "error E209 10:13", "'#/info' is 'info'"),
    "reference to everything": ("$ref: '#'", "error E209 10:13", "'#' is the description"),
    "number that is none": ("default: .nan", "error E110 10:16", "write it as a string"),
    "number beyond a double": ("maximum: 1e400", "error E110 10:16", "too large for a double"),
    "number of digits": (f"maximum: {'9' * 2000}", "error E119 10:16", "has 2000 digits"),
    "value without end": (f"const: {'[' * 60}{']' * 60}", "error E117 10:14", "nests more than 50 levels deep"),
    "example without end": (f"example: {'[' * 60}{']' * 60}", "error E117 10:16", "show a smaller one"),
    "enum without end, of another type": (
        f"not: {{enum: {'{a: ' * 60}{'}' * 60}}}",
        "error E117 10:19",
        "more than 50",
    ),
}

TWO = {
    "name alone": ("B", "write '#/components/schemas/B'"),
    "name behind a hash": ("#B", "write '#/components/schemas/B'"),
    "Swagger 2": ("#/definitions/B", "write '#/components/schemas/B'"),
    "other section": ("#/components/parameters/B", "did you mean '#/components/schemas/B'?"),
    "capitals": ("#/components/schemas/b", "did you mean '#/components/schemas/B'?"),
    "capitals beside more letters": ("#/components/schemas/a/prop", "did you mean '#/components/schemas/A"),
    "backslashes": ("#\\components\\schemas\\B", "write '#/components/schemas/B'"),
    "another file": ("x/B.yaml", "check the path"),
    "another file of that name": ("x/b.yaml#/B", "check the path"),
}

CIRCLES = {
    "references": ("A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}", "E204 9:15"),
    "branches": (
        "A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/A'}]}\n"
        "B: {anyOf: [{$ref: '#/components/schemas/A'}]}",
        "E306 9:8",
    ),
    "an only branch": ("A: {oneOf: [{$ref: '#/components/schemas/A'}]}", "E306 9:8"),
    "bases": (
        "A: {allOf: [{$ref: '#/components/schemas/B'}]}\nB: {allOf: [{$ref: '#/components/schemas/A'}]}",
        "E306 9:17",
    ),
}


def spoken(found: Diagnostic) -> str:
    """Return severity, code and place of a message."""
    assert found.location is not None
    return f"{found.severity.value} {found.code} {found.location.line}:{found.location.column}"


def hold(found: tuple[Diagnostic, ...], place: str, said: str) -> None:
    assert found, "nothing is said"
    first = found[0]
    assert spoken(first) == place
    assert said in f"{first.message}; {first.help}"
    assert all(each.help and each.location for each in found)


@pytest.mark.parametrize("case", FILES)
def test_files_that_are_no_description(case: str, tmp_path: Path) -> None:
    content, place, said = FILES[case]
    hold(described(tmp_path, content), place, said)


@pytest.mark.parametrize("case", OPERATIONS)
def test_operations(case: str, tmp_path: Path) -> None:
    text, place, said = OPERATIONS[case]
    hold(described(tmp_path, text), place, said)


@pytest.mark.parametrize("case", SCHEMAS)
def test_schemas(case: str, tmp_path: Path) -> None:
    written, place, said = SCHEMAS[case]
    hold(described(tmp_path, schema(written)), place, said)


@pytest.mark.parametrize("case", TWO)
def test_what_a_dangling_reference_meant(case: str, tmp_path: Path) -> None:
    ref, said = TWO[case]
    found = described(tmp_path, components(f"schemas:\n  A: {{$ref: '{ref}'}}\n  B: {{type: object}}"))
    assert said in (found[0].help or "")
    assert spoken(found[0]).endswith(" 9:15")


@pytest.mark.parametrize("case", CIRCLES)
def test_cycles(case: str, tmp_path: Path) -> None:
    written, place = CIRCLES[case]
    found = described(tmp_path, components("schemas:\n" + textwrap.indent(written, "  ")))
    assert spoken(found[0]) == f"error {place}"


def test_a_reference_to_another_kind_is_told_once_where_it_leaves_the_kind(tmp_path: Path) -> None:
    written = "parameters:\n  P: {name: a, in: query, schema: {}}\nschemas:\n  A: {$ref: '#/components/parameters/P'}"
    found = described(tmp_path, components(written))
    assert [spoken(each) for each in found] == ["error E209 11:15"]


def test_a_reference_to_a_map_of_schemas_is_told(tmp_path: Path) -> None:
    written = "schemas:\n  A: {$ref: '#/components/schemas/B/properties'}\n  B: {properties: {x: {}}}"
    hold(described(tmp_path, components(written)), "error E209 9:15", "a map whose entries are each a schema")


def test_versions_with_a_third_number_and_without(tmp_path: Path) -> None:
    for version in ("3.0", "3.1", "3.2", "3.0.4", "3.1.1", "3.1.0-rc1", "3.2.0"):
        assert described(tmp_path, HEAD.replace("3.1.0", version) + "paths: {}\n") == ()


def test_patterns_of_other_dialects_pass_without_a_word_on_stderr(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    assert described(tmp_path, schema("pattern: '^[[:alpha:]]+$'")) == ()
    assert [str(each.message) for each in recwarn] == []


def test_one_fault_makes_no_second_one(tmp_path: Path) -> None:
    for written in ("items: [{}]", "properties: 3", "type: [string, foo]", "$ref: #x"):
        assert len(described(tmp_path, schema(written))) == 1, written


def test_faults_of_all_kinds_are_told_at_once_in_their_order(tmp_path: Path) -> None:
    found = described(tmp_path, operation("tags: a\noperationId: []\nsecurity: [{b: []}]\nparameters: [3]"))
    assert [each.severity for each in found] == [Severity.WARNING] * 4
    assert [each.location.line for each in found if each.location] == [6, 7, 8, 9]


def test_a_directive_of_yaml_1_1_changes_no_rule(tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text(f"%YAML 1.1\n---\n{HEAD}paths: {{}}\nx-words: [yes, 0o17, 12:30:00]\n")
    assert load_document(tmp_path / "spec.yaml").root["x-words"] == ["yes", 15, "12:30:00"]


def test_a_chain_of_ten_thousand_bases_is_refused_without_a_crash(tmp_path: Path) -> None:
    bases = [f"L{each}: {{allOf: [{{$ref: '#/components/schemas/L{each + 1}'}}, {{}}]}}" for each in range(10_000)]
    text = components("schemas:\n  A: {$ref: '#/components/schemas/L0'}\n  " + "\n  ".join([*bases, "L10000: {}"]))
    hold(described(tmp_path, text), "error E117 61:10", "nest more than 50 deep")
