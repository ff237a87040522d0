"""The guide to errors: the classes that are thrown, and code that distinguishes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from typewright.client import ClientMethod
from typewright.client.error_classes import Key
from typewright.client.errors import error_rows
from typewright.ir import ObjectModel, Ref, not_null
from typewright.naming.names import Package
from typewright.pages.constraints import code
from typewright.pages.error_tables import telling_first
from typewright.pages.guides import Guide, paragraphs, table_text
from typewright.targets.contract import Project
from typewright.targets.typescript.client.package import base_error_name
from typewright.targets.typescript.docs.guide_code import GuideCode
from typewright.targets.typescript.models.placement import placement_of
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.quoting import string_literal

_SHOWN_FIELDS = 4
"""The number of fields of an error's data in a row."""
_UNDESCRIBED = "Any other response that is not a success."
_OTHERS = (
    ("ConnectionError", "No response arrived."),
    ("RequestTimeoutError", "No response arrived in time."),
    ("RequestAbortedError", "The call was aborted by its `signal`."),
    ("InvalidRequestError", "The request does not match the API's description, and was not sent."),
    ("ResponseValidationError", "The response does not match the API's description, and validation is strict."),
)


def error_guide(project: Project[TypeScriptOptions], written: GuideCode, usual: ClientMethod) -> Guide:
    """Return the guide; `usual` is the method for the example if no method has an error of its own."""
    placement = project.once(placement_of)
    base = base_error_name(project)
    every = project.client.methods.values()
    described = {key: None for method in every for key in error_keys_of(project, method)}
    shown = next((method for method in (usual, *every) if any(error_keys_of(project, method))), usual)
    introduction = (
        f"A failed call throws a subclass of `{base}`. An error for a response has `statusCode`, `headers`, `body` and "
        "`rawResponse`; if the API's description gives it a type, the content of the response is its `data`. "
        "`X.is(error)` tells whether an error is an `X`, even if the package is installed more than once."
    )
    rows = [(code(placement.errors[key]), data_fields(project, key, [*described])) for key in described]
    rows += [(code(name), what) for name, what in ((project.options.default_error_name, _UNDESCRIBED), *_OTHERS)]
    script = guarded_call(project, written, shown)
    return Guide(
        "Error Handling", "errors", paragraphs(introduction, table_text(("Error", "Description"), rows), script)
    )


def guarded_call(project: Project[TypeScriptOptions], written: GuideCode, shown: ClientMethod) -> str:
    """Return a script with a call whose first described error, and any other error of the client, is caught."""
    placement = project.once(placement_of)
    base = base_error_name(project)
    names = [placement.errors[key] for key in error_keys_of(project, shown)][:1]
    lines = ["try {", "  await {call};", "} catch (error) {"]
    lines += [f"  {branch}" for branch in _branches([*names, base], is_described=bool(names))]
    lines += ["}"]
    folder = placement.folders[Package.ERRORS]
    path = f"{project.options.package}/{folder}" if folder else project.options.package
    imports = [f"import {{ {', '.join([*names, base])} }} from {string_literal(path)};"]
    return written.script(shown, lines, imports=imports)


def error_keys_of(project: Project[TypeScriptOptions], method: ClientMethod) -> Iterator[Key]:
    """Yield the types of a method's errors that are thrown as classes of their own."""
    errors = project.once(placement_of).errors
    for row in error_rows(method.source.errors):
        bare = not_null(row.type)
        if isinstance(bare, Ref):
            symbol = project.names.of(bare, Package.ERRORS)
            if (symbol.package, symbol.id) in errors:
                yield symbol.package, symbol.id


def _branches(names: list[str], *, is_described: bool) -> Iterator[str]:
    """Yield the statements that distinguish errors of `names`; the last one is the class of all errors."""
    if is_described:
        yield f"if ({names[0]}.is(error)) console.log(error.data);"
        yield f"else if ({names[1]}.is(error)) console.log(error.message);"
    else:
        yield f"if ({names[0]}.is(error)) console.log(error.message);"
    yield "else throw error;"


def data_fields(project: Project[TypeScriptOptions], key: Key, among: Iterable[Key]) -> str:
    """Return the properties of an error's data, those first that distinguish it from other errors of `among`."""
    model = project.models[key[1]]
    if not isinstance(model, ObjectModel) or not model.fields:
        return "`data` is the content of the response."
    spelled = spelling_of(project.options).of_model(model)
    by_field = {id(field): name for field, name in zip(model.fields, spelled, strict=False)}
    names = [by_field[id(field)] for field in telling_first(model.fields, among, project.models)]
    shown = ", ".join(code(f"data.{name}") for name in names[:_SHOWN_FIELDS])
    return f"{shown}{', …' if len(names) > _SHOWN_FIELDS else ''}"
