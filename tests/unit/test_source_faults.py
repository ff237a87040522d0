"""What is said about text that is no YAML or JSON: the place, the sentence, and the help."""

import pytest
from typewright.base.errors import Diagnostic, SpecError
from typewright.openapi.files.source import parse_source

TAB = "a tab is used for indentation"
SPACES = "YAML allows only spaces in front of a line: replace the tab"
QUOTES = "put the whole value in quotes"
ALIKE = "indent it like the lines it belongs with"
SECOND = f"{QUOTES}, or begin a new line behind the first ':'"
GOES_ON = "a key where the line above goes on"
END_ABOVE = "end the line above with ':' if this belongs below it, else indent both alike"
NEVER = "the quoted text that starts here never ends"
COLON = "write 'key: value', or indent the line to continue the one above"
COMPLETE = "is the file complete?"
ALIAS = "'*' begins an alias, but no proper name follows"
NEXT_LINE = "begin the text in the next line, indented"
OUTSIDE = "remove it, or indent it into the document"
MEND = "mend the text at the marked place"

YAML = [
    ("a:\n\tb: 1\n", "2:1", TAB, SPACES),
    ("a:\n  b: 1\n\tc: 2\n", "3:1", TAB, SPACES),
    ("a:\n  b:\n  \tc: 2\n   d: 3\n", "3:3", TAB, SPACES),
    ("a: |\n\tx\n", "2:1", TAB, SPACES),
    ("a: |\n  x\n\ty\n", "3:1", TAB, SPACES),
    ('a: "x\nb: 1\n', "1:4", NEVER, "write the closing quote"),
    ("a: 'x\n---\nb: 1\n", "1:4", NEVER, "write the closing quote"),
    (
        'a: "x\nb: "y"\n',
        "2:5",
        "the quoted text from line 1, column 4 ends here, with more text behind it",
        'a closing " may be missing there',
    ),
    ("a: 'it's'\n", "1:8", "there is text behind the closing quote", "write '' for a quote inside the text"),
    ('a: "x" y\n', "1:8", "there is text behind the closing quote", 'write \\" for a quote inside the text'),
    ("a: [1,\n", "2:1", "the file ends too early: a value was expected", COMPLETE),
    ("a: [1\n", "1:4", "the '[' that opens here is never closed", "write ']'"),
    ("a: {b: 1\n", "1:4", "the '{' that opens here is never closed", "write '}'"),
    ("a: [1, 2\nb: 3\n", "2:2", "',' or ']' was expected here", "the '[' at line 1, column 4 is still open"),
    ("a: {b: 1\nc: 2\n", "2:2", "',' or '}' was expected here", "the '{' at line 1, column 4 is still open"),
    ("title: Foo: the bar\n", "1:11", "a second ': ' in one line", SECOND),
    ("key\nother: 1\n", "2:1", GOES_ON, END_ABOVE),
    ("a: 1\n  b: 2\n", "2:3", GOES_ON, END_ABOVE),
    ("a:\n    b: 1\n  c: 2\n", "3:3", "an indentation of 2 fits none of the mappings above", ALIKE),
    ("a: - x\n", "1:4", "a list cannot begin behind a key in the same line", "put the '- ' into the next line"),
    ("- a\nb: 1\n", "2:1", "a list item ('- ') was expected here", ALIKE),
    ("b: 1\n- a\n", "2:1", "a list item where a key was expected", ALIKE),
    ("a: 1\nb\nc: 2\n", "2:1", "there is no ': ' in this line", COLON),
    ('a: "\\d+"\n', "1:5", "unknown escape in double quotes", "double the backslash, or use single quotes"),
    ('a: "\\ud83d\\ude00"\n', "1:5", "YAML has no escapes of surrogate pairs", "write \\U0001F600"),
    ('a: "\\ud83d"\n', "1:7", "this escape is no Unicode character", "write the character itself"),
    ('a: "\\xZZ"\n', "1:7", "the escape lacks hexadecimal digits", MEND),
    ("a: **b**\n", "1:4", ALIAS, "put text that begins with '*' in quotes"),
    ("a: & b\n", "1:4", "'&' begins an anchor, but no proper name follows", "put text that begins with '&' in quotes"),
    ("a: @x\n", "1:4", "a value cannot begin with '@'", QUOTES),
    ("a: `x`\n", "1:4", "a value cannot begin with '`'", QUOTES),
    ("a: %x\n", "1:4", "a value cannot begin with '%'", QUOTES),
    ("a: ? b\n", "1:4", "'? ' cannot stand here", QUOTES),
    ("a: | x\n  y\n", "1:6", "there is text behind the sign of a block text", NEXT_LINE),
    ("a: ]\n", "1:4", "a value was expected before ']'", "remove the ']', or put it in quotes"),
    ("a: {b: 1,, c: 2}", "1:10", "a value was expected before ','", "remove the ',', or put it in quotes"),
    ("{a: 1}}\n", "1:7", "there is one '}' too many", "remove it"),
    ("a: 1\n...\nb: 2\n", "3:1", "there is text behind the end of the document", OUTSIDE),
    ("%-x\n", "1:1", "a line that begins with '%' is a directive", "indent it, or put it in quotes"),
    ("%YAML 2.0\n---\na: 1\n", "1:1", "this version of YAML is not supported", "use %YAML 1.2"),
    ("k" * 2000 + ": 1\n", "1:2001", "a key has more than 1024 characters", "shorten it, or write '? ' in front of it"),
]  # fmt: skip

