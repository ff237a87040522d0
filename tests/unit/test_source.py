"""A file as a whole: encodings, which syntax it is, where things stand, and what makes it unreadable."""

import codecs
import gc
import os
from pathlib import Path

import pytest
from typewright.base.errors import Diagnostic, Location, Severity, SpecError
from typewright.base.limits import gc_paused
from typewright.openapi.files import source as source_module
from typewright.openapi.files.source import Source, line_of_file, parse_source, read_source

TEXT = "título: Größe 😀\nlist: [1, 2]\n"
VALUE = {"título": "Größe 😀", "list": [1, 2]}


def faults(content: bytes | str, file: str = "api.yaml") -> tuple[Diagnostic, ...]:
    with pytest.raises(SpecError) as caught:
        parse_source(content.encode() if isinstance(content, str) else content, file)
    return caught.value.diagnostics


def place(source: Source, pointer: str, *, at_key: bool = False) -> str:
    """The marked text."""
    location = source.locate(pointer, at_key=at_key)
    line = source.line(location.line)
    assert line is not None
    return line[location.column - 1 : location.column - 1 + location.length]


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32-le"),
        TEXT.encode("utf-32-be"),
    ],
    ids=["8", "8-bom", "16le-bom", "16be-bom", "32le-bom", "32be-bom", "16le", "16be", "32le", "32be"],
)
def test_every_encoding_of_yaml_gives_the_same_value_and_places(content: bytes) -> None:
    source = parse_source(content, "api.yaml")
    assert source.value == VALUE
    assert source.text == TEXT
    assert source.locate("/list/1") == Location("api.yaml", 2, 11, 1)


def test_a_byte_that_is_no_utf8_is_shown_in_its_line() -> None:
    (fault,) = faults("a: 1\nb: Grö".encode() + b"\xdfe\n")
    assert (fault.code, fault.location) == ("E102", Location("api.yaml", 2, 7, 1))
    assert fault.message == "the byte 0xDF is not valid UTF-8"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_move_places(newline: str) -> None:
    source = parse_source(newline.join(["a: 1", "", "b:", "  c: [x, yy]", ""]).encode(), "api.yaml")
    assert source.value == {"a": 1, "b": {"c": ["x", "yy"]}}
    assert source.locate("#/b/c/1") == Location("api.yaml", 4, 10, 2)
    assert source.line(4) == "  c: [x, yy]"
    assert source.line(99) is None
    assert source.line(0) is None


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("style", ["{}", '"{}"', "'{}'"])
def test_unicode_line_ends_are_text_and_no_lines(char: str, style: str) -> None:
    source = parse_source(f"a: {style.format(f'x{char}y')}\nb: z\n".encode(), "api.yaml")
    assert source.value == {"a": f"x{char}y", "b": "z"}
    assert source.locate("/b").line == 2


def test_characters_beyond_yaml_1_1_are_kept() -> None:
    assert parse_source("a: 'x\x7f\x9f\ufffey'\n".encode(), "api.yaml").value == {"a": "x\x7f\x9f\ufffey"}


def test_private_characters_of_the_text_stay_what_they_are() -> None:
    assert parse_source("a: '\ue000\x85\ue001'\n".encode(), "api.yaml").value == {"a": "\ue000\x85\ue001"}


def test_a_control_character_is_refused_at_its_place() -> None:
    (fault,) = faults("a: 1\nb: x\x07y\n")
    assert (fault.code, fault.location) == ("E121", Location("api.yaml", 2, 5, 1))
    assert "U+0007" in fault.message


@pytest.mark.parametrize("content", ["", "\n \n", "\ufeff"])
def test_an_empty_file_says_so(content: str) -> None:
    (fault,) = faults(content)
    assert (fault.code, fault.message) == ("E104", "the file is empty")


def test_a_file_of_comments_only_is_empty_too() -> None:
    assert faults("# nothing\n")[0].code == "E104"


@pytest.mark.parametrize(
    ("file", "text", "syntax"),
    [
        ("api.json", '{"a": 1}', "json"),
        ("api.yaml", '{"a": 1}', "json"),
        ("api.yaml", "{a: 1,}", "yaml"),
        ("api.yaml", "[1, 2, # three\n]", "yaml"),
        ("api", "{a: 1}", "yaml"),
        ("api.json", "a: 1", "yaml"),
    ],
)
def test_the_content_says_which_syntax_it_is(file: str, text: str, syntax: str) -> None:
    assert parse_source(text.encode(), file).syntax == syntax


def test_yaml_in_a_json_file_is_read_with_a_warning() -> None:
    source = parse_source(b"a: 1\n", "api.json")
    assert source.value == {"a": 1}
    assert [(found.code, found.severity) for found in source.diagnostics] == [("W102", Severity.WARNING)]


