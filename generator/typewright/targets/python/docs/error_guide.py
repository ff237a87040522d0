"""The guide to errors: the classes that are raised, and code that distinguishes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from typewright.client import ClientMethod, Group
from typewright.client.errors import error_rows
from typewright.ir import ObjectModel, Ref, not_null
from typewright.naming.names import Package
from typewright.pages.constraints import code
from typewright.pages.error_tables import telling_first
from typewright.pages.guides import Guide, paragraphs, table_text
from typewright.targets.contract import Project
from typewright.targets.python.docs.guide_code import GuideCode
from typewright.targets.python.models.package import package_folder
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Key, placement_of
from typewright.targets.python.words import attributes

_SHOWN_FIELDS = 4
"""The number of fields of an error's data in a row."""


def error_guide(project: Project[PythonOptions], written: GuideCode, usual: tuple[Group, ClientMethod]) -> Guide:
    """Return the guide; `usual` is the method for the example if no method has an error of its own."""
    errors = project.once(placement_of).errors
    every = [(group, method) for group in project.client.groups for method in group.methods]
    described = {key: None for _, method in every for key in error_keys_of(project, method)}
    shown = next((pair for pair in (usual, *every) if any(error_keys_of(project, pair[1]))), usual)
    base = f"{_label(errors.folder)}.{errors.base}"
    introduction = (
        f"A failed call raises a subclass of `{base}`, with `message`, `status_code`, `headers`, `body` and "
        "`raw_response`. An error that the API's description gives a type has the content of the response as `data`."
    )
    rows = [(code(class_name(project, key)), data_fields(project, key, [*described])) for key in described]
    rows += [
        (code(f"{_label(errors.folder)}.{errors.status}"), "Any other response that is not a success."),
        (
            code(f"{_label(errors.folder)}.{errors.invalid_response}"),
            "A response that does not match the API's description.",
        ),
        (code(f"{_label(errors.folder)}.{errors.no_response}"), "No response arrived; `reason` says why."),
        ("`ValueError`", "An argument does not match the API's description, and nothing was sent."),
    ]
    script = guarded_call(project, written, shown)
    return Guide(
        "Error Handling", "errors", paragraphs(introduction, table_text(("Error", "Description"), rows), script)
    )


def guarded_call(project: Project[PythonOptions], written: GuideCode, shown: tuple[Group, ClientMethod]) -> str:
    """Return a script with a call whose first described error, and any other error of the client, is caught."""
    errors = project.once(placement_of).errors
    base = f"{_label(errors.folder)}.{errors.base}"
    first = list(error_keys_of(project, shown[1]))[:1]
    caught = [f"except {base} as error:", "    print(error.status_code, error.message)"]
    for key in first:
        caught = [f"except {class_name(project, key)} as error:", "    print(error.data)", *caught]
    imports = dict.fromkeys([*(_import(project, key) for key in first), _import_of(project, errors.folder)])
    return written.guarded(shown, list(imports), caught)


def error_keys_of(project: Project[PythonOptions], method: ClientMethod) -> Iterator[Key]:
    """Yield the types of a method's errors that are raised as classes of their own."""
    exceptions = project.once(placement_of).exceptions
    for row in error_rows(method.source.errors):
        bare = not_null(row.type)
        if isinstance(bare, Ref):
            symbol = project.names.of(bare, Package.ERRORS)
            if (symbol.package, symbol.id) in exceptions:
                yield symbol.package, symbol.id


def class_name(project: Project[PythonOptions], key: Key) -> str:
    """Return the class that is raised, as code that imports its package names it."""
    placement = project.once(placement_of)
    return f"{_label(placement.modules[key].folder)}.{placement.exceptions[key]}"


def data_fields(project: Project[PythonOptions], key: Key, among: Iterable[Key]) -> str:
    """Return the attributes of an error's data, those first that distinguish it from other errors of `among`."""
    model = project.models[key[1]]
    if not isinstance(model, ObjectModel) or not model.fields:
        return "`data` is the content of the response."
    spelled = attributes((field.name, field.preferred_name) for field in model.fields)
    by_field = {id(field): name for field, name in zip(model.fields, spelled, strict=True)}
    names = [by_field[id(field)] for field in telling_first(model.fields, among, project.models)]
    shown = ", ".join(code(f"data.{name}") for name in names[:_SHOWN_FIELDS])
    return f"{shown}{', …' if len(names) > _SHOWN_FIELDS else ''}"


def _import(project: Project[PythonOptions], key: Key) -> str:
    return _import_of(project, project.once(placement_of).modules[key].folder)


def _import_of(project: Project[PythonOptions], folder: str) -> str:
    package = ".".join([package_folder(project.options), *folder.split("/")[:-1]])
    return f"from {package} import {_label(folder)}"


def _label(folder: str) -> str:
    return folder.rsplit("/", 1)[-1]
