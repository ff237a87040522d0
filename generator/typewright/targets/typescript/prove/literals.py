"""TypeScript literals as values: objects, arrays, strings, numbers, and the few calls that examples are made with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from typewright.prove.nodes import Node

_TOKEN = re.compile(
    r"""(?P<space>(?:\s|//[^\n]*|/\*.*?\*/)+)"""
    r"""|(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    r"""|(?P<number>-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)n?"""
    r"""|(?P<name>[\w$]+(?:\.[\w$]+)*)"""
    r"""|(?P<sign>[{}\[\](),:?"]|=>?|.)""",
    re.DOTALL | re.VERBOSE,
)
_NAME = r"(?:[^\W\d]|\$)[\w$]*"
_CLIENT = re.compile(rf"(?!(?:undefined|true|false|null)\b){_NAME},\s*")
_ALONE = re.compile(rf"(?!(?:undefined|true|false|null)\b){_NAME}(?=\))")
"""A client that is the only argument."""
_NOTHING = re.compile(rf"\s*(?:undefined,|(?!(?:true|false|null)\b)(?:{_NAME}\s*)?\))")
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|.))", re.DOTALL)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": "", "\r\n": ""}
_OPEN = re.compile(r"\bUnrecognized<[^>]*>")
"""The placeholder for other values of an open enumeration."""
_OPENING, _CLOSING = frozenset("{[("), frozenset("}])")
_WORDS = {"true": True, "false": False, "null": None}
FILE = "example.file"
"""The placeholder for the content of a file."""


class LiteralError(ValueError):
    """The code is not a literal."""

    def __init__(self, message: str, line: int) -> None:
        """Create it with the message, and the line of the code, from 1."""
        self.line = line
        super().__init__(message)


class _Token(Struct, frozen=True):
    kind: str
    text: str
    line: int


def declared(code: str) -> Node | None:
    """Return the value that a block gives a name, with `let`, `const` or `export const`; None without one."""
    found = re.search(r"^(?:export\s+)?(?:let|const)\s+(?:value|request)\s*:", code, re.MULTILINE)
    if found is None:
        return None
    assigned = _assignment(code, found.end())
    return None if assigned is None else literal(code, assigned)


def _assignment(code: str, start: int) -> int | None:
    """Return the offset of the value: after the `=` that is outside of all brackets of the type."""
    depth = 0
    for token in _TOKEN.finditer(code, start):
        text = token["sign"] or ""
        depth += (text in _OPENING) - (text in _CLOSING)
        if text == "=" and depth == 0:
            return token.end()
    return None


def passed(code: str, method: str) -> Node | None:
    """Return the request of the first call of `method`; None without a call, or if it is not a literal."""
    start = _first_argument(code, method)
    return None if start is None or _NOTHING.match(code, start) else literal(code, start)


def passed_one_by_one(code: str, method: str, properties: Sequence[str]) -> Node | None:
    """Return the request whose `properties` are the arguments of the first call of `method`; None without a call."""
    start = _first_argument(code, method)
    if start is None:
        return None
    parser = _Parser(list(_tokens(code, start)))
    return Node(parser.arguments(properties), code.count("\n", 0, start) + 1)


def _first_argument(code: str, method: str) -> int | None:
    """Return the offset of what the first call of `method` passes after the client; None without a call."""
    found = re.search(rf"(?<![\w$.]){re.escape(method)}\(", code)
    if found is None:
        return None
    first = _CLIENT.match(code, found.end()) or _ALONE.match(code, found.end())
    return first.end() if first else found.end()


def listed(code: str) -> Node:
    """Return the literals of a union type, in a list. Raises LiteralError for any other type."""
    parser, values = _Parser(list(_tokens(_OPEN.sub("", code), 0))), list[Node]()
    while parser.has_more():
        values.append(parser.value())
    return Node(values, 1)


def literal(code: str, start: int = 0) -> Node:
    """Return the literal that begins at an offset of `code`. Raises LiteralError."""
    return _Parser(list(_tokens(code, start))).value()


def _tokens(code: str, start: int) -> Iterator[_Token]:
    """Yield the tokens of `code` from an offset, without blanks and comments."""
    line = code.count("\n", 0, start) + 1
    for found in _TOKEN.finditer(code, start):
        kind = found.lastgroup or ""
        if kind != "space":
            yield _Token(kind, found[0], line)
        line += found[0].count("\n")


