"""``successbook fmt``: the files of a plan in their one layout."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("fmt")
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.option("--check", is_flag=True, help="Change nothing; exit code 1 if a file would change.")
def command(path: Path, check: bool) -> int:
    """Put the files of the plan at PATH into their one layout and print the names of those that change.

    Values stay what they are; comments stay with what they are about.
    """
    from successbook.cli.formatting import format_plan

    return format_plan(path, check=check)
