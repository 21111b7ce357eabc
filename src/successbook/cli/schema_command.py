"""``successbook schema``: JSON Schema for editors and programs."""

from __future__ import annotations

import click


@click.command("schema")
@click.argument("name", metavar="[KIND]", default="")
def command(name: str) -> None:
    """Print the JSON Schema (2020-12) of a KIND of record, or of a file such as plan.toml.

    Without a KIND it describes a whole plan: an object that holds the files by their paths. Dates and times
    are expected as text, as JSON has neither.
    """
    from successbook.cli.output import json_data
    from successbook.plan.schema import schema_named

    json_data(schema_named(name))
