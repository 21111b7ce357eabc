"""What people install: the built wheel, put elsewhere and run from there."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("name", ["themes", "sample_plans"])
def test_an_installed_successbook_finds_what_ships_with_it(
    name: str, installed: Path, tmp_path: Path
) -> None:
    ask = f"from successbook.resources import resource; print(resource({name!r}))"
    found = run(sys.executable, "-c", ask, cwd=tmp_path, PYTHONPATH=str(installed))
    assert Path(found.strip()) == installed / "successbook" / name
