"""Rules about operations: ids, ambiguous paths, responses, tags, links and server variables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape
from typewright.base.suggestions import did_you_mean
from typewright.lint.rule import Finding
from typewright.lint.subject import Subject, members, strings
from typewright.openapi.path_items import METHODS

_EXPRESSION = re.compile(r"\{([^{}]*)\}")
_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})


def missing_operation_ids(subject: Subject) -> Iterator[Finding]:
    """Yield the operations without `operationId`, whose methods are named after their paths."""
    for node, operation in subject.of_kind("Operation"):
        if "/callbacks/" not in node.pointer and not isinstance(operation.get("operationId"), str):
            yield Finding(node.pointer, "the operation has no 'operationId'", at_key=True)


def ambiguous_paths(subject: Subject) -> Iterator[Finding]:
    """Yield the paths that differ only by the names of their parameters (OpenAPI 3.1, 4.8.8)."""
    seen: dict[str, str] = {}
    for path in members(subject.root.get("paths")):
        template = _EXPRESSION.sub("{}", path).rstrip("/") or "/"
        earlier = seen.setdefault(template, path)
        if earlier != path:
            yield Finding(f"#/paths/{escape(path)}", f"no server can tell '{path}' from '{earlier}'", at_key=True)


def missing_success_responses(subject: Subject) -> Iterator[Finding]:
    """Yield the operations without a successful response."""
    for node, operation in subject.of_kind("Operation"):
        responses = [status for status in members(operation.get("responses")) if not status.startswith("x-")]
        if not any(status[:1] in {"1", "2", "3"} or status == "default" for status in responses):
            what = "no response of success" if responses else "no response"
            yield Finding(node.pointer, f"the operation has {what}", at_key=True)


def undeclared_tags(subject: Subject) -> Iterator[Finding]:
    """Yield the tags of operations that `tags` does not declare, if it declares any."""
    tags = subject.root.get("tags")
    declared = strings([members(tag).get("name") for tag in tags]) if isinstance(tags, list) else []
    for node, operation in subject.of_kind("Operation") if declared else ():
        for index, tag in enumerate(strings(operation.get("tags"))):
            if tag not in declared:
                yield Finding(f"{node.pointer}/tags/{index}", f"the tag '{tag}' is not declared in 'tags'")


def unused_tags(subject: Subject) -> Iterator[Finding]:
    """Yield the declared tags that no operation has and that are no ancestors of a tag that one has."""
    used = {tag for _, operation in subject.of_kind("Operation") for tag in strings(operation.get("tags"))}
    parents = {str(tag.get("name")): tag.get("parent") for _, tag in subject.of_kind("Tag")}
    for tag_name in list(used):
        parent = parents.get(tag_name)
        while isinstance(parent, str) and parent not in used:
            used.add(parent)
            parent = parents.get(parent)
    for node, tag in subject.of_kind("Tag"):
        name = tag.get("name")
        if isinstance(name, str) and name not in used:
            yield Finding(node.pointer, f"no operation has the tag '{name}'")


def ignored_headers(subject: Subject) -> Iterator[Finding]:
    """Yield the header parameters that OpenAPI ignores, since other fields define them (OpenAPI 3.1, 4.8.12.2)."""
    for node, parameter in subject.of_kind("Parameter"):
        name = parameter.get("name")
        if parameter.get("in") == "header" and isinstance(name, str) and name.lower() in _IGNORED_HEADERS:
            message = f"the header '{name}' follows from media types and security; as a parameter it is ignored"
            yield Finding(node.pointer, message)
    for node, response in subject.of_kind("Response"):
        for name in members(response.get("headers")):
            if name.lower() == "content-type":
                pointer = f"{node.pointer}/headers/{escape(name)}"
                yield Finding(pointer, f"the header '{name}' follows from media types; here it is ignored", at_key=True)


def dangling_links(subject: Subject) -> Iterator[Finding]:
    """Yield the links to operations that do not exist."""
    operation_ids = frozenset(strings([operation.get("operationId") for _, operation in subject.of_kind("Operation")]))
    for node, link in subject.of_kind("Link"):
        id_ = link.get("operationId")
        if isinstance(id_, str) and id_ not in operation_ids:
            advice = did_you_mean(id_, sorted(operation_ids))
            yield Finding(f"{node.pointer}/operationId", f"there is no operation '{id_}'", advice)
        ref = link.get("operationRef")
        if isinstance(ref, str) and ref.startswith("#"):
            try:
                subject.document.resolve(ref, node.pointer)
            except SpecError:
                yield Finding(f"{node.pointer}/operationRef", f"there is no '{ref}'")
        if id_ is None and ref is None:
            yield Finding(node.pointer, "the link leads to no operation", "add 'operationId'")


def server_variables(subject: Subject) -> Iterator[Finding]:
    """Yield the variables of a server's URL that are not described, and the described ones that it does not have."""
    for node, server in subject.of_kind("Server"):
        url, described = server.get("url"), members(server.get("variables"))
        if not isinstance(url, str):
            continue
        used = _EXPRESSION.findall(url)
        for name in dict.fromkeys(used):
            if name not in described:
                yield Finding(f"{node.pointer}/url", f"the variable '{name}' of the URL is not described")
        for name in described:
            if name not in used:
                pointer = f"{node.pointer}/variables/{escape(name)}"
                yield Finding(pointer, f"the URL has no variable '{name}'", at_key=True)


def bodies_without_meaning(subject: Subject) -> Iterator[Finding]:
    """Yield the request bodies of HTTP methods that define no meaning for a body (RFC 9110, 9.3.1)."""
    for node, operation in subject.of_kind("Operation"):
        method = node.pointer.rpartition("/")[2]
        if method in METHODS and method in {"get", "head", "delete"} and "requestBody" in operation:
            yield Finding(
                f"{node.pointer}/requestBody", f"a body has no meaning in a {method.upper()} request", at_key=True
            )
