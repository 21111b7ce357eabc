"""The sample plans that come with successbook, and scratch copies of them, set in these weeks."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import dataclass
from pathlib import Path

import tomli

from successbook.errors import Refused
from successbook.files.folder import PlanFolder
from successbook.plan.kinds import NOTEBOOK
from successbook.plan.peek import people
from successbook.plan.shifting import shifted, whole_weeks
from successbook.resources import resource
from successbook.tree import Tree

__all__ = ["Sample", "sample_tree", "samples", "scratch_copy"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A plan that comes with successbook.

    Attributes:
        name: the name of its folder.
        title: what it is called.
        about: what it shows.
        as_of: the day on which it is set.
    """

    name: str
    title: str
    about: str
    as_of: dt.date


def samples() -> list[Sample]:
    """The plans that come with successbook, the one to open by default first."""
    listed = tomli.loads((resource("sample_plans") / "samples.toml").read_text(encoding="utf-8"))
    return [
        Sample(name, each["title"], each["about"], each["as_of"])
        for name, each in listed.items()
        if name != "format"
    ]


def sample_tree(name: str, today: dt.date) -> Tree:
    """A sample, its dates moved by whole weeks to near `today`.

    Raises:
        Refused: there is no such sample.
    """
    known = samples()
    sample = next((each for each in known if each.name == name), None)
    if sample is None:
        names = ", ".join(each.name for each in known)
        raise Refused(f'there is no sample "{name}"', remedy=f"one of {names}")
    tree = PlanFolder.open(resource("sample_plans") / name).tree
    return shifted(tree, whole_weeks(sample.as_of, today))


def scratch_copy(name: str, today: dt.date) -> Path:
    """A scratch copy of a sample, the first one without a name; what a notebook looks at lies beside it.

    Raises:
        Refused: there is no such sample.
    """
    known = [each.name for each in samples()]
    wanted = name or known[0]
    tree = sample_tree(wanted, today)
    looked_at = [Path(each).name for each in people(tree.table(NOTEBOOK), "plans")]
    folder = Path(tempfile.mkdtemp(prefix="successbook-"))
    for each in [wanted, *(other for other in looked_at if other in known)]:
        (folder / each).mkdir()
        PlanFolder.open(folder / each).write_tree(sample_tree(each, today))
    return folder / wanted
