"""The expressions of path templates (OpenAPI 3.1.1, 4.8.8.2), also in the manner of routes of web frameworks."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

_EXPRESSION: Final = re.compile(r"\{([^{}]*)\}")
_ROUTE: Final = re.compile(r"[:?]")
"""What follows the name of a parameter in routes: a constraint (`{id:[0-9]+}`), or that it is optional (`{id?}`)."""


def template_variables(path: str) -> list[str]:
    """Return the names of the parameters of a path template in order, without operators of RFC 6570 (`{+path}`)."""
    return [_bare(expression) for expression in _EXPRESSION.findall(path)]


def is_well_formed(path: str) -> bool:
    """Return whether the braces of a path template pair up, and each pair has a name in it."""
    return not re.search(r"[{}]", _EXPRESSION.sub("", path)) and "" not in template_variables(path)


def meant_parameter(name: str, declared: Collection[str], names: Collection[str]) -> str | None:
    """Return the declared parameter that `name` of a template stands for, if `names` of the template lack it.

    That is one without what routes have behind a name, or with other letter case and separators.
    """
    plain = _ROUTE.split(name, maxsplit=1)[0].strip()
    unused = [other for other in declared if other not in names]
    alike = [other for other in unused if other == plain] or [other for other in unused if _key(other) == _key(plain)]
    return alike[0] if len(alike) == 1 else None


def read_template(path: str, declared: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Return a path template with the names of declared parameters, and the names that no parameter has.

    A template whose parameters are all declared is returned as it is, with a slash in front.
    """
    path = path if path.startswith("/") else f"/{path}"
    names = template_variables(path)
    if all(f"{{{name}}}" in path and name in declared for name in names):
        return path, ()
    undeclared: dict[str, None] = {}

    def expression(match: re.Match[str]) -> str:
        """Return the expression of a template with the name of the parameter that is meant."""
        name = _bare(match[1])
        meant = name if name in declared else meant_parameter(name, declared, names)
        if meant is None:
            meant = _ROUTE.split(name, maxsplit=1)[0].strip() or name
            undeclared[meant] = None
        return f"{{{meant}}}"

    return _EXPRESSION.sub(expression, path), tuple(undeclared)


def _bare(expression: str) -> str:
    return expression.strip().lstrip("+#./;?&*").rstrip("*")


def _key(name: str) -> str:
    return re.sub(r"[-_.]", "", name).casefold()
