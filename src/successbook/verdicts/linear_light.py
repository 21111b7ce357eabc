"""What follows from the goals, line by line: how each metric stands, the work it keeps, what to look at."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.plan.now import Now
from successbook.text import capital
from successbook.tree import Address, Plain, Tree
from successbook.verdicts.attention import attention
from successbook.verdicts.metrics import look_at
from successbook.verdicts.spotlight import Work, work_in_light
from successbook.verdicts.telling import INDENT, flat

__all__ = ["light_data", "light_lines", "look_data", "look_lines"]


def light_lines(tree: Tree, metric: Address, now: Now) -> Iterator[str]:
    """How a metric stands on a day, and which work stands in its light."""
    view = look_at(tree, metric, now)
    yield f"{INDENT}Stands: {view.verdict.word}. {flat(view.verdict.sentence)}"
    for each in work_in_light(tree, metric):
        through = f", through {each.through.kind.label} {flat(each.through.title)}" if each.through else ""
        yield f"{INDENT}Work in its light: {flat(_called(each))}{through}"


def _called(work: Work) -> str:
    said = ", ".join(each for each in (work.level, work.state) if each)
    return f"{work.title}{f' ({said})' if said else ''}"


def light_data(tree: Tree, metric: Address, now: Now) -> dict[str, Plain]:
    """The same as data."""
    view = look_at(tree, metric, now)
    return {
        "stands": {"word": view.verdict.word, "sentence": view.verdict.sentence},
        "keeps": [str(each.at) for each in work_in_light(tree, metric)],
    }


def look_lines(tree: Tree) -> Iterator[str]:
    """Everything that deserves a look; the page has the first few of it."""
    found = attention(tree)
    if not found:
        return
    yield f"What deserves a look: {len(found)}"
    for each in found:
        yield f"{INDENT}{flat(f'{capital(each.says)}: {each.fix}')} [{each.at}]"
    yield ""


def look_data(tree: Tree) -> list[Plain]:
    """The same as data."""
    return [
        {"rule": each.rule, "address": str(each.at), "field": each.field, "says": each.says, "fix": each.fix}
        for each in attention(tree)
    ]
