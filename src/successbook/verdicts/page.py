"""The plan on a page: what the answers say, and what is missing, worked out from the tree and the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from successbook.plan.hierarchy import Hierarchy, records
from successbook.plan.kinds import KINDS, PLAN, kind_name
from successbook.plan.now import Now
from successbook.plan.peek import day, people, references, words
from successbook.plan.titles import title_of
from successbook.text import capital
from successbook.tree import Address, Tree
from successbook.verdicts.acceptance import Acceptance, acceptance_of
from successbook.verdicts.attention import attention, first_few
from successbook.verdicts.dated import near, planned_day
from successbook.verdicts.due import Due, due_of
from successbook.verdicts.metrics import MetricView
from successbook.verdicts.not_known import not_known, unsaid
from successbook.verdicts.page_head import QUESTIONS, Step, head_of
from successbook.verdicts.readiness import Readiness, readiness_of
from successbook.verdicts.rollout import turned_off

__all__ = ["Need", "Page", "Ship", "Step", "page_of"]

_NEEDS = 8
_DUE = 3
"""How many of the things that are late, or due soon, stand above all else that needs somebody."""
_LOOKS = 3
"""How many of the things that deserve a look follow on them."""
_ASKED = ("initiative-without-kpi", "guardrail-without-limit")
"""What deserves a look and is asked about as a question."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something that waits for somebody: a task with a day, or a question.

    Attributes:
        when: when, in a word: ``late``, ``today``, ``soon``; ``look at`` for what is at odds; for a question
            ``next`` or ``not known yet``.
        text: the question or the task.
        at: the record it is about, None when that is still missing.
        field: the field to fill.
        kind: the kind of record it is about.
        day: the day of a task; a question has none.
        id: the same for the same question or finding, so that it can be put off; empty for a task.
    """

    when: str
    text: str
    at: Address | None
    field: str
    kind: str
    day: dt.date | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Ship:
    """What ships next.

    Attributes:
        release: the release, if there is one.
        title: what it is called.
        level: bug fix, feature, ...
        day: the day it is planned for, or on which it shipped.
        shipped: whether it is out.
        initiatives: what it ships: address, title, and the KPIs that will show whether it worked.
        ready: whether it can ship, and what stands in the way; None once it is out.
        tested: the verdict on its acceptance test; None where there is no case to judge.
        off: whether it was out and is turned off.
    """

    release: Address | None
    title: str
    level: str
    day: dt.date | None
    shipped: bool
    initiatives: tuple[tuple[Address, str, tuple[MetricView, ...]], ...]
    ready: Readiness | None = None
    tested: Acceptance | None = None
    off: bool = False

    @property
    def state(self) -> str:
        """What became of it since it shipped, after a comma; empty while it is out, or ahead."""
        return ", turned off" if self.off else ""


@dataclass(frozen=True, slots=True)
class Page:
    """The plan on a page.

    Attributes:
        title: the plan's title.
        why: the steps from mission to goal.
        metrics: the metrics, the most important first.
        ship: what ships next, if anything.
        needs: what waits for somebody: the most urgent tasks, what is at odds, then the open questions.
        stakeholders: who must not be surprised, by address and name.
        late: how many things are late.
    """

    title: str
    why: tuple[Step, ...]
    metrics: tuple[MetricView, ...]
    ship: Ship | None
    needs: tuple[Need, ...]
    stakeholders: tuple[tuple[Address, str], ...]
    late: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing has been said yet."""
        return not (self.metrics or self.ship or self.stakeholders or any(step.at for step in self.why))


def page_of(
    tree: Tree,
    now: Now,
    title: str = "",
    *,
    put_off: Container[str] = (),
    only: Container[str] | None = None,
) -> Page:
    """The plan on a page, on a day.

    Args:
        tree: the plan.
        now: the day.
        title: what to call a plan that has no title.
        put_off: the ids of questions and findings that are not shown.
        only: the ids of those that alone are shown, however many; None for all.
    """
    hierarchy, head = Hierarchy.of(tree), head_of(tree, now)
    views = head.metrics
    ship = _ship(tree, now, {view.at: view for view in views}, hierarchy)
    people_ = tuple((at, title_of(tree, at)) for at in records(tree, KINDS["stakeholder"]))
    named = words(tree.table(PLAN), "title")
    due = due_of(tree, now)
    asked = [each for each in _needs(tree, hierarchy, views, ship) if each.id not in put_off]
    if only is None:
        needs = [*_urgent(due, now), *_looks(tree, put_off, _LOOKS), *asked][:_NEEDS]
    else:
        needs = [*_looks(tree, (), None), *asked]
    return Page(
        title=named or title,
        why=head.why,
        metrics=views,
        ship=ship,
        needs=tuple(needs if only is None else [each for each in needs if each.id in only]),
        stakeholders=people_,
        late=sum(each.overdue for each in due),
    )


