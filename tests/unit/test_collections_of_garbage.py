"""When commands collect garbage."""

import gc

import pytest
import typewright.cli.shell
from typewright.cli import run


@pytest.mark.parametrize(("command", "collects"), [("generate", False), ("check", False), ("watch", True)])
def test_a_command_of_one_build_collects_no_garbage(
    monkeypatch: pytest.MonkeyPatch, command: str, collects: bool
) -> None:
    found: list[bool] = []
    monkeypatch.setattr(typewright.cli.shell, "run_command", lambda _: found.append(gc.isenabled()) or 0)
    assert run([command, "--spec", "missing.yaml"]) == 0
    assert found == [collects]
    assert gc.isenabled()
