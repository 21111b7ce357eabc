"""What every test stands on: a home of its own, a fixed day, and which examples hypothesis tries."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

TODAY = "2026-06-15"
"""The day on which all tests run, a Monday; a test about another day sets SUCCESSBOOK_TODAY itself."""

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
settings.register_profile("quick", patient, max_examples=25, derandomize=True, database=None)
settings.register_profile("torture", patient, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits for a real terminal begins first, so that nobody waits for it in the end."""
    items.sort(key=lambda item: "tests/terminal" not in item.nodeid)


def pytest_collection_finish() -> None:
    """All that has been imported and collected stays: to look for garbage in it takes a tenth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder: no test reads or writes what belongs to the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name, folder in {
        "XDG_CONFIG_HOME": ".config",
        "XDG_STATE_HOME": ".local/state",
        "XDG_DATA_HOME": ".local/share",
        "XDG_CACHE_HOME": ".cache",
    }.items():
        monkeypatch.setenv(name, str(home / folder))
    monkeypatch.setenv("SUCCESSBOOK_TODAY", TODAY)
    for name in ("NO_COLOR", "COLUMNS", "LINES", "EDITOR", "VISUAL", "TEXTUAL", "TEXTUAL_FPS"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def power_stays_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits until the disk has what was written: no power fails here. `tests/files` waits."""
    monkeypatch.setattr(os, "fsync", lambda file: None)
