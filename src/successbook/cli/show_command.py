"""``successbook show``: a part of a plan as plain text."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("show")
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--part",
    type=click.Choice(["page", "goals", "release", "uat", "due", "reflection", "board"]),
    help="What to show; by default the page, of a notebook the reflection.",
)
@click.option("--json", "as_json", is_flag=True, help="The whole part, structured.")
def command(path: Path, part: str | None, as_json: bool) -> None:
    """Print a part of the plan or notebook at PATH.

    \b
    page        the plan on a page
    goals       goals, metrics with their readings, evidence, tracking, stakeholders
    release     releases, each with its KPIs, gates, stages, launch log and read-outs
    uat         acceptance tests: cases, what every tester saw, defects, sign-offs
    due         everything open that has a day, what is late first
    reflection  a notebook: its sessions, by dimension
    board       a notebook: the boards of its sessions, and what moved between them

    Plain text, one thing a line, for screen readers and pipes.
    """  # noqa: D301  # \b is click's mark for lines to leave as they are
    from successbook.cli.showing import show_part

    show_part(path, part, as_json=as_json)
