"""The commands as a lazy click group: only the one that runs is imported."""

from __future__ import annotations

from importlib import import_module

import click

from successbook import __version__
from successbook.cli.main import COMMANDS
from successbook.cli.output import data
from successbook.errors import UsageError
from successbook.text import small

__all__ = ["run_command"]

_EPILOG = (
    "\b\nWithout a command: successbook [PATH] opens the app on a plan, a folder of plans, or your shelf."
)


class _Lazy(click.Group):
    """A group whose commands are the modules of this room; the signatures are click's."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Their names, in the order in which help tells them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"successbook.cli.{cmd_name}_command").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Tell each in the words of `COMMANDS`, which needs none of them imported."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        data(f"successbook {__version__}")
        ctx.exit(0)


@click.group(cls=_Lazy, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
def _group() -> None:
    """Write down what success means before you ship; see afterwards whether it came."""


def run_command(arguments: list[str]) -> int:
    """Run a command; its exit code.

    Raises:
        UsageError: the words do not fit the command.
        SuccessbookError: the command cannot do it.
        KeyboardInterrupt: a person stopped it.
    """
    try:
        code = _group.main(arguments, prog_name="successbook", standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except SystemExit:  # click's own way out when nobody reads its help any more
        return 0
    except click.ClickException as error:
        told = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "successbook"
        what = error.format_message().rstrip(".").replace("\n", " ")
        raise UsageError(
            small(what), where=told.removeprefix("successbook").strip(), remedy=f"see {told} --help"
        ) from None
    return code if isinstance(code, int) else 0