class _Parser(Struct):
    tokens: list[_Token]
    at: int = 0

    def value(self) -> Node:
        """Read one value, whatever it begins with."""
        token = self._next()
        match token.kind, token.text:
            case "string", text:
                return Node(unquoted(text), token.line)
            case "number", text:
                return Node(_number(text), token.line)
            case "sign", "{":
                return Node(self._members(), token.line)
            case "sign", "[":
                return Node(self._items(), token.line)
            case "name", "new":
                return self._made(token)
            case "name", "await":
                return self._awaited(token)
            case "name", text if text in _WORDS:
                return Node(_WORDS[text], token.line)
        raise LiteralError(f"'{token.text}' begins no literal", token.line)

    def has_more(self) -> bool:
        """Return whether there are tokens left, but for the `|` of a union."""
        while self._is_accepted("|"):
            pass
        return self.at < len(self.tokens)

    def arguments(self, properties: Sequence[str]) -> dict[str, Node]:
        """Read arguments, each the value of a property; those that are `undefined`, or left out, are none."""
        members: dict[str, Node] = {}
        for name in properties:
            if self._is_accepted(")"):
                break
            if not self._is_accepted("undefined"):
                members[name] = self.value()
            if not self._is_accepted(","):
                break
        return members

    def _next(self) -> _Token:
        if self.at >= len(self.tokens):
            raise LiteralError("the code ends within a literal", self.tokens[-1].line if self.tokens else 1)
        self.at += 1
        return self.tokens[self.at - 1]

    def _is_accepted(self, text: str) -> bool:
        found = self.at < len(self.tokens) and self.tokens[self.at].text == text
        self.at += found
        return found

    def _needs(self, text: str) -> None:
        token = self._next()
        if token.text != text:
            raise LiteralError(f"'{text}' is missing before '{token.text}'", token.line)

    def _members(self) -> dict[str, Node]:
        members: dict[str, Node] = {}
        while not self._is_accepted("}"):
            key = self._next()
            name = unquoted(key.text) if key.kind == "string" else key.text
            if key.kind not in ("string", "name", "number"):
                raise LiteralError(f"'{key.text}' is no key", key.line)
            if name in members:
                raise LiteralError(f"the key '{name}' is given twice", key.line)
            self._needs(":")
            value = self.value()
            members[name] = Node(value.content, key.line)
            if not self._is_accepted(","):
                self._needs("}")
                break
        return members

    def _items(self) -> list[Node]:
        items: list[Node] = []
        while not self._is_accepted("]"):
            items.append(self.value())
            if not self._is_accepted(","):
                self._needs("]")
                break
        return items

    def _made(self, start: _Token) -> Node:
        """Return the value of `new Date("…")`, `new TextEncoder().encode("…")` or `new File([…], …)`.

        A stream, a request and a response, which have no literal, are null.
        """
        made = self._next()
        self._needs("(")
        if made.text == "Response":
            self._needs(")")
            return Node(None, start.line)
        if made.text == "Request":
            self.value()
            self._needs(")")
            return Node(None, start.line)
        if made.text == "Date":
            value = self.value()
            self._needs(")")
            return Node(value.content, start.line)
        if made.text == "ReadableStream":
            for text in (")", "as", "never"):
                self._needs(text)
            return Node(None, start.line)
        if made.text == "TextEncoder":
            self._needs(")")
            self._needs(".")
            self._needs("encode")
            self._needs("(")
            value = self.value()
            self._needs(")")
            return Node(value.content, start.line)
        raise LiteralError(f"'new {made.text}' is no literal", made.line)

    def _awaited(self, start: _Token) -> Node:
        self._needs("openAsBlob")
        self._needs("(")
        self.value()
        self._needs(")")
        return Node(FILE, start.line)


def _number(text: str) -> int | float:
    try:
        return int(text)
    except ValueError:
        return float(text)


def unquoted(text: str) -> str:
    """Return the text of a string literal (ECMA-262, 12.9.4)."""

    def plain(escape: re.Match[str]) -> str:
        """Return the character of an escape."""
        code = escape[1] or escape[2] or escape[3]
        return chr(int(code, 16)) if code else _CONTROLS.get(escape[4], escape[4])

    return _ESCAPE.sub(plain, text[1:-1]).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
