"""``successbook add``: add a record, by the rules of the app."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("add")
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.argument("kind")
@click.argument("title", default="")
@click.option(
    "--under", default="", metavar="REF", help="The record it hangs under, such as goal:guest-pays."
)
@click.option("--inside", default="", metavar="REF", help="The record it is a part of, for a target.")
@click.option(
    "--field", "fields", multiple=True, metavar="NAME=VALUE", help="A further field; repeat it for lists."
)
def command(path: Path, kind: str, title: str, under: str, inside: str, fields: tuple[str, ...]) -> None:
    """Add a record of a KIND to the plan at PATH and print its address.

    \b
    successbook add checkout goal "Let a guest pay in under a minute" --under problem:address-form
    successbook add checkout target --inside metric:seconds-to-pay --field kind=reach --field value=60

    A win, lesson, praise, obstacle, experiment or observation needs no PATH: it goes into your own notebook.

    \b
    successbook add win "Ravi asked to plan together"

    What is named after others, such as a release_kpi, has their ids for its TITLE: seconds-to-pay. An unknown
    KIND lists them all.
    """  # noqa: D301  # \b is click's mark for lines to leave as they are
    from successbook.cli.editing import add_record
    from successbook.plan.captures import CAPTURED

    if str(path) in CAPTURED and not (title or under or inside or fields):
        from successbook.cli.capturing import write_down

        write_down(str(path), kind)
        return
    add_record(path, kind, title, under=under, inside=inside, fields=fields)
