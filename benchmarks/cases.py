"""What is measured in a terminal: a bare Textual app, and successbook with small and large plans."""

import shutil
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from re import escape

from benchmarks.big_plan import write_big_plan
from benchmarks.matrix import matrix_cases, write_matrix_plan
from benchmarks.terminal_bench import Case
from successbook.resources import resource

FRAME = r"1 Page"
"""What is on the screen when the frame stands: its line of tabs."""
OUTLINE = r"What are we after"
"""What is on the screen when the outline is."""
TYPING = r"Esc done"
"""What is on the screen while a field is being written."""
SUCCESSBOOK = (sys.executable, "-m", "successbook")
DEMO = "login-bugfix"
"""The sample that stands for a small plan."""
SMALL, LARGE = 100, 2_000
"""Records of the plans that are compared: what is usual, and what is promised."""


@dataclass(frozen=True)
class Plans:
    """The folders of the plans that are measured.

    Attributes:
        demo: a copy of a sample.
        small: about 100 records.
        large: about 2,000 records.
        typed: about 100 records, laid anew whenever something was typed into it.
        matrix: an acceptance test of 1,000 cases and ten testers.
    """

    demo: Path
    small: Path
    large: Path
    typed: Path
    matrix: Path


def make_plans(folder: Path) -> Plans:
    """Lay the plans into a scratch folder."""
    plans = Plans(folder / "demo", folder / "small", folder / "large", folder / "typed", folder / "matrix")
    shutil.copytree(resource("sample_plans") / DEMO, plans.demo)
    write_big_plan(SMALL, plans.small)
    write_big_plan(LARGE, plans.large)
    write_matrix_plan(plans.matrix)
    return plans


def first_value(plan: Path) -> str:
    """A pattern for something of the plan's own that its page shows: the first words of its mission."""
    content = tomllib.loads((plan / "plan.toml").read_text(encoding="utf-8"))
    mission = next(iter(content["missions"].values()))
    return escape(str(mission["title"])[:16])


def terminal_cases(plans: Plans) -> list[Case]:
    """The cases, the bare app first; all start with a path, as a person does who has a plan."""

    def start(plan: Path) -> tuple[str | Path, ...]:
        return (*SUCCESSBOOK, plan)

    bare_parse = (sys.executable, Path(__file__).with_name("bare_parse.py"))
    bare_tree = (sys.executable, Path(__file__).with_name("bare_tree.py"))
    hello = (sys.executable, Path(__file__).with_name("hello.py"))
    moves, letters = ("Down",) * 20, tuple("thequickbrownfoxjump")
    return [
        Case("hello", hello, ("Hello",), keys=("x",) * 20),
        Case("demo", start(plans.demo), (FRAME, first_value(plans.demo)), idle=4),
        Case("move, 100", start(plans.small), (FRAME,), before=("2",), expect=OUTLINE, keys=moves),
        Case("large", start(plans.large), (FRAME, first_value(plans.large))),
        Case("parse, 2000", (*bare_parse, plans.large), ("begun", "parsed")),
        Case("move, 2000", start(plans.large), (FRAME,), before=("2",), expect=OUTLINE, keys=moves, idle=2),
        Case("tree, 2000", (*bare_tree, plans.large), (r"the plan",), keys=moves),
        Case(
            "type",
            start(plans.typed),
            (FRAME,),
            before=("2", "Down", "Enter", "Enter"),
            expect=TYPING,
            keys=letters,
            leave=("Esc", "Esc", "q"),
            prepare=lambda: write_big_plan(SMALL, plans.typed),
        ),
        *matrix_cases(plans.matrix),
    ]
