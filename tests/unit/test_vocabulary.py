"""The words of identifiers: those of the field, and none of a private dialect."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.source_modules import ROOT, tree_of, violations

PACKAGE = ROOT / "generator/typewright"
RUNTIME = ROOT / "templates/python/runtime"
MODULES = sorted([*PACKAGE.rglob("*.py"), *RUNTIME.rglob("*.py"), *(ROOT / "bench").glob("*.py")])

RIDDLES = {
    "behind": "after, suffix",
    "bankrupt": "limit exceeded",
    "circle": "cycle",
    "each": "the noun",
    "hangs": "is defined",
    "likeness": "similarity",
    "met": "seen",
    "place": "pointer, location",
    "places": "pointers, locations",
    "said": "the noun",
    "sketch": "fingerprint",
    "stance": "mode",
    "stands": "is defined",
    "thing": "the noun",
    "things": "the noun",
    "told": "the noun",
    "twins": "typed_dicts",
    "verdict": "assessment",
    "verdicts": "assessments",
    "waiting": "worklist",
    "wish": "preferred",
    "wished": "preferred",
    "wishes": "preferred names, options",
}
"""Words that a reader from the field has to guess, and what to write instead."""
ALLOWED = {"mark_if_met"}
PHRASES = {
    r"(None|ABSENT|empty) where": "if",
    r"Raises \w+ where": "if",
    r"[Ww]here there (is|are) none": "without",
    r"[Ww]hat stands|hangs": "is defined",
    r"[Ww]hat (came|comes) of": "result, outcome",
    r"all the same": "equal, nevertheless",
    r"circle": "cycle",
    r"has its say|without a word": "what it does",
    r"held? against": "validate, compare",
    r"led to|is had": "refer, redirect",
    r"nothing is said|[Ww]hat is said|says (nothing|it all)": "state, express, imply",
    r"[Tt]ake down|to mend": "record, fix",
    r"told|whoever": "the noun",
}
"""Phrases in docstrings that a reader has to guess, and what to write instead."""
PREDICATE = re.compile(r"_*(is|are|has|have|can|should)_")
OTHER_PREDICATES = {
    "_accept": "what parsers call it: it consumes the text that it finds",
    "accept": "a validator: it accepts an instance or not",
    "_contains": "the operator of containers",
    "_contains_matching_properties": "the operator of containers",
    "_contains_with_property": "the operator of containers",
    "_append_owner": "a rule: it reports whether it applies",
    "_default": "the value of a default",
    "_distinguish_enum_from_union": "a rule: it reports whether it applies",
    "_prove": "a step of a command: it reports whether it succeeded",
    "_wait_for_change": "it reports the end of the wait",
    "apply": "a step: it reports whether it changed anything",
    "boolean": "the value is random",
    "contains": "the operator of containers",
    "ignore_aliases": "the name that PyYAML calls",
    "optional_by_default": "an option, with its default",
    "seekable": "the method of Python's files",
    "required": "the keyword of JSON Schema",
    "shows_constraints": "an option, with its default",
    "take_forward_reference": "it takes the flag, which is false afterwards",
}
"""Functions that return a boolean and may have another name, with the reason."""


def identifiers(tree: ast.AST) -> Iterator[str]:
    """Yield the names that a module gives: of classes, functions, parameters and variables."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()):
                yield name


def test_identifiers_are_words_of_the_field() -> None:
    def riddles(module: Path) -> set[str]:
        return {
            f"{name}: write {RIDDLES[word]}"
            for name in identifiers(tree_of(module))
            for word in re.findall(r"[a-z]+", re.sub(r"(?<!^)([A-Z][a-z])", r"_\1", name).lower())
            if word in RIDDLES and name not in ALLOWED
        }

    assert violations(MODULES, riddles) == {}


def test_predicates_are_named_like_predicates() -> None:
    def misnamed(module: Path) -> list[str]:
        functions = [node for node in ast.walk(tree_of(module)) if isinstance(node, ast.FunctionDef)]
        returns = [(node.name, node.returns) for node in functions if not node.name.startswith("__")]
        predicates = [name for name, type_ in returns if isinstance(type_, ast.Name) and type_.id == "bool"]
        return [name for name in predicates if not PREDICATE.match(name) and name not in OTHER_PREDICATES]

    assert violations(MODULES, misnamed) == {}


def test_docstrings_of_predicates_are_sentences() -> None:
    """'Return whether …' for functions, 'Whether …' for properties alone."""

    def fragments(module: Path) -> list[str]:
        functions = [node for node in ast.walk(tree_of(module)) if isinstance(node, ast.FunctionDef)]
        plain = [node for node in functions if not node.decorator_list]
        return [node.name for node in plain if (ast.get_docstring(node) or "").startswith("Whether")]

    assert violations(MODULES, fragments) == {}


def test_docstrings_are_plain() -> None:
    def riddles(module: Path) -> set[str]:
        strings = (node.value for node in ast.walk(tree_of(module)) if isinstance(node, ast.Expr))
        texts = (node.value for node in strings if isinstance(node, ast.Constant) and isinstance(node.value, str))
        return {
            f"{' '.join(text.split())}: write {instead}"
            for text in texts
            for phrase, instead in PHRASES.items()
            if re.search(rf"\b({phrase})\b", " ".join(text.split()))
        }

    assert violations(MODULES, riddles) == {}


def test_no_module_has_a_word_of_the_dialect() -> None:
    assert violations(MODULES, lambda module: RIDDLES.keys() & set(module.stem.split("_"))) == {}
