"""``successbook new``: start a plan."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, readable=False))
@click.option("--template", default="", metavar="NAME", help="A sample to begin with, see successbook demo.")
@click.option(
    "--notebook",
    type=click.Choice(["mine", "coachee", "team"]),
    help="A notebook instead of a plan: your own, about a coachee, or a team's.",
)
def command(folder: Path, template: str, notebook: str | None) -> None:
    """Start a plan in the folder DIR, which is made, and print its path.

    Open it with successbook DIR: an empty plan begins with ten questions, a notebook with a session (s).
    """
    from successbook.cli.output import data, talk
    from successbook.clock import now
    from successbook.errors import UsageError
    from successbook.shelf import Shelf

    if template and notebook:
        raise UsageError("a notebook has no template", where="--template", remedy="leave one of the two out")
    about = {"mine": "myself", "coachee": "a coachee", "team": "a team"}.get(notebook or "", "")
    path = Shelf.at(Path(), now()).new(str(folder), template=template, notebook=about)
    data(str(path))
    talk(f"open it with: successbook {folder}")
