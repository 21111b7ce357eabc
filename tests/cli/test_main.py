"""The contract of the command line: exit codes, one line for every error, nothing raw, little loaded."""

import ast
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from successbook import __version__
from successbook.cli import app
from successbook.cli import main as entry
from successbook.cli.main import COMMANDS
from tests.cli.conftest import Run

PROGRAM = [sys.executable, "-m", "successbook"]


@pytest.fixture(autouse=True)
def buffered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streams hold back what is printed, as they do for people: errors then come late."""
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)


def started(
    words: Sequence[object], *, env: dict[str, str] | None = None, **options: object
) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own, with neither terminal nor input."""
    settings: dict[str, object] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **options}
    command = [*PROGRAM, *words]
    return subprocess.run(  # type: ignore[call-overload, no-any-return]  # the options of the caller
        command,
        stderr=subprocess.PIPE,
        env={**os.environ, **(env or {})},
        check=False,
        timeout=60,
        **settings,
    )


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


def test_the_app_opens_what_the_first_word_names(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path | None] = []
    monkeypatch.setattr(app, "expect_terminal", lambda: None)

    def open_app(path: Path | None) -> int:
        opened.append(path)
        return 7

    monkeypatch.setattr(app, "open_app", open_app)
    monkeypatch.chdir(tmp_path)
    for name in ("check", "-odd"):
        (tmp_path / name).mkdir()
    assert run().code == 7
    assert run("./check").code == 7
    assert run("--", "check").code == 7
    assert run("--", "-odd").code == 7
    assert run(tmp_path).code == 7
    assert opened == [None, Path("check"), Path("check"), Path("-odd"), tmp_path]
    assert run("check").code == 2, "a command goes before a folder of its name"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["chekc"], 'chekc: there is no such folder or command; did you mean "check"?'),
        (["nowhere/at/all"], "nowhere/at/all: there is no such folder or command; see successbook --help"),
        (["chekc", "x"], '"chekc" is no command; did you mean "check"?'),
        (["--", "a", "b"], "the app opens one path at a time"),
        (["--verbose"], "no such option '--verbose'"),
        (["check", "--strct"], "check: no such option '--strct'"),
        (["check", "--format", "yaml"], "check: invalid value for '--format': 'yaml' is not one of"),
        (["show"], "show: missing argument 'PATH'; see successbook show --help"),
        (["set", "x"], "set: missing argument 'ADDRESS'"),
        (["schema", "a", "b"], "schema: got unexpected extra argument"),
        (["remove", "nowhere", "plan.toml:title"], "nowhere: there is no such folder; start a plan with"),
        (["\x1b]0;x\x07\u202e"], "\u241b]0;x\u2407<U+202E>: there is no such folder or command"),
        ([""], "there is no such folder or command; see successbook --help"),
    ],
)
def test_words_that_do_not_fit_are_one_line_and_exit_code_2(run: Run, words: list[str], says: str) -> None:
    done = run(*words)
    assert done.code == 2
    assert done.err.startswith(f"successbook: {says}") or says in done.err


def test_the_version_and_the_help_are_data(run: Run) -> None:
    assert run("--version").out == f"successbook {__version__}\n"
    assert run("--help", "--version").out.startswith("Usage: successbook")
    text = run("-h").out
    assert all(f"  {name} " in text and about in text for name, about in COMMANDS.items())


def test_every_command_explains_itself(run: Run) -> None:
    for name in COMMANDS:
        done = run(name, "--help")
        assert done.code == 0
        assert done.out.startswith(f"Usage: successbook {name}")
        assert "\\b" not in done.out


def test_an_interrupted_command_ends_with_130(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("successbook.cli.checking.check", stop)
    assert run("check", plan).code == 130
    assert run("check", plan).err.strip() == ""


def test_a_mistake_of_our_own_is_one_line_without_a_word_of_the_plan(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("oh\x1b\nno")

    monkeypatch.setattr("successbook.cli.checking.check", fail)
    told = run("check", plan).err
    assert "a mistake of successbook itself: ValueError in test_main.py:" in told
    assert "oh" not in told
    assert told.count("\n") == 1
    monkeypatch.setenv("SUCCESSBOOK_TRACEBACK", "1")
    with pytest.raises(ValueError, match="oh"):
        entry(["check", str(plan)])


def test_an_error_of_the_system_names_the_file(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "/some/where")

    monkeypatch.setattr("successbook.cli.checking.check", fail)
    assert run("check", plan).err == "successbook: /some/where: Permission denied\n"


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
