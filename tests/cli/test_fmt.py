"""`fmt`: one layout, whatever the hand that wrote the file; values and comments stay."""

import tomllib
from pathlib import Path

import pytest

from successbook.files.folder import PlanFolder
from tests.cli.conftest import Run
from tests.cli.standing_in import nobody_may_write

BY_HAND = """\
# The plan of the payments team.

title    =   'Checkout MVP'   # as on the board
format=1
[goals]
  [goals."guests-pay"]
  how_it_serves = "Every extra field is a second thought."
  # who answers for it
  owners = ["Mara", "Jonas",   "  "]
  mood = { good = true }
"""

IN_LAYOUT = """\
# The plan of the payments team.

title = "Checkout MVP"  # as on the board
format = 1

[goals.guests-pay]
how_it_serves = \"\"\"
Every extra field is a second thought.
\"\"\"
# who answers for it
owners = [
    "Mara",
    "Jonas",
]

[goals.guests-pay.mood]
good = true
"""


@pytest.fixture
def rough(tmp_path: Path) -> Path:
    (tmp_path / "plan.toml").write_text(BY_HAND, encoding="utf-8")
    return tmp_path


def test_a_file_written_by_hand_gets_the_layout(run: Run, rough: Path) -> None:
    done = run("fmt", rough)
    assert (done.code, done.out, done.err) == (0, f"{rough / 'plan.toml'}\n", "")
    assert (rough / "plan.toml").read_text(encoding="utf-8") == IN_LAYOUT
    again = run("fmt", rough)
    assert (again.code, again.out, again.err) == (0, "", "every file is in its layout\n")


def test_with_check_nothing_is_written_and_the_exit_code_tells(run: Run, rough: Path, plan: Path) -> None:
    done = run("fmt", rough, "--check")
    assert (done.code, done.out) == (1, f"{rough / 'plan.toml'}\n")
    assert (rough / "plan.toml").read_text(encoding="utf-8") == BY_HAND
    assert run("fmt", plan, "--check").code == 0


def test_windows_lines_and_a_byte_order_mark_stay(run: Run, rough: Path) -> None:
    windows = b"\xef\xbb\xbf" + IN_LAYOUT.replace("\n", "\r\n").encode()
    (rough / "plan.toml").write_bytes(windows)
    assert run("fmt", rough, "--check").code == 0
    (rough / "plan.toml").write_bytes(windows.replace(b"format = 1", b"format  = 1"))
    assert run("fmt", rough).code == 0
    assert (rough / "plan.toml").read_bytes() == windows


def test_values_that_do_not_fit_and_unknown_keys_stay(run: Run, rough: Path) -> None:
    goal = 'title = ""\nowners = [1, " "]\nby = "soon"\nnotes = 7\n'
    text = f'format = 1\ntitle = 3\nmood = "  "\n[goals.a]\n{goal}'
    (rough / "plan.toml").write_text(text, encoding="utf-8")
    before = tomllib.loads(text)
    assert run("fmt", rough).code == 0
    assert tomllib.loads((rough / "plan.toml").read_text(encoding="utf-8")) == before


def test_a_file_that_cannot_be_read_stays_and_the_others_get_the_layout(
    rough: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from successbook.cli import main

    (rough / "readings.toml").write_text("readings = ", encoding="utf-8")
    (rough / "stakeholders.toml").write_text("format = 99\n[a]\n  b=1\n", encoding="utf-8")
    assert main(["fmt", str(rough)]) == 2
    assert "readings.toml:1" in capsys.readouterr().err
    assert (rough / "plan.toml").read_text(encoding="utf-8") == IN_LAYOUT
    assert (rough / "readings.toml").read_text(encoding="utf-8") == "readings = "
    assert (rough / "stakeholders.toml").read_text(encoding="utf-8") == "format = 99\n[a]\n  b=1\n"


def test_where_nothing_can_be_written_it_says_so(
    run: Run, rough: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = nobody_may_write(monkeypatch)
    done = run("fmt", rough)
    assert asked
    assert done.code == 2
    assert run("fmt", rough, "--check").code == 1


def test_what_the_app_wrote_is_in_the_layout_already(run: Run, plan: Path) -> None:
    before = PlanFolder.open(plan).bytes
    assert run("fmt", plan).out == ""
    assert PlanFolder.open(plan).bytes == before
