"""``successbook card``: the coach's card of a session."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("card")
@click.option(
    "--guide", "name", default="", metavar="NAME", help="The guide; by default the one that comes with us."
)
@click.option(
    "--to",
    "to",
    type=click.Choice(["markdown", "html"]),
    default="markdown",
    help="The format; Markdown by default.",
)
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path, readable=False),
    metavar="OUT",
    help="The file to write; standard output otherwise.",
)
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
def command(name: str, to: str, out: Path | None, overwrite: bool) -> None:
    """Print the coach's card: the pages of a session, minutes, what to ask, when to be silent.

    \b
    successbook card
    successbook card --to html -o card.html

    Guides of your own are TOML files in the folder "guides" beside your settings; successbook where names it.
    """  # noqa: D301  # \b is click's mark for lines to leave as they are
    from successbook.cli.carding import card

    card(name, to, out, over=overwrite)
