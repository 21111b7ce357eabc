"""``successbook where``: the folders that successbook uses."""

from __future__ import annotations

import click


@click.command("where")
@click.option("--json", "as_json", is_flag=True, help="As an object.")
def command(as_json: bool) -> None:
    """Print where successbook keeps what it remembers, and where its own samples and themes lie."""
    from successbook import __file__ as package
    from successbook.cli.output import data, json_data, talk
    from successbook.files.own_place import data_folder
    from successbook.files.settings import Settings
    from successbook.resources import resource

    settings = Settings.load()
    config, state, own = settings.config_folder, settings.state_folder, data_folder()
    places = {
        "settings": config / "settings.toml" if config else None,
        "own themes": settings.themes_folder,
        "own guides": settings.guides_folder,
        "own notebook": own / "notebook" if own else None,
        "other notebooks": own / "notebooks" if own else None,
        "plans opened lately": state / "recent.toml" if state else None,
        "themes": resource("themes"),
        "sample plans": resource("sample_plans"),
        "program": package,
    }
    for problem in settings.problems:
        talk(f"note: {problem}")
    if as_json:
        json_data({name: str(place) if place else None for name, place in places.items()})
        return
    widest = max(map(len, places))
    for name, place in places.items():
        data(f"{name:<{widest}}  {place or 'nowhere: there is no home folder'}")
