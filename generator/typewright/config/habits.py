"""The habits of the reference implementation: its deviations from a description (`docs/migrating.md`)."""

from __future__ import annotations

from typing import Literal

Habit = Literal[
    "aliases-share-a-name",
    "all-of-copies",
    "answers-need-schemas",
    "bases-stand-alone",
    "body-examples-ignored",
    "carriage-returns-stay",
    "compositions-come-first",
    "constants-are-a-union",
    "described-by-use",
    "empty-values-are-unknown",
    "errors-are-copies",
    "example-numbers-stay",
    "fields-by-alphabet",
    "loops-over-two-media-types",
    "null-beside-enums",
    "number-enums-ignored",
    "one-method-per-body-type",
    "only-branches-count",
    "open-enums-of-both",
    "other-bodies-are-bytes",
    "overrides-name-fields",
    "parameter-examples-ignored",
    "parameters-by-place",
    "parts-describe-nothing",
    "path-unions-left-out",
    "properties-replace-each-other",
    "raw-answers-are-a-union",
    "ref-siblings-ignored",
    "security-of-most-operations",
    "results-have-content",
    "shared-parameter-types",
    "single-values-stay-closed",
    "timestamps-as-times",
    "token-urls-are-required",
    "undeclared-fields-left-out",
    "untyped-booleans-are-texts",
    "wildcards-are-bytes",
]
"""The values of `reference_habits`."""
