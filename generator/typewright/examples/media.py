"""The example of a body in one media type: the first authored one, else a sampled value."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.base.json_value import JsonValue
from typewright.examples.build import Examples
from typewright.examples.values import ExampleValue
from typewright.ir import ABSENT, Media, Response, TypeExpr
from typewright.naming.names import Package
from typewright.naming.operations import operation_name
from typewright.surface import Method


def authored_examples(media: Media) -> Iterator[tuple[JsonValue]]:
    """Yield the authored examples of a body, each in a tuple, since an example may be null."""
    if media.example is not ABSENT:
        yield (media.example,)
    yield from ((value,) for _, value in media.examples)


def media_value(examples: Examples, method: Method, response: Response, media: Media, type_: TypeExpr) -> ExampleValue:
    """Return the example of `type_`, the type of a response of `method` in one media type."""
    package = package_of_response(method, response)
    authored = next(authored_examples(media), None)
    if authored is not None:
        return examples.authored(authored[0], type_, package)
    return examples.call(type_, operation_name(method.operation), package)


def package_of_response(method: Method, response: Response) -> Package:
    """Return the package that the inline types of a response are in."""
    is_result = any(result is response for result, _ in method.responses)
    is_error = any(error.status == response.status for error in method.errors) or (response.is_error and not is_result)
    return Package.ERRORS if is_error else Package.OPERATIONS
