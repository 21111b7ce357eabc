"""``successbook export``: a plan, or a part of it, for others."""

from __future__ import annotations

from pathlib import Path

import click

from successbook.cli.page_options import output_option


@click.command("export")
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--to",
    "to",
    type=click.Choice(["markdown", "html", "csv", "ics", "json"]),
    required=True,
    help="The format.",
)
@output_option("The file, or for several documents the folder, to write; standard output otherwise.")
@click.option(
    "--for",
    "audience",
    type=click.Choice(["team", "stakeholders", "testers"]),
    default="team",
    help="Who reads it; by default the team.",
)
@click.option(
    "--part",
    type=click.Choice(["plan", "handouts", "sheets", "cases", "results", "readings"]),
    help="What it is about; by default the plan, and for testers their handouts or, as CSV, result sheets.",
)
@click.option("--release", default="", metavar="ID", help="The release whose acceptance test is meant.")
@click.option("--round", "round_", default="", metavar="ID", help="The round; by default the latest.")
@click.option("--tester", "testers", multiple=True, metavar="ID", help="Only this tester; may be repeated.")
@click.option(
    "--separator",
    type=click.Choice(["comma", "semicolon", "tab"]),
    help="What stands between the cells of a CSV file; by default what settings.toml says, else a comma.",
)
@click.option(
    "--retest", is_flag=True, help="For testers: only what did not pass for them, or was repaired since."
)
@click.option("--overwrite", is_flag=True, help="Replace files that are there.")
def command(  # noqa: PLR0913, PLR0917  # one for each option
    path: Path,
    to: str,
    out: Path | None,
    audience: str,
    part: str | None,
    release: str,
    round_: str,
    testers: tuple[str, ...],
    separator: str | None,
    retest: bool,
    overwrite: bool,
) -> None:
    """Write the plan at PATH, or a part of it, for others.

    \b
    successbook export checkout --for testers --to html -o handouts
    successbook export checkout --for testers --to csv -o handouts
    successbook export checkout --to csv --part cases -o cases.csv
    successbook export checkout --to csv --part results
    successbook export checkout --to html --for stakeholders -o plan.html

    With -o the names of the files written are printed. What stands in a notebook is never exported.
    """  # noqa: D301  # \b is click's mark for lines to leave as they are
    from successbook.cli.exporting import export
    from successbook.files.settings import Settings
    from successbook.sharing.documents import Wish

    between = separator or Settings.load().separator
    wish = Wish(to, audience, part or "", release, round_, testers, between, retest)  # type: ignore[arg-type]
    export(path, out, wish, over=overwrite)
