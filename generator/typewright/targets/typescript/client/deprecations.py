"""Deprecated methods, arguments and members of bodies: what the client says of them."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.client import ClientMethod
from typewright.client.arguments import Deprecation
from typewright.client.bodies import BodyAlternative
from typewright.ir import ObjectModel, Ref, not_null, unfold
from typewright.targets.contract import Project
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of


def deprecation_text(deprecation: Deprecation) -> str:
    """Return the text after "x is deprecated.": the words of the description, and the replacement."""
    own = " ".join((deprecation.message or "").split())
    instead = f"Use {'.'.join(deprecation.instead)} instead." if deprecation.instead else ""
    return " ".join(filter(None, (own, instead))) or "Do not use it any more."


def deprecated_members(project: Project[TypeScriptOptions], alternative: BodyAlternative) -> Iterator[tuple[str, str]]:
    """Yield the deprecated members of a body that is an object: the properties that hold them, and the text."""
    model = body_model(project, alternative)
    if model is not None:
        for field, name in zip(model.fields, spelling_of(project.options).of_model(model), strict=False):
            if field.annotations.deprecated:
                yield name, deprecation_text(Deprecation(message=field.annotations.deprecation_message))


def body_model(project: Project[TypeScriptOptions], alternative: BodyAlternative) -> ObjectModel | None:
    """Return the model of a body that is an object; None for any other body."""
    bare = not_null(unfold(alternative.type, project.models)) if alternative.type is not None else None
    model = project.models[bare.id] if isinstance(bare, Ref) else None
    return model if isinstance(model, ObjectModel) else None


def has_deprecations(
    project: Project[TypeScriptOptions], method: ClientMethod, bodies: tuple[BodyAlternative, ...]
) -> bool:
    """Return whether the client warns of a method, an argument of it, or a member of one of its `bodies`."""
    if method.deprecation is not None or any(argument.deprecation is not None for argument in method.arguments):
        return True
    return any(any(deprecated_members(project, body)) for body in bodies)
