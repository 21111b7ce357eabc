"""``successbook import``: cases, results and readings from the files of spreadsheets and other tools."""

from __future__ import annotations

from pathlib import Path

import click

_FILE = click.Path(path_type=Path, readable=False)


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--uat",
    "tests",
    type=_FILE,
    multiple=True,
    metavar="FILE",
    help="Cases, or results of testers; may be repeated.",
)
@click.option("--readings", type=_FILE, multiple=True, metavar="FILE", help="Dated values of metrics.")
@click.option("--preview", is_flag=True, help="Only say what would be new, changed, as before or not taken.")
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="HEADING=FIELD",
    help="What a column is; without a FIELD it is left out. Kept for next time.",
)
@click.option(
    "--word",
    "words",
    multiple=True,
    metavar="WORD=OURS",
    help="What a word in a cell means, such as Retest=failed or High=must. Kept for next time.",
)
@click.option(
    "--as", "sort", type=click.Choice(["cases", "results"]), help="What the rows are, if not clear."
)
@click.option("--release", default="", metavar="ID", help="The release, where the file does not say.")
@click.option("--round", "round_", default="", metavar="ID", help="The round, where the file does not say.")
@click.option("--tester", default="", metavar="ID", help="The tester, where the file does not say.")
@click.option("--add-missing", is_flag=True, help="Add testers and rounds that the plan does not have yet.")
@click.option(
    "--dates", type=click.Choice(["day-first", "month-first"]), help="How 06/08/2026 is to be read."
)
@click.option("--decimal", type=click.Choice(["comma", "point"]), help="How 1,500 is to be read.")
@click.option("--json", "as_json", is_flag=True, help="The listing as an object.")
def command(  # noqa: PLR0913, PLR0917  # one for each option
    path: Path,
    tests: tuple[Path, ...],
    readings: tuple[Path, ...],
    preview: bool,
    columns: tuple[str, ...],
    words: tuple[str, ...],
    sort: str | None,
    release: str,
    round_: str,
    tester: str,
    add_missing: bool,
    dates: str | None,
    decimal: str | None,
    as_json: bool,
) -> int:
    """Take cases, results or readings from CSV files over into the plan at PATH, as one change.

    \b
    successbook import checkout --uat cases.csv --preview
    successbook import checkout --uat round-2--a1.csv --uat round-2--a2.csv
    successbook import checkout --uat testrail.csv --map "Prio=priority" --word "High=must"
    successbook import checkout --readings numbers.csv

    An empty cell says nothing and erases nothing. A second import updates what is there. Prints a line for
    each row that is new, changed or not taken; the exit code is 1 when something was not taken.
    """  # noqa: D301  # \b is click's mark for lines to leave as they are
    from successbook.cli.importing import Asked, import_files
    from successbook.errors import UsageError

    if tests and readings:
        raise UsageError("cases and readings are imported one after the other", where="import")
    asked = Asked(
        sort="readings" if readings else sort or "uat",  # type: ignore[arg-type]  # click knows the choices
        columns=columns,
        words=words,
        release=release,
        round=round_,
        tester=tester,
        add_missing=add_missing,
        dates=dates or "",  # type: ignore[arg-type]
        decimal=decimal or "",  # type: ignore[arg-type]
    )
    return import_files(path, tests or readings, asked, preview=preview, as_json=as_json)
