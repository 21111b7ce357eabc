"""Streams that are closed, full, left early or in another encoding: nothing raw, and the right exit code."""

import ast
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.processes import PROGRAM, started


@pytest.fixture(autouse=True)
def buffered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streams hold back what is printed, as they do for people: errors then come late."""
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_leaves_early_is_met_with_silence(plan: Path, unbuffered: str) -> None:
    env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    for words, stream in ((["keys"], "stdout"), (["--help"], "stdout"), (["check", plan], "stderr")):
        ours, theirs = os.pipe()
        os.close(ours)
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: theirs}
        command = [*PROGRAM, *words]
        done = subprocess.run(command, check=False, timeout=60, env=env, **streams)  # type: ignore[call-overload]
        os.close(theirs)
        assert done.returncode == 0
        assert not done.stderr


def test_findings_keep_their_exit_code_when_nobody_reads_them(plan: Path) -> None:
    (plan / "plan.toml").write_text("title = 1\n" + "x = 1\n", encoding="utf-8")
    ours, theirs = os.pipe()
    os.close(ours)
    done = started(["check", plan], stdout=theirs)
    os.close(theirs)
    assert done.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_output_that_cannot_be_written_is_an_error() -> None:
    with Path("/dev/full").open("wb") as full:
        done = started(["keys"], stdout=full)
    assert done.returncode == 2
    assert done.stderr == b"successbook: No space left on device\n"


def test_closed_streams_do_no_harm(plan: Path) -> None:
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        line = f'exec "$0" -m successbook show "$1" {closed}'
        done = subprocess.run(
            ["/bin/sh", "-c", line, sys.executable, plan], capture_output=True, check=False, timeout=60
        )
        assert done.returncode == 0
        assert b"Traceback" not in done.stderr


def in_a_row(commands: Sequence[Sequence[object]], env: dict[str, str]) -> tuple[list[int], bytes]:
    """The exit codes of several commands in one fresh process, and all that they printed."""
    words = [[str(word) for word in each] for each in commands]
    code = f"import sys; from successbook.cli import main; sys.exit(repr([main(each) for each in {words!a}]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, check=False, timeout=60)
    *talk, codes = done.stderr.splitlines()
    return ast.literal_eval(codes.decode()), done.stdout + b"\n".join(talk)


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "C", "LANG": ""},
    ],
)
def test_any_encoding_of_the_terminal_will_do(plan: Path, env: dict[str, str]) -> None:
    title = "お支払い"
    commands: list[list[object]] = [
        ["show", plan],
        ["show", plan, "--json"],
        ["keys"],
        ["check", plan],
        ["set", plan, "é:é", "é"],
    ]
    assert started(["set", plan, "plan.toml:title", title], env=env).returncode == 0
    codes, printed = in_a_row(commands, {**os.environ, **env})
    assert codes == [0, 0, 0, 0, 2]
    assert b"Traceback" not in printed
    assert title.encode("ascii", "backslashreplace") in printed or title.encode() in printed


@pytest.mark.parametrize("home", ["", "/nonexistent/home", "not/absolute", None])
def test_it_works_without_a_home(plan: Path, home: str | None) -> None:
    kept = {
        name: value for name, value in os.environ.items() if name != "HOME" and not name.startswith("XDG_")
    }
    env = kept if home is None else {**kept, "HOME": home}
    commands: list[list[object]] = [
        ["show", plan],
        ["check", plan],
        ["where"],
        ["themes"],
        ["keys"],
        ["set", plan, "plan.toml:title", "x"],
    ]
    codes, printed = in_a_row(commands, env)
    assert codes == [0] * len(commands)
    assert b"Traceback" not in printed


def test_a_value_that_is_not_utf8_is_refused(plan: Path) -> None:
    before = (plan / "plan.toml").read_bytes()
    for words in (["set", plan, "plan.toml:title", b"caf\xe9"], ["add", plan, "goal", b"caf\xe9"]):
        done = started(words)
        assert done.returncode == 2
        assert b"this is no UTF-8 text" in done.stderr
    assert (plan / "plan.toml").read_bytes() == before


def test_a_name_that_is_not_utf8_is_named_and_shown(tmp_path: Path) -> None:
    name = tmp_path / os.fsdecode(b"caf\xe9")
    done = started([name])
    assert done.returncode == 2
    assert b"there is no such folder or command" in done.stderr
    name.mkdir()
    done = started(["check", name])
    assert done.returncode == 2
    assert b"there is no plan in it" in done.stderr
    (name / "plan.toml").write_text("title = 1", encoding="utf-8")
    for form in ("text", "json", "github"):
        assert started(["check", name, "--format", form]).returncode == 1
