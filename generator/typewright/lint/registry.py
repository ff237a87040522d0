"""The registry of the rules of `typewright lint`, in the order of the table in `docs/lint.md`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from typewright.base.errors import Severity
from typewright.lint.rule import Rule
from typewright.lint.rules import components, coverage, fields, forms, operations, unions, values

_WARNING, _NOTE = Severity.WARNING, Severity.NOTE

_RULES = (
    Rule(
        name="missing-description",
        severity=_NOTE,
        title="an operation, parameter, response, schema, property or tag without a description",
        help="say what it is for",
        find=coverage.missing_descriptions,
    ),
    Rule(
        name="missing-example",
        severity=_NOTE,
        title="a property, parameter or request body of which no value is shown",
        help="add an 'example'",
        find=coverage.missing_examples,
    ),
    Rule(
        name="unused-component",
        severity=_WARNING,
        title="a component that no operation reaches",
        help="remove it, or refer to it",
        find=components.unused_components,
    ),
    Rule(
        name="schema-name-collision",
        severity=_WARNING,
        title="schemas whose names make the same class name",
        help="rename one of them",
        find=components.colliding_components,
    ),
    Rule(
        name="property-name-collision",
        severity=_WARNING,
        title="properties whose names make the same attribute name",
        help="rename one of them",
        find=components.colliding_properties,
    ),
    Rule(
        name="enum-name-collision",
        severity=_WARNING,
        title="enum values that make the same member name",
        help="give them names with 'x-enum-varnames'",
        find=components.colliding_enum_values,
    ),
    Rule(
        name="missing-operation-id",
        severity=_WARNING,
        title="an operation without 'operationId'",
        help="give it one: methods and types are named after it",
        find=operations.missing_operation_ids,
    ),
    Rule(
        name="ambiguous-path",
        severity=_WARNING,
        title="paths that differ by the names of parameters alone",
        help="keep one of the two",
        find=operations.ambiguous_paths,
    ),
    Rule(
        name="no-success-response",
        severity=_WARNING,
        title="an operation that does not say what it returns",
        help="describe a response of 200 or the like",
        find=operations.missing_success_responses,
    ),
    Rule(
        name="body-without-meaning",
        severity=_WARNING,
        title="a request body of GET, HEAD or DELETE",
        help="use parameters, or another method",
        find=operations.bodies_without_meaning,
    ),
    Rule(
        name="undeclared-tag",
        severity=_NOTE,
        title="an operation's tag that 'tags' does not declare",
        help="declare it below 'tags', with a description",
        find=operations.undeclared_tags,
    ),
    Rule(
        name="unused-tag",
        severity=_NOTE,
        title="a declared tag that no operation has",
        help="remove it, or use it",
        find=operations.unused_tags,
    ),
    Rule(
        name="ignored-header",
        severity=_WARNING,
        title="a parameter named Accept, Content-Type or Authorization",
        help="remove it",
        find=operations.ignored_headers,
    ),
    Rule(
        name="dangling-link",
        severity=_WARNING,
        title="a link to an operation that is not there",
        help="correct its 'operationId'",
        find=operations.dangling_links,
    ),
    Rule(
        name="server-variable",
        severity=_WARNING,
        title="a variable of a server's URL without description, or the other way round",
        help="describe it below 'variables', or remove it",
        find=operations.server_variables,
    ),
    Rule(
        name="invalid-example",
        severity=_WARNING,
        title="an example that its schema refuses",
        help="correct the example, or the schema",
        find=values.invalid_examples,
    ),
    Rule(
        name="invalid-default",
        severity=_WARNING,
        title="a default that its schema refuses",
        help="correct the default, or the schema",
        find=values.invalid_defaults,
    ),
    Rule(
        name="unreachable-default",
        severity=_WARNING,
        title="a default of something that is required",
        help="remove the default, or let it be optional",
        find=values.unreachable_defaults,
    ),
    Rule(
        name="ambiguous-union",
        severity=_WARNING,
        title="variants that a value may both be",
        help="add a 'discriminator', or a property with a 'const' to each variant",
        find=unions.ambiguous_unions,
    ),
    Rule(
        name="endless-schema",
        severity=_WARNING,
        title="an object that requires itself, so that no value ends",
        help="let one of the properties be optional",
        find=unions.infinite_schemas,
    ),
    Rule(
        name="unknown-field",
        severity=_WARNING,
        title="a field that OpenAPI does not have there",
        help="remove it, or begin it with 'x-'",
        find=fields.unknown_fields,
    ),
    Rule(
        name="missing-field",
        severity=_WARNING,
        title="a field missing that OpenAPI requires, and that generating does without",
        help="add it",
        find=fields.missing_required_fields,
    ),
    Rule(
        name="empty-field",
        severity=_NOTE,
        title="a field that is there without a value",
        help="write the value, or remove the field",
        find=forms.empty_fields,
    ),
    Rule(
        name="number-for-text",
        severity=_WARNING,
        title="a number where a text is asked for",
        help="put it in quotes; a number keeps no zeros at its end",
        find=forms.numbers_for_texts,
    ),
    Rule(
        name="wrong-word",
        severity=_WARNING,
        title="a word that is none of those that OpenAPI lists for a field",
        help="use one of them",
        find=forms.disallowed_values,
    ),
    Rule(
        name="malformed-name",
        severity=_WARNING,
        title="a component's name, a media type or an operation's id that is not of the form of one",
        help="write it in that form",
        find=forms.malformed_names,
    ),
    Rule(
        name="path-with-more",
        severity=_WARNING,
        title="a path that holds a query or a fragment",
        help="describe a query by parameters",
        find=forms.paths_with_query_or_fragment,
    ),
    Rule(
        name="exclusive-fields",
        severity=_WARNING,
        title="two fields of which an object has one at most",
        help="remove one of the two",
        find=forms.exclusive_fields,
    ),
    Rule(
        name="discriminator-property",
        severity=_WARNING,
        title="a variant without the property that tells the variants apart",
        help="declare it in the variant, as a 'const' or an 'enum'",
        find=forms.variants_without_property,
    ),
    Rule(
        name="ignored-beside-ref",
        severity=_WARNING,
        title="what stands beside a '$ref' and does not count there",
        help="put it into the target, or wrap the '$ref' in 'allOf'",
        find=fields.ignored_beside_ref,
    ),
    Rule(
        name="wrong-version",
        severity=_WARNING,
        title="keywords of another version of OpenAPI",
        help="write what this version has, or change 'openapi'",
        find=fields.wrong_version,
    ),
    Rule(
        name="no-direction",
        severity=_WARNING,
        title="what is both read-only and write-only",
        help="keep one of the two",
        find=fields.both_read_only_and_write_only,
    ),
    Rule(
        name="required-without-property",
        severity=_WARNING,
        title="a required property that is not declared",
        help="declare it, or correct its name",
        find=fields.required_without_property,
    ),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.name: rule for rule in _RULES})
"""All rules by name."""


def markdown_table() -> str:
    """Return the rules as the markdown table of `docs/lint.md`."""
    rows = [f"| `{rule.name}` | {rule.severity.value} | {rule.title} | {rule.help} |" for rule in RULES.values()]
    return "\n".join(["| rule | severity | what it finds | what to do |", "|---|---|---|---|", *rows]) + "\n"
