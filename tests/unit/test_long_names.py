"""A title of hundreds of characters: the packages that it names are folders that every system holds."""

from pathlib import Path

from generator.cli.configuration import configuration
from generator.cli.invocation import Invocation
from generator.pipeline import build


def test_a_long_title_makes_packages_all_the_same(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(f"openapi: 3.1.0\ninfo: {{title: {'word ' * 80}, version: '1'}}\npaths: {{}}\n")
    tree = build(configuration(Invocation(spec=spec, formatter="none"))).tree
    assert tree
    assert max(len(part) for path in tree for part in path.split("/")) <= 100
