"""``successbook remove``: take a record or a value away."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("remove")
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.argument("address")
def command(path: Path, address: str) -> None:
    """Take the record or the value at ADDRESS out of the plan at PATH.

    References to a record stay, and are named, so that nothing is lost in silence.
    """
    from successbook.cli.editing import remove

    remove(path, address)
