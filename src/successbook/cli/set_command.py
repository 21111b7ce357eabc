"""``successbook set``: give a field a value, by the rules of the app."""

from __future__ import annotations

import re
from pathlib import Path

import click

from successbook.errors import UsageError

_NUMBER = re.compile(r"-[\d.,]")


class _WithNumbers(click.Command):
    """A command whose words may be negative numbers; click takes them for options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put a ``--`` before all that is no option, so that ``-5`` is a value; the rest is click's."""
        words = args[: args.index("--")] if "--" in args else args
        if any(_NUMBER.match(word) for word in words):
            options = [
                word for word in words if word.startswith("-") and len(word) > 1 and not _NUMBER.match(word)
            ]
            rest = [word for word in words if word not in options]
            args = [*options, "--", *rest, *args[len(words) + 1 :]]
        return super().parse_args(ctx, args)


@click.command("set", cls=_WithNumbers)
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.argument("address")
@click.argument("value", nargs=-1)
@click.option("--empty", is_flag=True, help="Take the value away.")
@click.option("--unknown", is_flag=True, help='Keep "don\'t know yet" as the answer.')
@click.option("--because", default="", help="Why a frozen benchmark changes; both values are kept.")
def command(
    path: Path, address: str, value: tuple[str, ...], empty: bool, unknown: bool, because: str
) -> None:
    """Give the field at ADDRESS in the plan at PATH a VALUE.

    \b
    successbook set checkout plan.toml:metrics.seconds-to-pay.baseline 96
    successbook set checkout plan.toml:goals.guest-pays.owners "Mara, product" Jonas
    successbook set checkout readings.toml:readings.seconds-to-pay.2026-06-08 71

    Dates are written 2026-09-30, references as an id or as goal:guest-pays; for a list give several values.
    """  # noqa: D301  # \b is click's mark for lines to leave as they are
    from successbook.cli.editing import set_value

    if bool(value) + empty + unknown != 1:
        raise UsageError("it takes a VALUE, or --empty, or --unknown", where="set", remedy="give one")
    set_value(path, address, value, unknown=unknown, because=because)
