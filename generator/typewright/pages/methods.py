"""What the pages of methods have in common in all targets: markers of snippets, the overview of a client."""

from __future__ import annotations

from typewright.ir import Api, Operation
from typewright.pages.prose import code_text, prose


def snippet_id(operation: Operation) -> str:
    """Return what marks an operation's snippets: its id, else its method and path."""
    return operation.operation_id or f"{operation.method}_{operation.path}"


def snippet_marker(operation: Operation, language: str) -> str:
    """Return the comment above a method's snippet, by which tools find it; no text of a description can end it."""
    name, path = (_in_comment(text) for text in (snippet_id(operation), operation.path))
    return f'<!-- UsageSnippet language="{language}" operationID="{name}" method="{operation.method}" path="{path}" -->'


def _in_comment(text: str) -> str:
    """Return a text as it may stand in quotes in a comment, which it cannot end."""
    return code_text(text).replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def about(api: Api) -> str:
    """Return the overview of a client in markdown: its title, what is said of it, where more is to be read."""
    said = api.summary or api.description
    lines = [prose(f"{api.title}: {said}" if said else api.title)]
    if api.external_docs is not None:
        url, description = api.external_docs
        told = [prose(description), *([""] if "<" in description else [])] if description else []
        lines += ["", *told, prose(f"<{url}>")]
    return "\n".join(lines)
