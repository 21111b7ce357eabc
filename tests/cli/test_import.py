"""`import`: a listing of what comes of every row, one change, and honest exit codes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Result, Run
from tests.plans import written
from tests.sharing.suites import small_suite

FILES = Path(__file__).parents[1] / "sharing" / "files"


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    return written(tmp_path / "plan", small_suite())


def lines(done: Result) -> list[list[str]]:
    """The lines of the listing by their columns."""
    return [[part.strip() for part in line.split("  ") if part.strip()] for line in done.out.splitlines()]


def test_a_preview_lists_and_writes_nothing(run: Run, suite: Path) -> None:
    before = (suite / "releases/guest-checkout/uat.toml").read_bytes()
    done = run("import", suite, "--uat", FILES / "xray.csv", "--preview")
    assert done.code == 0
    assert lines(done) == [["new", "row 2", 'case "Pay by wallet"'], ["new", "row 4", 'case "Cancel"']]
    assert done.err == "would be taken over: 2 new\n"
    assert (suite / "releases/guest-checkout/uat.toml").read_bytes() == before


def test_what_is_not_taken_is_exit_code_1_and_the_rest_is_taken(run: Run, suite: Path) -> None:
    done = run("import", suite, "--uat", FILES / "testrail.csv", "--word", "High=must")
    assert done.code == 1
    assert lines(done)[1][0] == "not taken"
    assert '"Low" is no priority' in done.out
    assert done.err.splitlines() == [
        f"note: {FILES / 'testrail.csv'}: nothing is taken from Section Hierarchy",
        "taken over: 2 new, 1 not taken",
    ]
    assert 'number = "C1041"' in (suite / "releases/guest-checkout/uat.toml").read_text(encoding="utf-8")
    again = run("import", suite, "--uat", FILES / "testrail.csv")
    assert again.err.splitlines()[-1] == "nothing to take over: 2 as before, 1 not taken"  # the word is kept


def test_a_column_is_mapped_once(run: Run, suite: Path, tmp_path: Path, home: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text("Was;Wie wichtig\nZahlen;muss\n", encoding="utf-8")
    refused = run("import", suite, "--uat", file)
    assert (refused.code, "--map Was=title" in refused.err) == (2, True)
    said = ("--map", "Was=title", "--map", "wie WICHTIG=priority", "--word", "muss=must")
    assert run("import", suite, "--uat", file, *said, "--preview").code == 0
    assert run("import", suite, "--uat", file).code == 2  # a preview keeps nothing
    assert run("import", suite, "--uat", file, *said).code == 0
    assert run("import", suite, "--uat", file).err == "nothing to take over: 1 as before\n"
    text = (home / ".config/successbook/settings.toml").read_text(encoding="utf-8")
    assert 'was = "title"' in text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "no file is named"),
        (("--uat", "nobody.csv"), "it is not there"),
        (("--uat", "{cases}", "--map", "Title"), '"Title" maps nothing'),
        (("--uat", "{cases}", "--map", "Title=titel"), 'did you mean "title"?'),
        (("--uat", "{cases}", "--map", "Titel=title"), 'no column is called "Titel"; there are "ID"'),
        (("--uat", "{cases}", "--word", "High=most"), '"most" is no word of ours'),
        (("--uat", "{cases}", "--word", "High"), '"High" says nothing'),
        (("--uat", "{cases}", "--readings", "{cases}"), "one after the other"),
        (("--uat", "{cases}", "--release", "none"), 'there is no release "none"'),
        (("--uat", "."), "a folder"),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, suite: Path, words: tuple[str, ...], says: str) -> None:
    done = run("import", suite, *(word.format(cases=FILES / "testrail.csv") for word in words))
    assert done.code == 2
    assert says in done.err


def test_a_pipe_does_not_hang(run: Run, suite: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = run("import", suite, "--uat", pipe)
    assert done.code == 2
    assert "it is a pipe, not an ordinary file; name a CSV file" in done.err


def test_several_sheets_are_one_change_and_json_tells_all(run: Run, suite: Path, tmp_path: Path) -> None:
    for tester in ("A1", "C1"):
        (tmp_path / f"{tester}.csv").write_text(
            f"Case in plan,Tester,Round,Result\nrefund,{tester},Round 2,ok\n"
        )
    files = ("--uat", tmp_path / "A1.csv", "--uat", tmp_path / "C1.csv")
    done = run("import", suite, *files, "--json")
    told = json.loads(done.out)
    assert told["counts"] == {"new": 2, "changed": 0, "same": 0, "error": 0}
    assert [line["address"] for line in told["lines"]] == [
        f"releases/guest-checkout/results/round-2--{tester}.toml:results.refund" for tester in ("a1", "c1")
    ]
    assert told["files"][0]["columns"]["Result"] == "state"
    assert (suite / "releases/guest-checkout/results/round-2--c1.toml").exists()


def test_readings_come_in_too(run: Run, suite: Path, tmp_path: Path) -> None:
    file = tmp_path / "numbers.csv"
    file.write_text('Metric,Date,Value\nSeconds to pay,2026-06-15,"70,5"\n', encoding="utf-8")
    assert run("import", suite, "--readings", file).code == 1
    done = run("import", suite, "--readings", file, "--decimal", "comma")
    assert (done.code, lines(done)) == (0, [["new", "row 2", 'metric "Seconds to pay", 2026-06-15: 70.5']])
    assert "2026-06-15 = 70.5\n" in (suite / "readings.toml").read_text(encoding="utf-8")


def test_windows_1252_is_said(run: Run, suite: Path, tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_bytes("Title;Section\nZahlen für Gäste;Kasse\n".encode("cp1252"))
    done = run("import", suite, "--uat", file)
    assert done.code == 0
    assert 'read as Windows-1252: is "für" right?' in done.err


def test_without_a_home_the_mapping_is_not_kept_and_all_else_works(
    run: Run, suite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "cases.csv"
    file.write_text("Was\nZahlen\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/dev/null/none")
    done = run("import", suite, "--uat", file, "--map", "Was=title")
    assert done.code == 0
    assert "could not be kept for next time" in done.err
