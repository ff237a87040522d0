"""Messages for the syntax errors of the standard library's JSON parser."""

from __future__ import annotations

import json
import re

from typewright.base.errors import Diagnostic
from typewright.openapi.files.lines import Lines, Span

_WORD = re.compile(r"[A-Za-z_$][\w$]*")
_NUMBER = re.compile(r"[-+.\w]+")
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]', re.DOTALL)
_JSON_CONSTANTS = {"True": "true", "False": "false", "None": "null", "undefined": "null", "nil": "null"}
_CURLY_QUOTES = "\u2018\u2019\u201c\u201d"


def json_fault(fault: json.JSONDecodeError, lines: Lines) -> Diagnostic:
    """Return the diagnostic for an error of `json`: E109 for a second value, else E107."""
    for rule in (_in_string, _truncation, _trailing_content, _comma, _foreign_syntax, _word_or_number):
        diagnostic = rule(fault, lines)
        if diagnostic is not None:
            return diagnostic
    return _expected(fault, lines)


def _diagnostic_at(
    lines: Lines, offset: int, message: str, help_text: str | None = None, code: str = "E107"
) -> Diagnostic:
    return lines.diagnostic(code, message, Span(offset, offset + 1), help_text=help_text)


def _in_string(fault: json.JSONDecodeError, lines: Lines) -> Diagnostic | None:
    pos = fault.pos
    if fault.msg.startswith("Unterminated string"):
        return _diagnostic_at(lines, pos, "the string that starts here never ends", 'write the closing "')
    if fault.msg.startswith("Invalid control character"):
        if lines.text[pos] in "\r\n":
            return _diagnostic_at(lines, pos, "a line ends inside a string", 'close the string with ", or write \\n')
        return _diagnostic_at(lines, pos, "a string holds a control character", "write it as an escape, like \\t")
    if fault.msg.startswith("Invalid \\"):
        return _diagnostic_at(lines, pos, "unknown escape in a string", "double the backslash")
    return None


def _truncation(fault: json.JSONDecodeError, lines: Lines) -> Diagnostic | None:
    if lines.text[fault.pos :].strip():
        return None
    open_at: list[int] = []
    for match in _TOKEN.finditer(lines.text):
        if match.group() in "{[":
            open_at.append(match.start())
        elif match.group() in "}]" and open_at:
            open_at.pop()
    message = "the file ends too early"
    if open_at:
        where = lines.location(Span(open_at[-1], open_at[-1] + 1))
        sign = lines.text[open_at[-1]]
        message += f": the '{sign}' of line {where.line}, column {where.column} is never closed"
    return _diagnostic_at(lines, len(lines.text.rstrip()) - 1, message, "is the file complete?")


def _trailing_content(fault: json.JSONDecodeError, lines: Lines) -> Diagnostic | None:
    if fault.msg != "Extra data":
        return None
    sign = lines.text[fault.pos]
    if sign in "}]":
        return _diagnostic_at(lines, fault.pos, f"there is one '{sign}' too many", "remove it")
    if sign in '{["':
        return _diagnostic_at(
            lines, fault.pos, "a second JSON value starts here", code="E109", help_text="keep one a file"
        )
    return _diagnostic_at(lines, fault.pos, "there is text behind the end of the JSON value", "remove it")


def _comma(fault: json.JSONDecodeError, lines: Lines) -> Diagnostic | None:
    before, sign = lines.text[: fault.pos].rstrip(), lines.text[fault.pos]
    if sign in "}]" and before.endswith(","):
        return _diagnostic_at(lines, len(before) - 1, f"a comma in front of '{sign}'", "remove the comma")
    following = lines.text[fault.pos + 1 :].lstrip()[:1]
    if sign == "," and following and following in "}]":
        return _diagnostic_at(lines, fault.pos, f"a comma in front of '{following}'", "remove the comma")
    if sign == ",":
        return _diagnostic_at(lines, fault.pos, "a comma with nothing in front of it", "remove it, or write the value")
    return None


def _foreign_syntax(fault: json.JSONDecodeError, lines: Lines) -> Diagnostic | None:
    sign = lines.text[fault.pos]
    if sign == "'" or sign in _CURLY_QUOTES:
        return _diagnostic_at(lines, fault.pos, f"JSON has no {sign} quotes", 'use double quotes: "')
    if sign in "/#":
        return _diagnostic_at(lines, fault.pos, "JSON has no comments", "remove it, or write the description in YAML")
    return None


def _word_or_number(fault: json.JSONDecodeError, lines: Lines) -> Diagnostic | None:
    number = _NUMBER.match(lines.text, _word_start(lines.text, fault.pos))
    word = _WORD.match(lines.text, fault.pos)
    if number is not None and (number.start() < fault.pos or word is None):
        digits = number.group()
        if digits[0] in "-+.0123456789" and not _JSON_NUMBER.fullmatch(digits):
            return _diagnostic_at(lines, number.start(), f"'{digits[:20]}' is not a number of JSON", None)
        return None
    if word is None or fault.msg.startswith(("Expecting ',' ", "Expecting ':' ")):
        return None
    if fault.msg.startswith("Expecting property name"):
        return _diagnostic_at(lines, fault.pos, f"the key {word.group()} lacks its quotes", f'write "{word.group()}"')
    constant = _JSON_CONSTANTS.get(word.group())
    help_text = f"write {constant}" if constant else "put text in double quotes"
    return _diagnostic_at(lines, fault.pos, f"'{word.group()}' is no JSON value", help_text)


def _word_start(text: str, pos: int) -> int:
    while pos > 0 and (text[pos - 1].isalnum() or text[pos - 1] in "+-."):
        pos -= 1
    return pos


def _expected(fault: json.JSONDecodeError, lines: Lines) -> Diagnostic:
    sign = lines.text[fault.pos]
    if fault.msg.startswith("Expecting ','") and sign not in "}]":
        return _diagnostic_at(lines, fault.pos, "a ',' is missing in front of this", "write the comma")
    if fault.msg.startswith("Expecting ','"):
        other = "]" if sign == "}" else "}"
        return _diagnostic_at(lines, fault.pos, f"'{sign}' where '{other}' or ',' was expected", "mend the brackets")
    if fault.msg.startswith("Expecting ':'"):
        return _diagnostic_at(lines, fault.pos, "a ':' was expected between key and value", "write the ':'")
    if fault.msg.startswith("Expecting property name"):
        return _diagnostic_at(lines, fault.pos, "a key in double quotes was expected", None)
    return _diagnostic_at(lines, fault.pos, "a JSON value was expected", None)
