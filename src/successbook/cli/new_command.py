"""``successbook new``: start a plan."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, readable=False))
@click.option("--template", default="", metavar="NAME", help="A sample to begin with, see successbook demo.")
def command(folder: Path, template: str) -> None:
    """Start a plan in the folder DIR, which is made, and print its path.

    Open it with successbook DIR: an empty plan begins with ten questions.
    """
    from successbook.cli.output import data, talk
    from successbook.clock import now
    from successbook.shelf import Shelf

    path = Shelf.at(Path(), now()).new(str(folder), template=template)
    data(str(path))
    talk(f"open it with: successbook {folder}")
