"""What deserves a look in a plan that is not wrong: gaps in what hangs together, targets that say nothing.

`check` finds what is broken and depends on the files' bytes; this finds what is missing or at odds, from what
the plan says. Nothing here depends on the day. What is on hold, dropped or closed is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import HIERARCHY, Hierarchy, records
from successbook.plan.kinds import KINDS
from successbook.plan.measured import measure
from successbook.plan.peek import day, people, references, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.dated import quoted
from successbook.verdicts.expectations import LEFT, has_left
from successbook.verdicts.saying import amount, said, wanted_value
from successbook.verdicts.targets import Aim, aims_of

__all__ = ["ATTENTION", "Attention", "attention", "first_few", "is_over"]

ATTENTION: Final[dict[str, str]] = {
    "kpi-without-problem": "A KPI or north star stands on no users' problem.",
    "initiative-without-kpi": "No metric shows whether an initiative worked.",
    "target-equals-baseline": "A target is where the metric stood already.",
    "target-against-direction": "A target lies the other way than the metric's direction.",
    "baseline-in-words": "A baseline is words where the target is a number, so nobody can say how far it is.",
    "target-before-baseline": "A target's day is not after the day of the baseline.",
    "limits-crossed": "The lower limit of a metric is above its upper one.",
    "guardrail-without-limit": "No limit says which value a guardrail must not pass.",
    "nobody-tracks-it": "No tracking names a metric.",
    "orphan": "A record hangs under nothing, so nothing says why it is there.",
    "owner-left": 'An owner has left: they are marked "(left)", there or among the stakeholders.',
}
"""What each finding is about, by its id, in the order of their weight."""

_OVER: Final = ("on hold", "dropped", "achieved", "missed")


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing that deserves a look.

    Attributes:
        rule: the id of the rule, a key of `ATTENTION`.
        at: the record.
        field: the field to fill or correct; empty for the record as a whole.
        says: what is so, a sentence without a full stop.
        fix: what to do about it, a clause.
    """

    rule: str
    at: Address
    field: str
    says: str
    fix: str

    @property
    def id(self) -> str:
        """The same for the same thing, so that it can be put off."""
        return f"{self.rule} {self.at}"


def attention(tree: Tree) -> tuple[Attention, ...]:
    """Everything that deserves a look, the weightiest rules first, then in reading order."""
    order = list(ATTENTION)
    return tuple(sorted(_found(tree), key=lambda each: order.index(each.rule)))


def first_few(found: tuple[Attention, ...], most: int) -> list[Attention]:
    """The first of each rule, then the second of each, and so on: a few that say different things."""
    seen: dict[str, int] = {}
    ranked = []
    for each in found:
        seen[each.rule] = seen.get(each.rule, 0) + 1
        ranked.append((seen[each.rule], each))
    return [each for _, each in sorted(ranked, key=lambda pair: pair[0])][:most]


def _found(tree: Tree) -> Iterator[Attention]:
    hierarchy = Hierarchy.of(tree)
    tracked = {
        metric
        for at in records(tree, KINDS["instrument"])
        for metric in references(tree, tree.table(at), "metrics", ("metric",))
    }
    orphans = set(hierarchy.orphans)
    for at, kind in hierarchy.kinds.items():
        table = tree.table(at)
        if is_over(table):
            continue
        if at in orphans:
            says = f"{quoted(tree, at)} hangs under nothing"
            yield Attention("orphan", at, kind.link, says, f"say what it {kind.link}")
        if kind.name == "initiative" and not _measured(hierarchy, at) and not _unknown(table, "metrics"):
            says = f"nothing measures {quoted(tree, at)}"
            yield Attention("initiative-without-kpi", at, "", says, "add a KPI that shows whether it worked")
        if kind.name == "metric":
            yield from _of_metric(tree, hierarchy, at, table)
            if at not in tracked and not _unknown(table, "instruments"):
                says = f"no tracking names {quoted(tree, at)}"
                fix = "add tracking for it: where does one look, who sets it up?"
                yield Attention("nobody-tracks-it", at, "", says, fix)
    yield from _owners(tree)


def is_over(table: Table) -> bool:
    """Whether nobody works on it now."""
    return words(table, "state") in _OVER


def _unknown(table: Table, name: str) -> bool:
    """Whether somebody said that this is not known yet; the page says so elsewhere."""
    return name in people(table, "not_known")


def _measured(hierarchy: Hierarchy, at: Address) -> bool:
    return any(hierarchy.kinds[child].name == "metric" for child in hierarchy.children[at])