JSON = [
    ('{"a": 1,}', "1:8", "a comma in front of '}'", "remove the comma"),
    ("[1,\n]", "1:3", "a comma in front of ']'", "remove the comma"),
    ('{"a": 1,, "b": 2}', "1:9", "a comma with nothing in front of it", "remove it, or write the value"),
    ("{'a': 1}", "1:2", "JSON has no ' quotes", 'use double quotes: "'),
    ("{\"a\": 'x'}", "1:7", "JSON has no ' quotes", 'use double quotes: "'),
    ('{"a": “x”}', "1:7", "JSON has no “ quotes", 'use double quotes: "'),
    ("{a: 1}", "1:2", "the key a lacks its quotes", 'write "a"'),
    ('{"a": 1\n "b": 2}', "2:2", "a ',' is missing in front of this", "write the comma"),
    ("[1 2]", "1:4", "a ',' is missing in front of this", "write the comma"),
    ('{"a" 1}', "1:6", "a ':' was expected between key and value", "write the ':'"),
    ('{"a" = 1}', "1:6", "a ':' was expected between key and value", "write the ':'"),
    ('{"a": }', "1:7", "a JSON value was expected", MEND),
    ('{"a": tru}', "1:7", "'tru' is no JSON value", "put text in double quotes"),
    ('{"a": True}', "1:7", "'True' is no JSON value", "write true"),
    ('{"a": None}', "1:7", "'None' is no JSON value", "write null"),
    ('{"a": "x\n"}', "1:9", "a line ends inside a string", 'close the string with ", or write \\n'),
    ('{"a": "x\ty"}', "1:9", "a string holds a control character", "write it as an escape, like \\t"),
    ('{"a": "\\d"}', "1:8", "unknown escape in a string", "double the backslash"),
    ('{"a": "x', "1:7", "the string that starts here never ends", 'write the closing "'),
    ('{"a": {"b": 1\n', "1:13", "the file ends too early: the '{' of line 1, column 7 is never closed", COMPLETE),
    ("[", "1:1", "the file ends too early: the '[' of line 1, column 1 is never closed", COMPLETE),
    ('{"a": "]"', "1:9", "the file ends too early: the '{' of line 1, column 1 is never closed", COMPLETE),
    ('{"a":', "1:5", "the file ends too early: the '{' of line 1, column 1 is never closed", COMPLETE),
    ('{"a": 1} x', "1:10", "there is text behind the end of the JSON value", "remove it"),
    ('{"a": 1}}', "1:9", "there is one '}' too many", "remove it"),
    ('{"a": 1]', "1:8", "']' where '}' or ',' was expected", "mend the brackets"),
    ('{"a": 01}', "1:7", "'01' is not a number of JSON", MEND),
    ('{"a": .5}', "1:7", "'.5' is not a number of JSON", MEND),
    ('{"a": 1.}', "1:7", "'1.' is not a number of JSON", MEND),
    ('{"a": +1}', "1:7", "'+1' is not a number of JSON", MEND),
    ('{"a": 0x1}', "1:7", "'0x1' is not a number of JSON", MEND),
    ('{"a": -}', "1:7", "'-' is not a number of JSON", MEND),
    ('{// c\n"a":1}', "1:2", "JSON has no comments", "remove it, or write the description in YAML"),
    ('{"a": 1 /* c */}', "1:9", "JSON has no comments", "remove it, or write the description in YAML"),
]  # fmt: skip


def only_fault(text: str, file: str) -> Diagnostic:
    with pytest.raises(SpecError) as caught:
        parse_source(text.encode(), file)
    (fault,) = caught.value.diagnostics
    return fault


def place(fault: Diagnostic) -> str:
    assert fault.location is not None
    return f"{fault.location.line}:{fault.location.column}"


@pytest.mark.parametrize(("text", "where", "message", "help_text"), YAML, ids=[row[0][:20] for row in YAML])
def test_yaml_syntax(text: str, where: str, message: str, help_text: str) -> None:
    fault = only_fault(text, "api.yaml")
    assert (place(fault), fault.message, fault.help) == (where, message, help_text)
    assert fault.code == ("E106" if message == TAB else "E105")


@pytest.mark.parametrize(("text", "where", "message", "help_text"), JSON, ids=[row[0][:20] for row in JSON])
def test_json_syntax(text: str, where: str, message: str, help_text: str) -> None:
    fault = only_fault(text, "api.json")
    assert (place(fault), fault.message, fault.help, fault.code) == (where, message, help_text, "E107")


def test_a_second_json_value() -> None:
    fault = only_fault('{"a": 1}\n{"b": 2}\n', "api.json")
    assert (fault.code, place(fault), fault.message) == ("E109", "2:1", "a second JSON value starts here")


def test_an_unknown_tag_handle() -> None:
    fault = only_fault("a: !e!foo x\n", "api.yaml")
    assert (fault.code, place(fault)) == ("E111", "1:4")


def test_text_that_begins_like_a_tag() -> None:
    fault = only_fault("a: !{b}\n", "api.yaml")
    assert (fault.code, place(fault)) == ("E111", "1:4")
    assert fault.message == "'!' begins a tag, but no proper one follows"


def test_what_was_found_before_the_syntax_fault_is_told_too() -> None:
    with pytest.raises(SpecError) as caught:
        parse_source(b"a: 1\na: 2\nb: ]\n", "api.yaml")
    assert [fault.code for fault in caught.value.diagnostics] == ["E108", "E105"]
