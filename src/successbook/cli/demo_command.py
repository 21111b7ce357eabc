"""``successbook demo``: look around in a sample plan."""

from __future__ import annotations

import click


@click.command("demo")
@click.argument("name", default="")
def command(name: str) -> int:
    """Open a sample plan in a scratch copy, its dates moved to these weeks.

    Without a NAME it is the first sample; a name that does not exist lists them.
    """
    from pathlib import Path

    from successbook.cli.app import expect_terminal, open_app
    from successbook.cli.output import talk
    from successbook.clock import now
    from successbook.shelf import Shelf

    expect_terminal()
    path = Shelf.at(Path(), now()).demo(name)
    code = open_app(path)
    talk(f"this was a scratch copy; it lies in {path}")
    return code