def _ship(tree: Tree, now: Now, views: dict[Address, MetricView], hierarchy: Hierarchy) -> Ship | None:
    releases = list(records(tree, KINDS["release"]))
    ahead = [at for at in releases if day(tree.table(at), "actual") is None]
    if ahead:
        release = min(ahead, key=lambda at: planned_day(tree, at) or dt.date.max)
    elif releases:
        release = max(releases, key=lambda at: day(tree.table(at), "actual") or dt.date.min)
    else:
        return None
    table = tree.table(release)
    actual = day(table, "actual")
    shipped = [
        (
            at,
            title_of(tree, at),
            tuple(views[child] for child in hierarchy.children.get(at, ()) if child in views),
        )
        for at in references(tree, table, "initiatives", ("initiative",))
    ]
    shown = actual if actual and actual <= now.date else planned_day(tree, release)
    tested = acceptance_of(tree, release)
    return Ship(
        release,
        title_of(tree, release),
        words(table, "level"),
        shown,
        actual is not None,
        tuple(shipped),
        None if actual is not None else readiness_of(tree, release, now),
        tested if tested.cases else None,
        turned_off(tree, release, now.date),
    )


def _urgent(due: Iterable[Due], now: Now) -> list[Need]:
    """The first few things that are late or due soon; what is further away can wait."""
    first = [each for each in due if near(each.day, now)][:_DUE]
    return [Need(_when(each.day, now), each.text, each.at, each.field, each.kind, each.day) for each in first]


def _looks(tree: Tree, put_off: Container[str], most: int | None) -> list[Need]:
    """The first few things that deserve a look."""
    found = tuple(each for each in attention(tree) if each.rule not in _ASKED and each.id not in put_off)
    return [
        Need(
            "look at",
            f"{capital(each.says)}: {each.fix}",
            each.at,
            each.field,
            kind_name(each.at),
            id=each.id,
        )
        for each in first_few(found, len(found) if most is None else most)
    ]


def _when(on: dt.date, now: Now) -> str:
    days = now.days_until(on)
    return "today" if days == 0 else "late" if days < 0 else "soon"


def _needs(tree: Tree, hierarchy: Hierarchy, views: Sequence[MetricView], ship: Ship | None) -> list[Need]:
    """What is missing: kinds nobody was asked about, gaps in what is there, what is "not known yet"."""
    unknown = set(people(tree.table(PLAN), "not_known"))
    needs: list[Need] = []
    later: list[Need] = []
    for name, question in QUESTIONS.items():
        kind = KINDS[name]
        if not any(True for _ in records(tree, kind)):
            known = (kind.table or f"{kind.name}s") in unknown
            when = "not known yet" if known else "next"
            (later if known else needs).append(Need(when, question, None, "title", name, id=f"asks {name}"))
    needs += _of_metrics(tree, views)
    for at, kind in hierarchy.kinds.items():
        measured = any(hierarchy.kinds[child].name == "metric" for child in hierarchy.children[at])
        if kind.name == "initiative" and not measured and unsaid(tree, at, "metrics"):
            needs.append(_asks(at, "", f"{title_of(tree, at)}: how will you know that it worked?", kind.name))
    if ship and ship.day is None and ship.release and unsaid(tree, ship.release, "planned"):
        needs.append(_asks(ship.release, "planned", f"{ship.title}: when does it ship?", "release"))
    still = (
        _asks(each.at, each.name, f"{title_of(tree, each.at)}: {each.words}", each.kind, "not known yet")
        for each in not_known(tree)
    )
    return [*needs, *later, *still]


def _of_metrics(tree: Tree, views: Sequence[MetricView]) -> Iterator[Need]:
    """Where a metric should be, and where it is; nothing is asked of one that is stopped."""
    for view in views:
        if view.verdict.word in ("on hold", "dropped"):
            continue
        guards = view.role == "guardrail"
        limit = "which value must it not pass?" if guards else "where should it be, by when?"
        field = "at_most" if guards else "targets"
        if view.wanted == "-" and unsaid(tree, view.at, field):
            yield _asks(view.at, field, f"{view.title}: {limit}", "metric")
        if view.start == "-" and unsaid(tree, view.at, "baseline"):
            yield _asks(view.at, "baseline", f"{view.title}: where is it today?", "metric")


def _asks(at: Address, field: str, text: str, kind: str, when: str = "next") -> Need:
    return Need(when, text, at, field, kind, id=f"asks {at.child(field) if field else at}")
