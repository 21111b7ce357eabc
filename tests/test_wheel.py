"""What people install: the built wheel, put elsewhere and run from there."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.terminal import Terminal, leaks

CHECKOUT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    """Run a command to its end and hand back what it said on stdout; its failure is the test's."""
    done = subprocess.run(
        command, cwd=cwd, env=dict(os.environ) | env, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"{command} in {cwd}:\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=CHECKOUT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the wheel is installed; what it depends on is taken from the running Python."""
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index")
    run(*pip, "--target", folder, wheel, cwd=folder, PIP_CONFIG_FILE=os.devnull)
    return folder


def shipped(*folders: str) -> set[str]:
    """The files of the checkout that belong into the wheel, as they are called there."""
    return {
        path.relative_to(CHECKOUT).as_posix().removeprefix("src/successbook/")
        for folder in folders
        for path in (CHECKOUT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_its_themes_and_its_samples_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == {f"successbook/{name}" for name in shipped("src/successbook", "themes", "sample_plans")}
    assert {"successbook/py.typed", "successbook/__init__.py"} <= names


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        said = archive.read(metadata).decode()
        entry = archive.read(metadata.replace("METADATA", "entry_points.txt")).decode()
    assert f"\nVersion: {project['version']}\n" in said
    assert "\nLicense-Expression: MIT\n" in said
    assert "Write down what success means" in said
    assert "successbook = successbook.cli:main" in entry


def successbook(*arguments: str | Path) -> tuple[str | Path, ...]:
    """The command, as a module of whatever is installed."""
    return (sys.executable, "-m", "successbook", *arguments)


def test_an_installed_successbook_runs_and_finds_everything_in_its_own_folder(
    installed: Path, tmp_path: Path
) -> None:
    said = run(*successbook("where"), cwd=tmp_path, PYTHONPATH=str(installed))
    places = dict(re.split(r"  +", line, maxsplit=1) for line in said.splitlines())
    assert places["program"] == str(installed / "successbook" / "__init__.py")
    assert places["themes"] == str(installed / "successbook" / "themes")
    assert places["sample plans"] == str(installed / "successbook" / "sample_plans")
    assert str(CHECKOUT) not in said


def test_installed_themes_are_those_of_the_checkout(installed: Path, tmp_path: Path) -> None:
    said = run(*successbook("themes"), cwd=tmp_path, PYTHONPATH=str(installed))
    named = {line.lstrip("* ").split()[0] for line in said.splitlines()}
    assert named == {path.stem for path in (CHECKOUT / "themes").glob("*.toml")}


def test_an_installed_sample_is_sound_and_shown(installed: Path, tmp_path: Path) -> None:
    sample = installed / "successbook" / "sample_plans" / "login-bugfix"
    title = tomllib.loads((sample / "plan.toml").read_text(encoding="utf-8"))["title"]
    run(*successbook("check", "--strict", sample), cwd=tmp_path, PYTHONPATH=str(installed))
    assert title in run(*successbook("show", sample), cwd=tmp_path, PYTHONPATH=str(installed))


def test_an_installed_app_shows_the_demo_with_its_styles(installed: Path, tmp_path: Path) -> None:
    env = {"PYTHONPATH": str(installed)}
    with Terminal(successbook("demo"), size=(100, 30), env=env, cwd=tmp_path) as terminal:
        terminal.wait_for("1 Page")
        terminal.wait_for("╭─ Why are we doing this")
        terminal.press("q")
        assert terminal.wait_end() == 0
        assert leaks(terminal.raw) == []


def test_an_installed_app_asks_its_ten_questions(installed: Path, tmp_path: Path) -> None:
    env = {"PYTHONPATH": str(installed)}
    run(*successbook("new", "plan"), cwd=tmp_path, **env)
    with Terminal(successbook("plan"), size=(100, 30), env=env, cwd=tmp_path) as terminal:
        terminal.wait_for("1 of 10")
        assert "What does your company exist for?" in terminal.screen
