"""``successbook show``: a part of a plan as plain text."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("show")
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--part",
    type=click.Choice(["page", "goals", "release"]),
    default="page",
    show_default=True,
    help="The plan on a page, every record of the goals, or the releases.",
)
@click.option("--json", "as_json", is_flag=True, help="The whole part, structured.")
def command(path: Path, part: str, as_json: bool) -> None:
    """Print a part of the plan at PATH: the plan on a page, its goals, or its releases.

    Plain text, one thing a line, for screen readers and pipes.
    """
    from successbook.cli.showing import show_part

    show_part(path, part, as_json=as_json)
