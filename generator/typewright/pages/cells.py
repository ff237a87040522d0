"""Table cells that show their text unchanged in every markdown: CommonMark with tables, Python-Markdown, MDX.

Code is a code span if every parser agrees on it. Parsers interpret a pipe, a backslash or a backtick inside a code span
of a cell differently; such code is an HTML element in which special characters are character references.
"""

from __future__ import annotations

import json
import re

from typewright.base.json_value import JsonValue
from typewright.ir import ABSENT, Absent
from typewright.pages.commonmark import UnclearError, parts, spans
from typewright.pages.prose import code_text

CODE_ELEMENT = re.compile(r'<code translate="no">[^<>{}`]*</code>')
"""The code element that this module writes; texts of authors have none with this attribute (`typewright.pages.html`).
"""
_PLAIN_CODE = re.compile(r"[^|\\`]*")
_NO_PIPE = "\0"
"""The placeholder for a pipe, which does not end a code span outside of tables."""
_MEANINGFUL = re.compile(r"[^A-Za-z0-9\s.,:;/-]")


def code_cell(text: str) -> str:
    """Return a text as code in a cell, on one line."""
    shown = code_text(text)
    if not shown:
        return ""
    return f"`{shown}`" if _PLAIN_CODE.fullmatch(shown) else code_element(shown)


def code_element(text: str) -> str:
    """Return a text of one line as a code element, with references for all but letters, digits and usual marks."""
    escaped = _MEANINGFUL.sub(lambda found: f"&#{ord(found[0])};" if found[0].isascii() else found[0], text)
    return f'<code translate="no">{escaped}</code>'


def example_code(example: JsonValue | Absent) -> str:
    """Return an example as code in a cell: a string unchanged, any other value as JSON; empty without an example."""
    if example is ABSENT:
        return ""
    return code_cell(example if isinstance(example, str) else json.dumps(example, ensure_ascii=False))


def plain_cell(text: str) -> str:
    """Return markdown of an author as a cell: on one line, with fenced code as code elements, and without pipes."""
    try:
        found = list(parts(text.replace("\r\n", "\n")))
    except UnclearError:
        return _joined(text.split("\n"))
    lines: list[str] = []
    for part in found:
        if part.is_code:
            lines += [code_element(line) if line.strip() else "" for line in part.lines[1:-1]]
        else:
            lines += map(_spans_kept, part.lines)
    return _joined(lines)


def _joined(lines: list[str]) -> str:
    return "<br/>".join(line.strip() for line in lines).replace("|", "&#124;")


def _spans_kept(line: str) -> str:
    """Return a line whose code spans, if all parsers agree on them, look the same in every parser."""
    made, last = [], 0
    for start, end in spans(line.replace("|", _NO_PIPE)) or ():
        content = line[start:end].strip("`").strip(" ")
        made += [line[last:start], line[start:end] if _PLAIN_CODE.fullmatch(content) else code_element(content)]
        last = end
    return "".join([*made, line[last:]])
