"""The click group, and the conversion of exceptions to messages and exit codes."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from typewright import __version__
from typewright.base.errors import Diagnostic, ExitCode, TargetError, TypewrightError
from typewright.cli.colors import CHOICES, wanted_color
from typewright.cli.messages import print_diagnostics
from typewright.cli.output import echo


class CommandGroup(click.Group):
    """A group whose commands are the modules of `typewright.cli.commands`, imported on first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, sorted: those of the modules, with hyphens."""
        folder = Path(__file__).parent / "commands"
        return sorted(file.stem.replace("_", "-") for file in folder.glob("[!_]*.py"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name; None for an unknown one."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"typewright.cli.commands.{cmd_name.replace('-', '_')}").command
        return command if isinstance(command, click.Command) else None


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="typewright")
@click.option("--color", type=click.Choice(CHOICES), default="auto", help="Whether messages have colours.")
@click.pass_context
def typewright(context: click.Context, *, color: str) -> None:
    """Python and TypeScript SDKs, their docs and examples from an OpenAPI description."""
    context.color = wanted_color(color)


def run_command(arguments: Sequence[str]) -> int:
    """Run the command line; return the exit code. Errors are printed to stderr.

    Raises KeyboardInterrupt if the user ends it.
    """
    try:
        result = typewright.main(list(arguments), prog_name="typewright", standalone_mode=False)
    except click.ClickException as fault:
        fault.show()
        return ExitCode.USAGE
    except click.Abort:
        raise KeyboardInterrupt from None
    except TypewrightError as fault:
        if isinstance(fault, TargetError) and fault.traceback:
            echo(fault.traceback, err=True)
        print_diagnostics(fault.diagnostics)
        return fault.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return ExitCode.CLEAN
    except OSError as fault:
        if fault.filename is None:
            echo(_bug_report(), err=True)
            return ExitCode.BUG
        print_diagnostics([_refused(fault)])
        return ExitCode.USAGE
    except Exception:
        echo(_bug_report(), err=True)
        return ExitCode.BUG
    return result if isinstance(result, int) else ExitCode.CLEAN


def _refused(fault: OSError) -> Diagnostic:
    """Return the error of the file system for a file that the user named."""
    reason = (fault.strerror or str(fault)).lower()
    return Diagnostic("E006", f"cannot use '{fault.filename}': {reason}", help="mend the cause, then try again")


def _bug_report() -> str:
    return (
        f"{traceback.format_exc()}\n"
        "This is a bug of ours, not of your description.\n"
        "How to report it: open an issue at the project's repository with the lines above, the smallest description\n"
        f"that shows it, and this: typewright {__version__}, Python {platform.python_version()}, {platform.system()}."
    )
