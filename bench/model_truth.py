"""`python -m bench.model_truth SPEC ...`: generated models against an independent validator, over drawn instances.

Of every component and every request's and response's own type, instances are drawn and changed in one place; models
and validator (jsonschema-rs) say of each whether it is valid, and valid ones have to come back equal. Printed are the
counts of each description, and below them the disagreements by keyword.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path

from tests.model_truth import Verdicts, python_comparison


def main() -> None:
    """Draw, compare, and print a table."""
    parser = argparse.ArgumentParser(prog="bench.model_truth", description=__doc__)
    parser.add_argument("specs", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=10, help="instances of each type")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    print("| | types | valid, accepted | invalid, refused | disagreements |\n|---|--:|--:|--:|--:|")
    found: dict[str, Verdicts] = {}
    for spec in options.specs:
        with tempfile.TemporaryDirectory() as folder:
            comparison = python_comparison(spec, Path(folder))
            results = found[str(spec)] = comparison.run(options.rounds, options.seed)
        counts = (len(comparison.types), results.valid, results.invalid, len(results.disagreements))
        print(f"| {spec.name} | {' | '.join(f'{count:,}' for count in counts)} |", flush=True)
    for spec_name, results in found.items():
        _print_disagreements(spec_name, results)


def _print_disagreements(spec: str, results: Verdicts) -> None:
    """Print how often each keyword is behind a disagreement, and one instance of each."""
    counts = Counter((disagreement.kind, disagreement.keyword) for disagreement in results.disagreements)
    for (kind, keyword), count in counts.most_common():
        examples = (found for found in results.disagreements if (found.kind, found.keyword) == (kind, keyword))
        example = next(examples)
        words = " ".join(example.words.split())[:200]
        print(f"\n{spec}: {kind}, {keyword or 'round trip'}: {count}\n  {example.type}: {words}")
        print(f"  {json.dumps(example.value)[:200]}")


if __name__ == "__main__":
    main()
