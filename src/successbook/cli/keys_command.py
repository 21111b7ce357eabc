"""``successbook keys``: every key and what it does."""

from __future__ import annotations

import click


@click.command("keys")
@click.option("--json", "as_json", is_flag=True, help="As a list of objects.")
def command(as_json: bool) -> None:
    """Print every key of the app, where it works and what it does; your own keys included."""
    from dataclasses import asdict

    from successbook.cli.output import data, json_data, talk
    from successbook.files.settings import Settings
    from successbook.tui.actions import keys_table
    from successbook.tui.keymap import read_keymap

    own, problems = read_keymap(Settings.load().keymap)
    for problem in problems:
        talk(f"note: {problem}")
    rows = keys_table(own)
    if as_json:
        json_data([asdict(row) for row in rows])
        return
    widest = max(len(row.keys) for row in rows)
    where = ""
    for row in rows:
        if row.where != where:
            data(f"{'' if not where else chr(10)}{row.where}")
            where = row.where
        data(f"  {row.keys:<{widest}}  {row.help}")
