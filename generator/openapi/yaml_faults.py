"""The C parser's complaints about YAML text, said so that a user can mend the file; and what it must not see."""

from __future__ import annotations

import re
from itertools import chain

from yaml.error import MarkedYAMLError

from generator.errors import Diagnostic
from generator.openapi.lines import Lines, Span

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_DISGUISED = re.compile("[\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))


def disguise(text: str) -> tuple[str, dict[int, str] | None]:
    """Return `text` as the YAML 1.1 parser may see it, and the table that `str.translate`s a scalar back.

    NEL, LS and PS end a line in YAML 1.1 but are plain characters in 1.2 (section 5.4); DEL, the C1 controls and
    the BMP's noncharacters are refused by 1.1 but allowed in 1.2's quoted scalars. Each is replaced by a
    character of a private use area that `text` does not hold, so that offsets stay.
    """
    if text.isascii() and "\x7f" not in text:
        return text, None
    found = sorted(set(_DISGUISED.findall(text)))
    if not found:
        return text, None
    used = set(text)
    free = (code for code in chain(*_PRIVATE) if chr(code) not in used)
    original = dict(zip(free, found, strict=False))
    return text.translate({ord(char): code for code, char in original.items()}), original


def control_fault(lines: Lines) -> Diagnostic:
    """Return the diagnostic for the first character of the text that no YAML file may hold."""
    match = _UNPRINTABLE.search(lines.text)
    start = match.start() if match else 0
    shown = f"U+{ord(lines.text[start]):04X}" if match else "unknown"
    return lines.diagnostic("E103", f"the control character {shown} is not allowed", Span(start, start + 1))


def syntax_fault(fault: MarkedYAMLError, lines: Lines) -> Diagnostic:
    """Return the diagnostic for what the scanner or the parser of YAML refused."""
    mark = fault.problem_mark or fault.context_mark
    index = min(mark.index if mark else 0, len(lines.text))
    span = Span(index, index + 1)
    return lines.diagnostic("E105", str(fault.problem), span)