def _of_metric(tree: Tree, hierarchy: Hierarchy, at: Address, table: Table) -> Iterator[Attention]:
    role = words(table, "role")
    if role in ("KPI", "north star") and hierarchy.parents[at] and not _on_a_problem(hierarchy, at):
        fix = "let what it measures serve a problem, or name one"
        yield Attention(
            "kpi-without-problem", at, "measures", f"{quoted(tree, at)} stands on no users' problem", fix
        )
    low, high = (measure(table.get(key)) for key in ("at_least", "at_most"))
    least, most = low.number if low else None, high.number if high else None
    if least is not None and most is not None and least > most:
        lower, upper = (amount(limit, words(table, "unit")) for limit in (least, most))
        says = f"{quoted(tree, at)} must not fall below {lower}, nor rise above {upper}"
        yield Attention("limits-crossed", at, "at_least", says, "correct one of the two limits")
    aims = [each for each in aims_of(tree, at) if each.set]
    if role == "guardrail" and least is None and most is None and not aims:
        says = f"no limit says which value {quoted(tree, at)} must not pass"
        fix = "give it a limit: not above, or not below"
        yield Attention("guardrail-without-limit", at, "at_most", says, fix)
    start = measure(table.get("baseline"))
    if (
        start is not None
        and start.words
        and any(aim.goal is not None or aim.rises is not None for aim in aims)
    ):
        says = f"{quoted(tree, at)} stood at {said(start, '')}, which is no number, and its target is one"
        fix = "write the number, and the words into a note; F3 if it is not known yet"
        yield Attention("baseline-in-words", at, "baseline", says, fix)
    for aim in aims:
        yield from _of_target(tree, at, table, aim)


def _on_a_problem(hierarchy: Hierarchy, at: Address) -> bool:
    """Whether some way up from a record leads to a problem."""
    todo, seen = [at], set[Address]()
    while todo:
        here = todo.pop()
        if hierarchy.kinds[here].name == "problem":
            return True
        if here not in seen:
            seen.add(here)
            todo += hierarchy.parents.get(here, ())
    return False


def _of_target(tree: Tree, metric: Address, table: Table, aim: Aim) -> Iterator[Attention]:
    unit = words(table, "unit")
    start = measure(table.get("baseline"))
    since = day(table, "baseline_date") or day(table, "baseline_to")
    if aim.by is not None and since is not None and aim.by <= since:
        says = f"a target of {quoted(tree, metric)} is due no later than the day of its baseline"
        fix = "correct the day of the target, or of the baseline"
        yield Attention("target-before-baseline", aim.at, "by", says, fix)
    if start is None or start.number is None or aim.goal is None:
        return
    goal, direction = wanted_value(aim, unit), words(table, "direction")
    if aim.goal == start.number:
        if aim.kind not in ("at least", "at most", "down to zero") and direction != "keep within":
            says = f"{quoted(tree, metric)} is to reach {goal}, where it stood already"
            yield Attention(
                "target-equals-baseline", aim.at, "value", says, "say where it should go from there"
            )
        return
    less = aim.goal < start.number if aim.rises is None else not aim.rises
    against = {"increase": less, "decrease": not less}.get(direction, False)
    if against and not (aim.rises is None and isinstance(table.get("resets"), Table)):
        here = amount(start.number, unit, about=start.about)
        says = f"{quoted(tree, metric)} shall {direction}, and from {here} its target is {goal}"
        yield Attention(
            "target-against-direction", aim.at, "value", says, "correct the target, or the direction"
        )


def _owners(tree: Tree) -> Iterator[Attention]:
    """Owners that are marked as gone; whoever is not marked is never guessed to have left."""
    stakeholders = records(tree, KINDS["stakeholder"])
    gone = {_bare(words(tree.table(at), "title")) for at in stakeholders if has_left(tree, at)}
    for name in (*HIERARCHY, "instrument"):
        for at in records(tree, KINDS[name]):
            table = tree.table(at)
            owners = [("owners", each) for each in people(table, "owners")] + [
                ("owner", words(table, "owner"))
            ]
            left = [(field, each) for field, each in owners if LEFT in each.casefold() or _bare(each) in gone]
            if left and not is_over(table):
                field, who = left[0][0], " ".join(left[0][1].split())
                rest = "" if LEFT in who.casefold() else ", who has left"
                says = f"{quoted(tree, at)} is owned by {who}{rest}"
                yield Attention("owner-left", at, field, says, "name who answers for it now")


def _bare(name: str) -> str:
    return " ".join(name.casefold().replace(LEFT, " ").split())
