"""What a command loads: little, and nothing that it does not need."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from successbook.cli.main import COMMANDS
from tests.cli.processes import started


def loaded(*commands: Sequence[object]) -> set[str]:
    """The modules in memory after commands have run in a fresh interpreter."""
    words = [[str(word) for word in each] for each in commands]
    code = (
        "import os, sys; from successbook.cli import main; out = os.dup(1); os.dup2(2, 1); "
        f"[main(each) for each in {words!r}]; "
        "os.write(out, ' '.join(sys.modules).encode())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    return set(done.stdout.decode().split())


HEAVY = {"textual", "rich", "pydantic", "tomlrt", "tomli_w", "platformdirs"}


def test_the_version_loads_next_to_nothing() -> None:
    modules = loaded(["--version"])
    assert not modules & {*HEAVY, "click", "tomli", "tomllib", "json", "successbook.tree", "successbook.plan"}


def test_help_loads_click_and_no_more() -> None:
    modules = loaded(["--help"], *([name, "--help"] for name in COMMANDS))
    assert "click" in modules
    assert {f"successbook.cli.{name}_command" for name in COMMANDS} <= modules
    assert not modules & (HEAVY | {"successbook.plan", "successbook.workbook", "successbook.tui"})


@pytest.mark.parametrize(
    "commands",
    [
        [["check"]],
        [["show"], ["show", "--part", "goals", "--json"], ["show", "--part", "release"]],
        [
            ["fmt", "--check"],
            ["add", "goal", "x"],
            ["set", "plan.toml:title", "x"],
            ["remove", "plan.toml:title"],
        ],
    ],
)
def test_a_command_for_scripts_loads_no_textual(plan: Path, commands: list[list[str]]) -> None:
    modules = loaded(*([name, plan, *rest] for name, *rest in commands))
    assert {f"successbook.cli.{name}_command" for name, *_ in commands} <= modules
    assert not modules & {"textual", "rich", "successbook.tui"}


@pytest.mark.parametrize(
    ("command", "may"),
    [
        (["check"], set[str]()),
        (["show"], set[str]()),
        (["export", "--to", "csv", "--part", "readings"], set[str]()),
        (["export", "--to", "html"], {"jinja2"}),
        (["export", "--to", "ics"], {"icalendar"}),
    ],
)
def test_only_the_export_that_needs_them_loads_templates_and_calendars(
    plan: Path, command: list[str], may: set[str]
) -> None:
    name, *rest = command
    modules = loaded([name, plan, *rest])
    assert modules & {"jinja2", "icalendar"} == may
    assert not modules & {"textual", "rich", "successbook.tui"}


def test_without_a_terminal_the_app_is_refused_before_it_is_loaded(plan: Path) -> None:
    for words in ([], [plan], ["--", plan], ["demo"]):
        done = started(words)
        assert done.returncode == 2
        assert done.stdout == b""
        assert done.stderr.startswith(b"successbook: the app needs a terminal")
        assert done.stderr.count(b"\n") == 1
    assert "textual" not in loaded([], [plan], ["demo"])
