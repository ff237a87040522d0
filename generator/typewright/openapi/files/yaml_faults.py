"""Messages for the syntax errors of PyYAML's parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct
from yaml.error import MarkedYAMLError
from yaml.events import Event, ScalarEvent

from typewright.base.errors import Diagnostic
from typewright.openapi.files.lines import Lines, Span

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_PAIR = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_LONGEST_KEY = 1024
_INDENTED_LIKE = "indent it like the lines it belongs with"
_IN_QUOTES = "put the whole value in quotes"


def control_character_error(lines: Lines) -> Diagnostic:
    """Return the diagnostic (E121) for the first character that YAML does not allow."""
    match = _UNPRINTABLE.search(lines.text)
    start = match.start() if match else 0
    shown = f"U+{ord(lines.text[start]):04X}" if match else "unknown"
    return lines.diagnostic("E121", f"the control character {shown} is not allowed", Span(start, start + 1))


class _ParserError(Struct, frozen=True):
    """An error of the parser: its offset (`index`), that of the enclosing construct (`start`), and the last event."""

    lines: Lines
    problem: str
    context: str
    index: int
    start: int
    last: Event | None

    @property
    def indentation(self) -> str:
        """The blanks at the start of the line of the error."""
        return self.lines.indentation(self.index)

    @property
    def is_at_line_start(self) -> bool:
        """Whether there are only blanks before the error in its line."""
        return self.lines.line_start(self.index) + len(self.indentation) >= self.index

    def position_text(self, offset: int) -> str:
        """Return the position of the character at `offset`, in words."""
        location = self.lines.location(Span(offset, offset + 1))
        return f"line {location.line}, column {location.column}"


class _Advice(Struct, frozen=True):
    """The message and help for an error; `index` is the offset to show if it is not that of the error."""

    message: str
    help: str | None = None
    index: int | None = None
    code: str = "E105"


def syntax_error(fault: MarkedYAMLError, lines: Lines, last: Event | None) -> Diagnostic:
    """Return the diagnostic for an error of YAML's scanner or parser after the event `last`.

    E106 for tabs in the indentation, E111 for an unknown tag handle, else E105.
    """
    mark, start = fault.problem_mark or fault.context_mark, fault.context_mark or fault.problem_mark
    end = len(lines.text)
    error = _ParserError(
        lines=lines,
        problem=fault.problem or "",
        context=fault.context or "",
        index=min(mark.index, end) if mark else 0,
        start=min(start.index, end) if start else 0,
        last=last,
    )
    advice = _tab_in_indentation(error) or _ADVICE_BY_PROBLEM.get(error.problem, _default_advice)(error)
    index = error.index if advice.index is None else advice.index
    return lines.diagnostic(advice.code, advice.message, Span(index, index + 1), help_text=advice.help)


def _tab_in_indentation(error: _ParserError) -> _Advice | None:
    char = error.lines.text[error.index : error.index + 1]
    tab = error.indentation.find("\t")
    is_named = "tab character" in error.problem or (char == "\t" and error.problem == _NO_START)
    if not is_named and (tab < 0 or error.problem not in _INDENTATION_PROBLEMS):
        return None
    index = error.lines.line_start(error.index) + tab if tab >= 0 else error.index
    return _Advice("a tab is used for indentation", None, index, "E106")


def _default_advice(error: _ParserError) -> _Advice:
    if error.context.endswith("tag"):
        return _Advice("'!' begins a tag, but no proper one follows", _IN_QUOTES, error.start, "E111")
    if error.context.endswith("directive"):
        return _Advice("a line that begins with '%' is a directive", "indent it, or put it in quotes", error.start)
    if not error.lines.text[error.index :].strip():
        return _Advice(f"the file ends too early {error.context}".rstrip(), "is the file complete?")
    return _Advice(" ".join(filter(None, (error.problem, error.context))))


def _second_colon(error: _ParserError) -> _Advice:
    start = error.lines.line_start(error.index)
    before = error.lines.text[start : error.index]
    if len(before) > _LONGEST_KEY:
        return _Advice(f"a key has more than {_LONGEST_KEY} characters", "shorten it, or write '? ' in front of it")
    if re.search(r":\s", before):
        return _Advice("a second ': ' in one line", f"{_IN_QUOTES}, or begin a new line behind the first ':'")
    return _Advice(
        "a key where the line above goes on",
        "end the line above with ':' if this belongs below it, else indent both alike",
        start + len(error.indentation),
    )


def _no_key(error: _ParserError) -> _Advice:
    last, text = error.last, error.lines.text
    if isinstance(last, ScalarEvent) and last.style in ("'", '"') and last.end_mark is not None:
        end = last.end_mark.index
        if "\n" not in text[end : error.index]:
            return _after_quote(error, last)
    if not error.is_at_line_start:
        return _Advice("a key was expected here", _IN_QUOTES)
    if text.startswith("- ", error.index):
        return _Advice("a list item where a key was expected", _INDENTED_LIKE)
    spaces = len(error.indentation)
    return _Advice(f"an indentation of {spaces} fits none of the mappings above", _INDENTED_LIKE)


def _after_quote(error: _ParserError, quoted: ScalarEvent) -> _Advice:
    start = quoted.start_mark.index if quoted.start_mark else 0
    quote = quoted.style or ""
    inner = "''" if quote == "'" else '\\"'
    if "\n" in error.lines.text[start : error.index]:
        message = f"the quoted text from {error.position_text(start)} ends here, with more text behind it"
        return _Advice(message, f"a closing {quote} may be missing there")
    return _Advice("there is text behind the closing quote", f"write {inner} for a quote inside the text")


def _unclosed_quote(error: _ParserError) -> _Advice:
    return _Advice("the quoted text that starts here never ends", "write the closing quote", error.start)


def _no_colon(error: _ParserError) -> _Advice:
    help_text = "write 'key: value', or indent the line to continue the one above"
    return _Advice("there is no ': ' in this line", help_text, error.start)


def _unclosed_flow_collection(error: _ParserError) -> _Advice:
    opened = error.lines.text[error.start : error.start + 1]
    close = {"[": "]", "{": "}"}.get(opened, "]")
    if not error.lines.text[error.index :].strip():
        return _Advice(f"the '{opened}' that opens here is never closed", f"write '{close}'", error.start)
    help_text = f"the '{opened}' at {error.position_text(error.start)} is still open"
    return _Advice(f"',' or '{close}' was expected here", help_text)


def _no_content(error: _ParserError) -> _Advice:
    char = error.lines.text[error.index : error.index + 1]
    if not char.strip():
        return _Advice("the file ends too early: a value was expected", "is the file complete?")
    return _Advice(f"a value was expected before '{char}'", f"remove the '{char}', or put it in quotes")


def _no_token(error: _ParserError) -> _Advice:
    char = error.lines.text[error.index : error.index + 1]
    return _Advice(f"a value cannot begin with '{char}'", _IN_QUOTES)


def _missing_anchor_name(error: _ParserError) -> _Advice:
    if error.context.endswith(("alias", "anchor")):
        indicator = error.lines.text[error.start : error.start + 1]
        kind = "an alias" if indicator == "*" else "an anchor"
        message = f"'{indicator}' begins {kind}, but no proper name follows"
        return _Advice(message, f"put text that begins with '{indicator}' in quotes", error.start)
    return _default_advice(error)


def _second_root(error: _ParserError) -> _Advice:
    char = error.lines.text[error.index : error.index + 1]
    if char and char in "]}":
        return _Advice(f"there is one '{char}' too many", "remove it")
    return _Advice("there is text behind the end of the document", "remove it, or indent it into the document")


def _surrogate(error: _ParserError) -> _Advice:
    pair = _PAIR.search(error.lines.text, error.start, error.index + 12)
    if pair is None:
        return _Advice("this escape is no Unicode character", "write the character itself")
    code = ord(bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be"))
    return _Advice("YAML has no escapes of surrogate pairs", f"write \\U{code:08X}", pair.start())


def _advice(message: str, help_text: str | None = None, code: str = "E105") -> Callable[[_ParserError], _Advice]:
    return lambda error: _Advice(message, help_text, code=code)


_NO_START = "found character that cannot start any token"
_SECOND_COLON = "mapping values are not allowed in this context"
_NO_KEY = "did not find expected key"
_NO_DASH = "did not find expected '-' indicator"
_NO_COLON = "could not find expected ':'"
_INDENTATION_PROBLEMS = frozenset((_NO_START, _SECOND_COLON, _NO_KEY, _NO_DASH, _NO_COLON))

_ADVICE_BY_PROBLEM: Mapping[str, Callable[[_ParserError], _Advice]] = MappingProxyType(
    {
        _NO_START: _no_token,
        _SECOND_COLON: _second_colon,
        _NO_KEY: _no_key,
        _NO_DASH: _advice("a list item ('- ') was expected here", _INDENTED_LIKE),
        _NO_COLON: _no_colon,
        "found unexpected end of stream": _unclosed_quote,
        "found unexpected document indicator": _unclosed_quote,
        "did not find expected ',' or ']'": _unclosed_flow_collection,
        "did not find expected ',' or '}'": _unclosed_flow_collection,
        "did not find expected node content": _no_content,
        "did not find expected alphabetic or numeric character": _missing_anchor_name,
        "did not find expected <document start>": _second_root,
        "found invalid Unicode character escape code": _surrogate,
        "block sequence entries are not allowed in this context": _advice(
            "a list cannot begin behind a key in the same line", "put the '- ' into the next line"
        ),
        "mapping keys are not allowed in this context": _advice("'? ' cannot stand here", _IN_QUOTES),
        "found unknown escape character": _advice(
            "unknown escape in double quotes", "double the backslash, or use single quotes"
        ),
        "did not find expected hexdecimal number": _advice("the escape lacks hexadecimal digits"),
        "found undefined tag handle": _advice("the tag is not supported", code="E111"),
        "found incompatible YAML document": _advice("this version of YAML is not supported", "use %YAML 1.2"),
        "did not find expected comment or line break": _advice(
            "there is text behind the sign of a block text", "begin the text in the next line, indented"
        ),
    }
)
