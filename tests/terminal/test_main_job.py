"""The main job in a real terminal: ten answers, the page, each control, undo, a one-line diff."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

ANSWERS = (
    "Shopping without second thoughts",
    "Guests give up at the form", "People on a phone",
    "14 of 20 interviews",
    "let guests pay in a minute", "every extra field is a second thought",
    "Seconds to pay", "96", "s",
    "60", "30 sep", "",
    "Guests keep their card", "Guests who come back",
    "Guest checkout", "27 jun", "",
    "Calls to support", "40", "a week", "15",
    "Finance, Jonas", "Finance", "Fewer refunds",
    "",
)  # fmt: skip


def _git(folder: Path, *words: str) -> str:
    who = ["-c", "user.name=Mara", "-c", "user.email=mara@example.org"]
    command = ["git", "-C", str(folder), *who, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal([sys.executable, "-m", "successbook", tmp_path], size=(120, 40))


def test_ten_answers_make_a_plan_and_one_changed_value_is_one_changed_line(
    tmp_path: Path, terminal: Terminal
) -> None:
    with terminal as app:
        app.wait_for("There is no plan here yet")
        app.press("n")
        app.wait_for("What is the plan about")
        app.type("Checkout MVP")
        app.press("Enter")
        app.wait_for("Question 1 of 10")
        for said in ANSWERS:
            app.settle()
            app.type(said)
            app.press("Enter")
        app.wait_for("What you said")
        app.settle()
        app.press("Enter")
        app.wait_for("Why are we doing this")
        app.wait_for("Seconds to pay +96 .* 60 +30 Sep")
        app.wait_for("Guest checkout .*in 12 days")
        app.wait_for("saved")

        plan = tmp_path / "checkout-mvp"
        _git(plan, "init", "--quiet")
        _git(plan, "add", ".")
        _git(plan, "commit", "--quiet", "-m", "Ten answers")
        assert _git(plan, "status", "--porcelain") == ""

        changes = _change_one_value_of_each_control(app)
        app.press("1")
        app.wait_for("Why are we doing this")
        app.press(*["u"] * (changes - 1))
        app.press("6")
        app.wait_for('Rename metric "Seconds to pay, median"')
        app.settle()
        undone = [line for line in app.lines if "taken back; U does it again" in line]
        assert len(undone) == changes - 1, app.screen
        app.wait_for("saved")
        app.press("q")
        assert app.wait_end() == 0

    assert _git(plan, "diff", "--numstat") == "1\t1\tplan.toml\n"
    diff = _git(plan, "diff", "--unified=0").splitlines()
    assert diff[-2:] == ['-title = "Seconds to pay"', '+title = "Seconds to pay, median"']
    assert _git(plan, "status", "--porcelain") == " M plan.toml\n"


def _change_one_value_of_each_control(app: Terminal) -> int:
    """Edit one value of each control, add and delete a record; how many changes that were."""
    _open_the_metric(app)
    _rename_it(app)
    _choose_refer_and_describe(app)
    _write_numbers_days_and_names(app)
    _add_and_delete_a_record(app)
    app.press("6")
    app.wait_for('Delete metric "Basket size"')
    app.settle()
    changes = [line for line in app.lines if "plan.toml" in line and "Answer" not in line]
    assert len(changes) == 10, app.screen
    return len(changes)


def _open_the_metric(app: Terminal) -> None:
    app.press("/")
    app.wait_for("What are you looking for")
    app.type("Seconds")
    app.wait_for("metric +Seconds to pay")
    app.press("Enter")
    app.wait_for("What it tells")
    app.settle()
    app.press("Enter")


def _rename_it(app: Terminal) -> None:
    app.press("Enter")
    app.wait_for("Enter keep")
    app.type(", median")
    app.press("Enter")
    app.wait_for("Seconds to pay, median +96 s|Seconds to pay, median")


def _choose_refer_and_describe(app: Terminal) -> None:
    """The three fields below the title: a choice, which its letter takes; references; prose."""
    _write_below(app, "n", "Enter")
    _write_below(app, "Guest checkout", "Enter", "Esc")
    _write_below(app, "Whether it feels like work.", "Esc")


def _write_below(app: Terminal, text: str, *leave: str) -> None:
    """Open the field below the cursor, write, and leave it with these keys, each after a rest."""
    app.press("Down", "Enter")
    app.settle()
    app.type(text)
    for key in leave:
        app.press(key)
        app.settle()


def _write_numbers_days_and_names(app: Terminal) -> None:
    """An amount, a day, a list of names, and a number that is folded away."""
    app.press("Down*3", "Enter")
    app.wait_for("Where is it today")
    app.press("C-u")
    app.type("~13k")
    app.press("Enter")
    app.wait_for("(about |~)13 000")
    _write_below(app, "31 may", "Enter")
    _write_below(app, "Mara", "Esc")
    app.wait_for("Owners +Mara")
    app.press("m")
    app.wait_for("Flat within")
    app.press("Down*6", "Enter")
    app.wait_for("change still counts as none|must it not")
    app.type("2")
    app.press("Enter")
    app.settle()


def _add_and_delete_a_record(app: Terminal) -> None:
    app.press("Esc")
    app.settle()
    app.press("a")
    app.wait_for("New metric")
    app.type("Basket size")
    app.press("Enter")
    app.wait_for('Where is "Basket size" today')
    app.press("Esc")
    app.wait_for("metric +Basket size|Basket size +no data")
    app.settle()
    app.press("d")
    app.wait_for('Deleted "Basket size"')


def test_what_is_typed_before_the_first_picture_is_the_first_answer(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text("format = 1\n", encoding="utf-8")
    with Terminal([sys.executable, "-m", "successbook", tmp_path], size=(80, 24)) as app:
        app.type("People trust what they pay")
        app.wait_for("It exists for +.People trust what they pay")


def test_whoever_opens_a_plan_learns_how_much_is_wrong_with_it(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text("format = 1\n[goals.a]\ntitle = 3\n", encoding="utf-8")
    with Terminal([sys.executable, "-m", "successbook", tmp_path], size=(80, 24)) as app:
        app.wait_for("1 to look at: F +saved")
