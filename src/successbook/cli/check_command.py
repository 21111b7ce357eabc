"""``successbook check``: what is wrong with the files of plans."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path, readable=False))
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True
)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
def command(paths: tuple[Path, ...], strict: bool, form: str) -> int:
    """Say what is wrong with the files of the plans at PATH, by default here.

    A folder that is no plan is searched for plans. It depends on the files alone, not on the day. Exit code 1
    means that something is wrong.
    """
    from successbook.cli.checking import check

    return check(paths or (Path(),), strict=strict, form=form)
