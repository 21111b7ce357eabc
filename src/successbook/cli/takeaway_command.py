"""``successbook takeaway``: what somebody picked of a session, as a page for others."""

from __future__ import annotations

from pathlib import Path

import click

from successbook.cli.page_options import page_options


@click.command("takeaway")
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.option("--session", default="", metavar="ID", help="The session; by default the latest.")
@click.option("--pick", "picks", multiple=True, metavar="ADDRESS", help="A line that goes along; repeat it.")
@page_options
def command(
    path: Path, session: str, picks: tuple[str, ...], to: str, out: Path | None, overwrite: bool
) -> None:
    """Write a page of what was picked of a session in the notebook at PATH, and of nothing else.

    \b
    successbook takeaway notebook
    successbook takeaway notebook --pick reflections/2026-09-11.toml:entries.night-run.title -o page.md

    Without --pick it prints what could be picked, an address a line; nothing is picked beforehand.
    """  # noqa: D301  # \b is click's mark for lines to leave as they are
    from successbook.cli.taking import take

    take(path, session, picks, to, out, over=overwrite)
