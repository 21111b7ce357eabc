"""The contract of the command line: exit codes, one line for every error, nothing raw."""

from pathlib import Path

import pytest

from successbook import __version__
from successbook.cli import app
from successbook.cli import main as entry
from successbook.cli.main import COMMANDS
from tests.cli.conftest import Run


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
