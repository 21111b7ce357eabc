"""``successbook card``: the coach's card of a session."""

from __future__ import annotations

from pathlib import Path

import click

from successbook.cli.page_options import page_options


@click.command("card")
@click.option(
    "--guide", "name", default="", metavar="NAME", help="The guide; by default the one that comes with us."
)
@click.option("--team", is_flag=True, help="The card of a session that a team holds.")
@page_options
def command(name: str, team: bool, to: str, out: Path | None, overwrite: bool) -> None:
    """Print the coach's card: the pages of a session, minutes, what to ask, when to be silent.

    \b
    successbook card
    successbook card --to html -o card.html

    Guides of your own are TOML files in the folder "guides" beside your settings; successbook where names it.
    """  # noqa: D301  # \b is click's mark for lines to leave as they are
    from successbook.cli.carding import card

    card(name, to, out, team=team, over=overwrite)
