"""The rules of `typewright lint`, in the order of the documentation; `docs/lint.md` holds them as a table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from typewright.base.errors import Severity
from typewright.lint.rule import Rule
from typewright.lint.rules import components, coverage, fields, forms, operations, unions, values

_WARNING, _NOTE = Severity.WARNING, Severity.NOTE

_RULES = (
    Rule(
        "missing-description",
        _NOTE,
        "an operation, parameter, response, schema, property or tag without a description",
        "say what it is for",
        coverage.missing_descriptions,
    ),
    Rule(
        "missing-example",
        _NOTE,
        "a property, parameter or request body of which no value is shown",
        "add an 'example'",
        coverage.missing_examples,
    ),
    Rule(
        "unused-component",
        _WARNING,
        "a component that no operation reaches",
        "remove it, or refer to it",
        components.unused_components,
    ),
    Rule(
        "schema-name-collision",
        _WARNING,
        "schemas whose names make the same class name",
        "rename one of them",
        components.colliding_components,
    ),
    Rule(
        "property-name-collision",
        _WARNING,
        "properties whose names make the same attribute name",
        "rename one of them",
        components.colliding_properties,
    ),
    Rule(
        "enum-name-collision",
        _WARNING,
        "enum values that make the same member name",
        "give them names with 'x-enum-varnames'",
        components.colliding_enum_values,
    ),
    Rule(
        "missing-operation-id",
        _WARNING,
        "an operation without 'operationId'",
        "give it one: methods and types are named after it",
        operations.missing_operation_ids,
    ),
    Rule(
        "ambiguous-path",
        _WARNING,
        "paths that differ by the names of parameters alone",
        "keep one of the two",
        operations.ambiguous_paths,
    ),
    Rule(
        "no-success-response",
        _WARNING,
        "an operation that does not say what it returns",
        "describe a response of 200 or the like",
        operations.no_success,
    ),
    Rule(
        "body-without-meaning",
        _WARNING,
        "a request body of GET, HEAD or DELETE",
        "use parameters, or another method",
        operations.optional_bodies,
    ),
    Rule(
        "undeclared-tag",
        _NOTE,
        "an operation's tag that 'tags' does not declare",
        "declare it below 'tags', with a description",
        operations.undeclared_tags,
    ),
    Rule("unused-tag", _NOTE, "a declared tag that no operation has", "remove it, or use it", operations.unused_tags),
    Rule(
        "ignored-header",
        _WARNING,
        "a parameter named Accept, Content-Type or Authorization",
        "remove it",
        operations.ignored_headers,
    ),
    Rule(
        "dangling-link",
        _WARNING,
        "a link to an operation that is not there",
        "correct its 'operationId'",
        operations.dangling_links,
    ),
    Rule(
        "server-variable",
        _WARNING,
        "a variable of a server's URL without description, or the other way round",
        "describe it below 'variables', or remove it",
        operations.server_variables,
    ),
    Rule(
        "invalid-example",
        _WARNING,
        "an example that its schema refuses",
        "correct the example, or the schema",
        values.invalid_examples,
    ),
    Rule(
        "invalid-default",
        _WARNING,
        "a default that its schema refuses",
        "correct the default, or the schema",
        values.invalid_defaults,
    ),
    Rule(
        "unreachable-default",
        _WARNING,
        "a default of something that is required",
        "remove the default, or let it be optional",
        values.unreachable_defaults,
    ),
    Rule(
        "ambiguous-union",
        _WARNING,
        "variants that a value may both be",
        "add a 'discriminator', or a property with a 'const' to each variant",
        unions.ambiguous_unions,
    ),
    Rule(
        "endless-schema",
        _WARNING,
        "an object that requires itself, so that no value ends",
        "let one of the properties be optional",
        unions.endless_schemas,
    ),
    Rule(
        "unknown-field",
        _WARNING,
        "a field that OpenAPI does not have there",
        "remove it, or begin it with 'x-'",
        fields.unknown_fields,
    ),
    Rule(
        "missing-field",
        _WARNING,
        "a field missing that OpenAPI requires, and that generating does without",
        "add it",
        fields.missing_required,
    ),
    Rule(
        "empty-field",
        _NOTE,
        "a field that is there without a value",
        "write the value, or remove the field",
        forms.empty_fields,
    ),
    Rule(
        "number-for-text",
        _WARNING,
        "a number where a text is asked for",
        "put it in quotes; a number keeps no zeros at its end",
        forms.numbers_for_texts,
    ),
    Rule(
        "wrong-word",
        _WARNING,
        "a word that is none of those that OpenAPI lists for a field",
        "use one of them",
        forms.words_of_lists,
    ),
    Rule(
        "malformed-name",
        _WARNING,
        "a component's name, a media type or an operation's id that is not of the form of one",
        "write it in that form",
        forms.malformed_names,
    ),
    Rule(
        "path-with-more",
        _WARNING,
        "a path that holds a query or a fragment",
        "describe a query by parameters",
        forms.paths_with_more,
    ),
    Rule(
        "exclusive-fields",
        _WARNING,
        "two fields of which an object has one at most",
        "remove one of the two",
        forms.exclusive_fields,
    ),
    Rule(
        "discriminator-property",
        _WARNING,
        "a variant without the property that tells the variants apart",
        "declare it in the variant, as a 'const' or an 'enum'",
        forms.variants_without_property,
    ),
    Rule(
        "ignored-beside-ref",
        _WARNING,
        "what stands beside a '$ref' and does not count there",
        "put it into the target, or wrap the '$ref' in 'allOf'",
        fields.ignored_beside_ref,
    ),
    Rule(
        "wrong-version",
        _WARNING,
        "keywords of another version of OpenAPI",
        "write what this version has, or change 'openapi'",
        fields.wrong_version,
    ),
    Rule(
        "no-direction",
        _WARNING,
        "what is both read-only and write-only",
        "keep one of the two",
        fields.both_read_only_and_write_only,
    ),
    Rule(
        "required-without-property",
        _WARNING,
        "a required property that is not declared",
        "declare it, or correct its name",
        fields.required_without_property,
    ),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.name: rule for rule in _RULES})
"""Every rule by its name."""


def markdown_table() -> str:
    """Return the rules as the markdown table of `docs/lint.md`."""
    rows = [f"| `{rule.name}` | {rule.severity.value} | {rule.title} | {rule.help} |" for rule in RULES.values()]
    return "\n".join(["| rule | severity | what it finds | what to do |", "|---|---|---|---|", *rows]) + "\n"
