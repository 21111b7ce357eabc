"""``successbook themes``: the themes there are."""

from __future__ import annotations

import click


@click.command("themes")
@click.option("--json", "as_json", is_flag=True, help="As a list of objects.")
def command(as_json: bool) -> None:
    """Print the themes, ours and your own; the one in use has a star.

    Choose one in the app with T. Your own are TOML files in the folder that successbook where prints.
    """
    from successbook.cli.output import data, json_data, talk
    from successbook.files.settings import Settings
    from successbook.tui.palettes import palettes

    settings = Settings.load()
    folder = settings.themes_folder
    found, problems = palettes(folder)
    for problem in problems:
        talk(f"note: {problem}")
    if as_json:
        rows = [{"name": each.name, "title": each.title, "about": each.about} for each in found]
        json_data([{**row, "in_use": row["name"] == settings.theme} for row in rows])
        return
    widest = max((len(each.name) for each in found), default=0)
    for each in found:
        star = "*" if each.name == settings.theme else " "
        data(f"{star} {each.name:<{widest}}  {each.title}{f': {each.about}' if each.about else ''}")
