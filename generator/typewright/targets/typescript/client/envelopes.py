"""The envelopes of answers as code: what puts a value into the object that a call returns."""

from __future__ import annotations

from typewright.client import ClientMethod
from typewright.client.answers import Answer
from typewright.ir import ObjectModel
from typewright.targets.contract import Project
from typewright.targets.typescript.models.conversions import Conversions
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import string_literal


def envelope_code(
    project: Project[TypeScriptOptions], conversions: Conversions, method: ClientMethod, answer: Answer
) -> str:
    """Return the function that puts the value of an answer into its envelope; empty without an envelope."""
    result, lib = method.result, conversions.types.lib
    model = None if result.envelope is None else project.models[result.envelope.id]
    if not result.is_enveloped or not isinstance(model, ObjectModel):
        return ""
    if result.form == "headers":
        return lib("answers", "withHeaders")
    spelled = zip(model.fields, conversions.spelling.of_model(model), strict=True)
    names = {field.name: string_literal(name, double=True) for field, name in spelled}
    content = "" if answer.media is None else result.content_fields.get(answer.media.pointer, "")
    held = {"content": names.get(content), "headers": names.get("headers")}
    rest = ", ".join(f"{key}: {name}" for key, name in held.items() if name is not None)
    rest = f"{{ {rest} }}" if rest else "{}"
    if result.form == "http":
        return f"{lib('envelopes', 'httpEnvelope')}({names['httpMeta']}, {rest})"
    facts = ", ".join(names[name] for name in ("contentType", "statusCode", "rawResponse"))
    return f"{lib('envelopes', 'factsEnvelope')}([{facts}], {rest})"