def test_json_that_is_broken_is_not_taken_for_yaml() -> None:
    assert faults('{"a": 1,}', "api.json")[0].code == "E107"
    assert faults('{"a": [1}', "api")[0].code == "E107"


def test_locate_shows_keys_values_and_nearest_parents() -> None:
    source = parse_source(b"info:\n  title: Pets\n  tags: [a, b]\n  a/b~c: x\n  text: |\n    long\n", "api.yaml")
    assert place(source, "/info/title") == "Pets"
    assert place(source, "/info/title", at_key=True) == "title"
    assert place(source, "#/info/tags/1") == "b"
    assert place(source, "#/info/tags") == "[a, b]"
    assert place(source, "#/info/a~1b~0c") == "x"
    assert place(source, "#/info/text") == "|"
    assert place(source, "#/info/missing/deeper") == "info"
    assert place(source, "#/info/tags/7") == "tags"
    assert place(source, "#/info/tags/-1") == "tags"
    assert place(source, "#/info/tags/01") == "tags"
    assert source.locate("#") == Location("api.yaml", 1, 1, 1)
    assert source.locate("") == source.locate("#")


def test_locate_in_json() -> None:
    source = parse_source(b'{"a\\u002fb": [1, {"\\ud83d\\ude00": "x"}],\n "c": {}}', "api.json")
    assert place(source, "/a~1b/0") == "1"
    assert place(source, "/a~1b", at_key=True) == '"a\\u002fb"'
    assert place(source, "/a~1b/1/😀") == '"x"'
    assert place(source, "/c") == "{}"
    assert source.locate("/c").line == 2


def test_places_of_aliases_and_merges() -> None:
    source = parse_source(b"base: &base {x: one, y: two}\nuse: *base\nmore:\n  <<: *base\n  y: own\n", "api.yaml")
    assert source.value["more"] == {"x": "one", "y": "own"}
    assert place(source, "/use") == "*base"
    assert place(source, "/use/x") == "one"
    assert place(source, "/more/x") == "one"
    assert place(source, "/more/y") == "own"


def test_places_are_looked_up_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(source_module, "MarkingComposer", never)
    monkeypatch.setattr(source_module, "JsonScanner", never)
    parse_source(TEXT.encode(), "api.yaml")
    parse_source(b'{"a": [1]}', "api.json")


@pytest.mark.parametrize(
    ("text", "file"), [("a: {b: [1, two]}\nc: 3\n", "api.yaml"), ('{"a": {"b": [1, "two"]}, "c": 3}', "api.json")]
)
def test_places_are_found_without_all_others(text: str, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source = parse_source(text.encode(), file)
    whole = parse_source(text.encode(), file)
    assert whole._root
    pointers = ["/a/b/1", "/c", "/a", "/a/b/7", "/a/b/0", ""]
    expected = [(whole.locate(pointer), whole.locate(pointer, at_key=True)) for pointer in pointers]

    def never(*_: object) -> None:
        raise AssertionError

    with monkeypatch.context() as patch:
        patch.setattr(source_module, "MarkingComposer", never)
        patch.setattr(source_module, "JsonScanner", never)
        found = [(source.locate(pointer), source.locate(pointer, at_key=True)) for pointer in pointers]
    assert found == expected


def test_a_file_is_read_under_the_name_that_the_user_gave(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text("a: 1\n")
    source = read_source(tmp_path / "api.yaml", "spec/api.yaml")
    assert (source.file, source.value) == ("spec/api.yaml", {"a": 1})
    assert source.content_digest


@pytest.mark.parametrize(("name", "reason"), [("none.yaml", "no such file"), ("", "is a directory")])
def test_a_file_that_cannot_be_opened(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(SpecError) as caught:
        read_source(tmp_path / name, "api.yaml")
    (fault,) = caught.value.diagnostics
    assert fault.code == "E101"
    assert reason in fault.message


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        read_source(tmp_path / "a\0b", "a b")
    assert caught.value.diagnostics[0].code == "E101"


def test_a_file_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "MAX_BYTES", 1_000)
    with pytest.raises(SpecError) as caught:
        read_source(Path(os.devnull).with_name("zero"), "zero")
    assert caught.value.diagnostics[0].code == "E120"


def test_lines_of_a_broken_file_can_still_be_shown(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_bytes(b"a: [\n\xff: 2\r\n")
    assert line_of_file(str(tmp_path / "broken.yaml"), 2) == "�: 2"
    assert line_of_file(str(tmp_path / "none.yaml"), 2) is None


def test_the_garbage_collector_is_left_as_it_was() -> None:
    for enabled in (True, False):
        (gc.enable if enabled else gc.disable)()
        try:
            faults("a: [\n")
            with gc_paused():
                assert not gc.isenabled()
            assert gc.isenabled() is enabled
        finally:
            gc.enable()
