"""`export`: documents to a pipe, a file or a folder; nothing is written over, nothing private leaves."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from successbook.plan.drafts import Draft
from successbook.sharing.documents import DOCUMENTS, SEVERAL
from successbook.tree import Table, Tree
from tests.cli.conftest import Run
from tests.plans import STAKEHOLDER, written
from tests.sharing.suites import CASE, UAT, small_suite

HOSTILE = "<script>alert(1)</script>\"onerror='x' javascript:x [/] \x1b]52;c;x\x07 \u202eabc"
SECRET = "told in confidence"


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    draft = Draft(small_suite())
    draft.put(CASE.child("pass_when"), HOSTILE)
    draft.put(CASE.child("notes"), SECRET)
    draft.put(STAKEHOLDER.child("notes"), SECRET)
    draft.put(UAT.child("testers", "c1", "contact"), SECRET)
    return written(tmp_path / "plan", draft.tree)


def test_a_handout_and_a_sheet_for_each_tester(run: Run, suite: Path, tmp_path: Path) -> None:
    for to, ending in (("html", "html"), ("markdown", "md"), ("csv", "csv")):
        done = run("export", suite, "--for", "testers", "--to", to, "-o", tmp_path / "out")
        paths = [tmp_path / "out" / f"round-2--{tester}.{ending}" for tester in ("a1", "c1")]
        assert (done.code, done.out) == (0, "".join(f"{path}\n" for path in paths))
        assert done.err == "2 files written\n"
        assert all(SECRET not in path.read_text(encoding="utf-8") for path in paths)


def test_a_page_of_html_is_inert_and_stands_alone(run: Run, suite: Path) -> None:
    text = run("export", suite, "--for", "testers", "--to", "html", "--tester", "C1").out
    assert "&lt;script&gt;" in text
    assert "<script" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "Content-Security-Policy" in text
    for remote in ("http://", "https://", "url(", "@import", "src="):
        assert remote not in text


def test_what_people_wrote_is_no_markdown(run: Run, suite: Path) -> None:
    text = run("export", suite, "--for", "testers", "--to", "markdown", "--tester", "c1").out
    assert "\\<script\\>" in text
    assert "\x1b" not in text


def test_a_file_for_a_spreadsheet_has_the_mark_that_it_needs_and_a_pipe_has_none(
    run: Run, suite: Path, tmp_path: Path
) -> None:
    out = tmp_path / "cases.csv"
    assert run("export", suite, "--to", "csv", "--part", "cases", "-o", out).code == 0
    assert out.read_bytes().startswith(b'\xef\xbb\xbf"Id in plan"')
    piped = run("export", suite, "--to", "csv", "--part", "cases", "--separator", "semicolon").out
    assert piped.startswith('"Id in plan";"Case"')
    rows = list(csv.DictReader(io.StringIO(piped, newline=""), delimiter=";"))
    assert rows[0]["Passes when"] == HOSTILE


def test_the_separator_of_the_settings_holds_until_another_is_asked_for(
    run: Run, suite: Path, home: Path
) -> None:
    settings = home / ".config" / "successbook" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('separator = "tab"\n', encoding="utf-8")
    cases = ("export", suite, "--to", "csv", "--part", "cases")
    assert run(*cases).out.startswith('"Id in plan"\t"Case"')
    assert run(*cases, "--separator", "comma").out.startswith('"Id in plan","Case"')
    settings.write_text('separator = "dot"\n', encoding="utf-8")
    assert run(*cases).out.startswith('"Id in plan","Case"')


def test_of_a_retest_only_what_is_tried_again_is_written(run: Run, suite: Path, tmp_path: Path) -> None:
    sheets = ("export", suite, "--for", "testers", "--to", "csv", "--retest")
    done = run(*sheets, "-o", tmp_path / "again")
    assert (done.code, done.out) == (0, f"{tmp_path / 'again' / 'round-2--a1.csv'}\n")
    text = (tmp_path / "again" / "round-2--a1.csv").read_text(encoding="utf-8-sig")
    assert "pay-as-a-guest" in text
    assert "refund" not in text
    done = run(*sheets, "--tester", "c1")
    assert done.code == 2
    assert "nothing is to be tried again" in done.err


@pytest.mark.parametrize("part", ["cases", "results", "readings"])
def test_every_table_comes_back_without_a_change(run: Run, suite: Path, tmp_path: Path, part: str) -> None:
    out = tmp_path / "out.csv"
    assert run("export", suite, "--to", "csv", "--part", part, "-o", out).code == 0
    done = run("import", suite, "--readings" if part == "readings" else "--uat", out)
    assert done.code == 0
    assert done.err.startswith("nothing to take over: ")


def test_nothing_is_written_over_unless_it_is_wanted(run: Run, suite: Path, tmp_path: Path) -> None:
    out = tmp_path / "readings.csv"
    out.write_text("mine")
    done = run("export", suite, "--to", "csv", "--part", "readings", "-o", out)
    assert (done.code, out.read_text()) == (2, "mine")
    assert "there is something already; choose another name, or --overwrite" in done.err
    assert run("export", suite, "--to", "csv", "--part", "readings", "-o", out, "--overwrite").code == 0
    assert "Seconds to pay" in out.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("out", "says"),
    [
        ("plan/readings.toml", "this is a place of the plan itself"),
        ("plan/releases/guest-checkout/x.csv", "this is a place of the plan itself"),
        ("con.csv", 'no file can be called "con.csv" everywhere'),
        ("plan", "this is a folder; name a file in it"),
        ("..", "this is a folder; name a file in it"),
        ("file/x.csv", "cannot be written"),
    ],
)
def test_places_where_no_file_belongs_are_refused(
    run: Run, suite: Path, tmp_path: Path, out: str, says: str
) -> None:
    (tmp_path / "file").write_text("")
    before = (suite / "readings.toml").read_bytes()
    done = run("export", suite, "--to", "csv", "--part", "readings", "-o", tmp_path / out, "--overwrite")
    assert done.code == 2
    assert says in done.err
    assert (suite / "readings.toml").read_bytes() == before


def test_handouts_all_go_or_none(run: Run, suite: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "round-2--c1.csv").write_text("filled in")
    assert run("export", suite, "--for", "testers", "--to", "csv", "-o", tmp_path / "out").code == 2
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["round-2--c1.csv"]


def test_ids_that_somebody_wrote_by_hand_lead_nowhere(run: Run, tmp_path: Path) -> None:
    tree = small_suite()
    testers = Table({key: Table({"title": "x"}) for key in ("../../evil", "CON", "A b", "a B")})
    plan = written(tmp_path / "plan", tree.with_table(UAT, tree.table(UAT).put("testers", testers)))
    done = run("export", plan, "--for", "testers", "--to", "csv", "-o", tmp_path / "out")
    assert done.code == 0
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == [
        "round-2--a-b-2.csv", "round-2--a-b.csv", "round-2--con.csv", "round-2--evil.csv"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--to", "csv"), "it is not clear which table; --part sheets | cases | results | readings"),
        (("--to", "ics", "--part", "cases"), "there is no ics of cases; it can be had as csv"),
        (
            ("--to", "html", "--for", "testers"),
            "these are 2 documents; name a folder with -o, or one with --tester",
        ),
        (("--to", "csv", "--part", "results", "--for", "stakeholders"), "results are not for stakeholders"),
        (("--to", "csv", "--part", "cases", "--for", "testers"), "cases are not for testers"),
        (("--to", "html", "--for", "testers", "--tester", "Z"), 'there is no tester "Z"'),
        (("--to", "html", "--for", "testers", "--round", "Round 9"), 'there is no round "Round 9"'),
    ],
)
def test_what_cannot_be_had_is_one_line(run: Run, suite: Path, words: tuple[str, ...], says: str) -> None:
    done = run("export", suite, *words)
    assert done.code == 2
    assert says in done.err


def test_a_notebook_is_not_exported(run: Run, tmp_path: Path) -> None:
    notebook = written(tmp_path / "mine", Tree({"notebook.toml": Table({"format": 1, "title": "Mine"})}))
    done = run("export", notebook, "--to", "csv", "--part", "readings")
    assert done.code == 2
    assert "picked by its owner" in done.err


def test_no_export_of_a_plan_with_a_notebook_in_it_has_a_word_of_it(run: Run, tmp_path: Path) -> None:
    tree = small_suite()
    files = {
        **tree.files,
        "notebook.toml": Table({"format": 1, "title": SECRET}),
        "reflections/2026-06-01.toml": Table({"format": 1, "entries": Table({"a": Table({"text": SECRET})})}),
    }
    plan = written(tmp_path / "plan", Tree(files))
    for part, to in DOCUMENTS:
        tester = ("--tester", "c1") if part in SEVERAL else ()
        done = run("export", plan, "--to", to, "--part", part, *tester)
        assert done.code == 0, (part, to)
        assert SECRET not in done.out
