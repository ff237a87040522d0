"""The methods that a method's responses lead to, by the links of the description (OpenAPI 3.1, 4.8.20)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, relpath

from typewright.client import Client, ClientMethod
from typewright.ir import Link
from typewright.pages.cells import plain_cell
from typewright.pages.constraints import code
from typewright.pages.prose import one_line

_OF_BODY = re.compile(r"\$(?P<of>request|response)\.body#(?P<pointer>(?:/[\w.-]+)+)")
_OF_HEAD = re.compile(r"\$(?P<of>request|response)\.(?P<where>path|query|header)\.(?P<name>[\w.-]+)")


def link_texts(client: Client, addresses: Mapping[str, str]) -> dict[str, str]:
    """Return the lists of linked methods in markdown, by the ids of the operations that have any.

    `addresses` are those of methods, relative to `docs/`, by the ids of their operations.
    """
    by_name = {m.operation.operation_id: m for m in client.methods.values() if m.operation.operation_id is not None}
    by_pointer = {f"#{m.pointer.lstrip('#')}": m for m in client.methods.values()}
    found = {}
    for id_, method in client.methods.items():
        lines: dict[str, None] = {}
        for link in (link for response in method.operation.responses for link in response.links):
            target = by_name.get(link.operation_id or "") or by_pointer.get(link.operation_ref or "")
            if target is not None and id_ in addresses and target.operation.id in addresses:
                lines[_line(link, target, addresses[id_], addresses[target.operation.id])] = None
        if lines:
            found[id_] = "\n".join(lines)
    return found


def _line(link: Link, target: ClientMethod, source: str, address: str) -> str:
    """Return the line of one link; `source` and `address` are those of the method and of the linked one."""
    page, sharp, anchor = address.partition("#")
    here = source.partition("#")[0]
    path = "" if page == here and sharp else relpath(page, dirname(here))
    text = plain_cell(one_line(link.description or target.summary))
    values = ", ".join(_values(link))
    return f"* [{target.name}]({path}{sharp}{anchor}){f' - {text}' if text else ''}{f' ({values})' if values else ''}"


def _values(link: Link) -> Iterator[str]:
    """Yield where the parameters of the linked operation come from."""
    for name, expression in link.parameters:
        yield f"{code(name.rpartition('.')[2])} is {_origin(expression)}"


def _origin(expression: str) -> str:
    """Return in words what a runtime expression means (OpenAPI 3.1, 4.8.20.4); any other text as code."""
    if body := _OF_BODY.fullmatch(expression):
        return f"{code(body['pointer'][1:].replace('/', '.'))} of the {body['of']}"
    if head := _OF_HEAD.fullmatch(expression):
        where = "header " if head["where"] == "header" else ""
        return (
            f"the {where}{code(head['name'])} of the {head['of']}" if where else f"{code(head['name'])} of the request"
        )
    return code(expression)
