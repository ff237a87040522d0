"""Requests as commands of curl: what curl is given when a shell reads them. The curl here prints its arguments."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typewright.cli.invocation import Invocation
from typewright.cli.sampling import example

STRING = {"type": "string"}
SECURED: dict[str, Any] = {
    "securitySchemes": {
        "key": {"type": "apiKey", "in": "header", "name": "X-$Key"},
        "query": {"type": "apiKey", "in": "query", "name": "api key"},
        "jar": {"type": "apiKey", "in": "cookie", "name": "sid"},
        "basic": {"type": "http", "scheme": "basic"},
        "bearer": {"type": "http", "scheme": "bearer"},
        "file": {"type": "mutualTLS"},
    }
}


def parameter(name: str, place: str, example: Any, **more: Any) -> dict[str, Any]:
    types = {str: "string", list: "array", dict: "object", int: "integer", bool: "boolean"}
    schema = {"type": types[type(example)], **({"additionalProperties": True} if isinstance(example, dict) else {})}
    return {"name": name, "in": place, "required": True, "example": example, "schema": schema, **more}


def body(media: str, example: Any, **more: Any) -> dict[str, Any]:
    types = {str: "string", dict: "object"}
    schema: dict[str, Any] = {"type": types[type(example)]}
    if isinstance(example, dict):
        schema["properties"] = {name: {} for name in example}
    return {"required": True, "content": {media: {"schema": schema, "example": example, **more}}}


def command(folder: Path, path: str = "/it", openapi: str = "3.1.0", **operation: Any) -> str:
    """Return the command for one operation."""
    root = {
        "openapi": openapi,
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "https://{host}.example.com/v1/", "variables": {"host": {"default": "api"}}}],
        "paths": {path: {"post": {"operationId": "it", "responses": {"204": {"description": ""}}, **operation}}},
        "components": SECURED,
    }
    (folder / "spec.json").write_text(json.dumps(root))
    return example(Invocation(spec=folder / "spec.json", out=folder / "out"), "it", None, "curl")


def arguments(folder: Path, command: str, **variables: str) -> list[str]:
    """Return what a shell passes to curl."""
    shell = shutil.which("sh")
    if shell is None:
        pytest.skip("there is no POSIX shell")
    program = folder / "bin" / "curl"
    program.parent.mkdir(exist_ok=True)
    program.write_text('#!/bin/sh\nprintf "%s\\0" "$@"\n')
    program.chmod(0o755)
    environment = {**variables, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
    run = subprocess.run([shell, "-eu", "-c", command], capture_output=True, env=environment, cwd=folder, check=True)
    assert run.stderr == b""
    return run.stdout.decode().split("\0")[:-1]


def sent(folder: Path, path: str = "/it", **operation: Any) -> list[str]:
    """Return what curl is given behind the method."""
    variables = {"KEY": "k k", "QUERY": "q", "JAR": "j", "BASIC": "me:pw", "BEARER": "b", "FILE": "me.pem"}
    first, method, *rest = arguments(folder, command(folder, path, **operation), **variables)
    assert (first, method) == ("--request", "POST")
    return rest


def test_an_operation_that_takes_nothing_is_called(tmp_path: Path) -> None:
    assert sent(tmp_path) == ["https://api.example.com/v1/it"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (parameter("p", "path", "a/b c'd$HOME`id`"), "a%2Fb%20c%27d%24HOME%60id%60"),
        (parameter("p", "path", ["a", "b,c"]), "a,b%2Cc"),
        (parameter("p", "path", {"a": 1, "b": 2}), "a,1,b,2"),
        (parameter("p", "path", {"a": 1, "b": 2}, explode=True), "a=1,b=2"),
        (parameter("p", "path", "a/b;c d%41%", allowReserved=True), "a/b;c%20d%41%25"),
        (parameter("p", "path", ["a/b", "c"], allowReserved=True), "a/b,c"),
        (parameter("p", "path", ["a", "b"], style="label"), ".a,b"),
        (parameter("p", "path", ["a", "b"], style="label", explode=True), ".a.b"),
        (parameter("p", "path", ["a", "b"], style="matrix"), ";p=a,b"),
        (parameter("p", "path", ["a", "b"], style="matrix", explode=True), ";p=a;p=b"),
    ],
)
def test_paths_have_the_styles_of_their_parameters(tmp_path: Path, given: dict[str, Any], expected: str) -> None:
    assert sent(tmp_path, "/it/{p}", parameters=[given]) == [f"https://api.example.com/v1/it/{expected}"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (parameter("a b", "query", "1&2=3"), "a%20b=1%262%3D3"),
        (parameter("q", "query", True), "q=true"),
        (parameter("q", "query", ["x,y", "z"]), "q=x%2Cy&q=z"),
        (parameter("q", "query", ["x,y", "z"], explode=False), "q=x%2Cy,z"),
        (parameter("q", "query", ["x", "z"], style="pipeDelimited", explode=False), "q=x%7Cz"),
        (parameter("q", "query", ["x", "z"], style="spaceDelimited", explode=False), "q=x%20z"),
        (parameter("q", "query", {"a": "1", "b": "2"}), "a=1&b=2"),
        (parameter("q", "query", {"a": "1", "b": "2"}, explode=False), "q=a,1,b,2"),
        (parameter("q", "query", "a:b/c?d&e=f#g+h", allowReserved=True), "q=a:b/c?d%26e=f%23g%2Bh"),
        (parameter("q", "query", ["a/b", "c"], explode=False, allowReserved=True), "q=a/b,c"),
        (parameter("q", "query", ["x", None, "z"]), "q=x&q=z"),
        (parameter("q", "query", {"a": None, "b": {"c": None, "d": "x"}}, style="deepObject"), "q%5Bb%5D%5Bd%5D=x"),
        (parameter("q", "query", {"a": {"b": ["x"]}}, style="deepObject"), "q%5Ba%5D%5Bb%5D%5B0%5D=x"),
    ],
)
def test_queries_have_the_styles_of_their_parameters(tmp_path: Path, given: dict[str, Any], expected: str) -> None:
    assert sent(tmp_path, parameters=[given]) == [f"https://api.example.com/v1/it?{expected}"]


def test_a_parameter_with_content_is_json(tmp_path: Path) -> None:
    schema = {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer", "example": 1}}}
    given = {"name": "q", "in": "query", "required": True, "content": {"application/json": {"schema": schema}}}
    assert sent(tmp_path, parameters=[given]) == ["https://api.example.com/v1/it?q=%7B%22a%22%3A1%7D"]


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("application/x-www-form-urlencoded", "a%20b=1&list=x&list=y%26"),
        ("application/json", "%7B%22a%20b%22%3A1%2C%22list%22%3A%5B%22x%22%2C%22y%26%22%5D%7D"),
    ],
)
def test_a_whole_query_is_a_form_or_json(tmp_path: Path, media_type: str, expected: str) -> None:
    properties = {"a b": {"type": "integer"}, "list": {"type": "array", "items": STRING}}
    schema = {"type": "object", "required": ["a b", "list"], "properties": properties}
    content = {media_type: {"schema": {**schema, "example": {"a b": 1, "list": ["x", "y&"]}}}}
    given = {"name": "q", "in": "querystring", "required": True, "content": content}
    assert sent(tmp_path, openapi="3.2.0", parameters=[given]) == [f"https://api.example.com/v1/it?{expected}"]


def test_headers_and_cookies(tmp_path: Path) -> None:
    given = [
        parameter("X-Trace", "header", 'it\'s "$x"'),
        parameter("X-List", "header", ["a", "b"]),
        parameter("sid", "cookie", "a;b"),
        parameter("theme", "cookie", "dark"),
    ]
    assert sent(tmp_path, parameters=given)[1:] == [
        *("--header", 'X-Trace: it\'s "$x"', "--header", "X-List: a,b"),
        *("--cookie", "sid=a%3Bb; theme=dark"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (body("application/json", {"a": "it's"}), ["Content-Type: application/json", "--data", '{\n  "a": "it\'s"\n}']),
        (body("text/plain", "@hi $there"), ["Content-Type: text/plain", "--data-raw", "@hi $there"]),
        (
            body("application/octet-stream", "x"),
            ["Content-Type: application/octet-stream", "--data-binary", "@example.file"],
        ),
    ],
    ids=["json", "text", "binary"],
)
def test_bodies(tmp_path: Path, body: dict[str, Any], expected: list[str]) -> None:
    assert sent(tmp_path, requestBody=body)[1:] == ["--header", *expected]


def test_forms_are_written_in_the_style_of_their_encoding(tmp_path: Path) -> None:
    example = {"a": "@x=1 & y", "list": ["p", "q"], "deep": {"k": ["v"]}, "n@me": 1}
    encoding = {"deep": {"style": "deepObject", "explode": True}}
    given = body("application/x-www-form-urlencoded", example, encoding=encoding)
    pairs = ["a=@x=1 & y", "list=p", "list=q", "deep%5Bk%5D%5B0%5D=v", "n%40me=1"]
    assert sent(tmp_path, requestBody=given)[1:] == [word for pair in pairs for word in ("--data-urlencode", pair)]


def test_members_of_forms_are_reserved_json_or_nothing(tmp_path: Path) -> None:
    example = {"a": "x/y&z", "none": None, "whole": {"k": 1}, "part": {"l": [1]}, "list": ["p", None]}
    encoding = {"a": {"allowReserved": True}, "part": {"contentType": "application/json"}}
    given = body("application/x-www-form-urlencoded", example, encoding=encoding)
    assert sent(tmp_path, requestBody=given)[1:] == [
        *("--data", "a=x/y%26z", "--data-urlencode", 'whole={"k":1}'),
        *("--data-urlencode", 'part={"l":[1]}', "--data-urlencode", "list=p"),
    ]


def test_nothing_is_sent_for_a_parameter_that_is_null(tmp_path: Path) -> None:
    nullable = {"type": ["string", "null"]}
    places = ("query", "header", "cookie")
    given = [{"name": f"x-{place}", "in": place, "schema": nullable, "example": None} for place in places]
    given.append({"name": "doc", "in": "query", "content": {"application/json": {"schema": nullable, "example": None}}})
    assert sent(tmp_path, parameters=given) == ["https://api.example.com/v1/it"]


def test_parts_keep_their_types_and_what_curl_would_read_otherwise(tmp_path: Path) -> None:
    example = {"a": "x; y", "b": " spaced ", "c": '"quoted"', "d": {"k": "1;2"}, "none": None, "e": 'in "it"'}
    encoding = {name: {"contentType": "text/markdown; charset=utf-8"} for name in ("a", "b", "c", "e")}
    given = body("multipart/form-data", example, encoding=encoding)
    markdown = ";type=text/markdown; charset=utf-8"
    assert sent(tmp_path, requestBody=given)[1:] == [
        *("--form", f'a="x; y"{markdown}', "--form", f'b=" spaced "{markdown}'),
        *("--form", f'c="\\"quoted\\""{markdown}', "--form", 'd="{\\"k\\": \\"1;2\\"}";type=application/json'),
        *("--form", f'e=in "it"{markdown}'),
    ]


def test_texts_of_a_multipart_form_are_no_files(tmp_path: Path) -> None:
    properties = {
        "file": {"type": "string", "format": "binary"},
        "note": {**STRING, "example": "@secret; <x"},
        "meta": {"type": "object", "properties": {"a": {"type": "integer", "example": 1}}},
    }
    schema = {"type": "object", "required": list(properties), "properties": properties}
    given = {"required": True, "content": {"multipart/form-data": {"schema": schema}}}
    assert sent(tmp_path, requestBody=given)[1:] == [
        *("--form", "file=@example.file", "--form-string", "note=@secret; <x"),
        *("--form", 'meta={"a": 1};type=application/json'),
    ]


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("key", ["https://api.example.com/v1/it", "--header", "X-$Key: k k"]),
        ("query", ["https://api.example.com/v1/it?api%20key=q"]),
        ("jar", ["https://api.example.com/v1/it", "--cookie", "sid=j"]),
        ("basic", ["https://api.example.com/v1/it", "--user", "me:pw"]),
        ("bearer", ["https://api.example.com/v1/it", "--header", "Authorization: Bearer b"]),
        ("file", ["https://api.example.com/v1/it", "--cert", "me.pem"]),
    ],
)
def test_credentials_come_from_the_environment(tmp_path: Path, scheme: str, expected: list[str]) -> None:
    assert sent(tmp_path, security=[{scheme: []}]) == expected


@settings(max_examples=25)
@given(text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_no_text_leaves_its_argument(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    given = [parameter("q", "query", text), parameter("X-It", "header", text)]
    folder = tmp_path_factory.mktemp("text")
    url, *rest = sent(folder, parameters=given, requestBody=body("application/json", {"a": text}))
    assert url.startswith("https://api.example.com/v1/it?q=")
    assert rest[:2] == ["--header", f"X-It: {text}"]
    assert rest[2:5] == ["--header", "Content-Type: application/json", "--data"]
    assert json.loads(rest[5]) == {"a": text}
