"""What the next release must take over: found in a release on a day, with the sentence that previews it."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.plan.carrying import GROUPS, Carried
from successbook.plan.hierarchy import records, resolve
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now, short_date
from successbook.plan.peek import day, first_line, people, words
from successbook.tree import Address, Tree, Value
from successbook.verdicts.dated import named
from successbook.verdicts.readout_kpis import kpi_line
from successbook.verdicts.readouts import success_of, success_said

__all__ = ["carried_of", "next_releases", "preview"]


def carried_of(
    tree: Tree, release: Address, now: Now, *, open_now: Address | None = None
) -> tuple[Carried, ...]:
    """Everything that must be carried on, in the order of its groups; what was carried on before is left.

    Args:
        tree: the plan.
        release: the release.
        now: the day.
        open_now: a read-out that is being held just now, and so does not go on itself.
    """
    found = [
        *_incidents(tree, release),
        *_targets(tree, release, now),
        *_waived(tree, release),
        *_risks(tree, release),
        *_readouts(tree, release, open_now),
    ]
    order = list(GROUPS)
    return tuple(sorted(found, key=lambda each: order.index(each.group)))


def preview(item: Carried, now: Now) -> str:
    """What is taken over, in a sentence without a full stop."""
    on = f", {short_date(item.day, now.date)}" if item.day is not None else ""
    return f"{item.text}{on}"


def next_releases(tree: Tree, release: Address) -> list[Address]:
    """The other releases that are not out yet, into which one may carry on."""
    return [at for at in records(tree, KINDS["release"]) if at != release and "actual" not in tree.table(at)]


def _incidents(tree: Tree, release: Address) -> Iterator[Carried]:
    for incident in records(tree, KINDS["incident"], release):
        table = tree.table(incident)
        if words(table, "residual") and "carried_to" not in table:
            text = f"{named(tree, incident)}: {first_line(table, 'residual')}"
            yield Carried("known error", incident, text)
        for at in records(tree, KINDS["action_item"], incident):
            item = tree.table(at)
            if "done" in item or "carried_to" in item:
                continue
            who = "; ".join(people(item, "owners"))
            ticket = words(item, "ticket")
            aside = ", ".join(each for each in (ticket, who) if each)
            text = f"{named(tree, at)}{f' ({aside})' if aside else ''}"
            yield Carried("action item", at, text, day(item, "due"))


def _targets(tree: Tree, release: Address, now: Now) -> Iterator[Carried]:
    for at in records(tree, KINDS["release_kpi"], release):
        line = kpi_line(tree, release, release.child("readouts", "none"), at.key, now.date)
        if line.met is not False:
            continue
        fields: dict[str, Value] = {}
        if line.value is not None:
            fields = {
                "benchmark": line.value,
                "benchmark_date": now.date,
                "benchmark_source": f"Where it stood after {named(tree, release)}",
            }
        target = tree.table(at).get("target")
        if isinstance(target, int | float | str):
            fields["target"] = target
        text = f"{line.title}: {line.now}, target {line.target}, {line.short}"
        yield Carried("target not met", line.metric, text, fields=tuple(fields.items()))


def _waived(tree: Tree, release: Address) -> Iterator[Carried]:
    seen: set[Address] = set()
    for at in records(tree, KINDS["waiver"], KINDS["uat"].at("", release)):
        table = tree.table(at)
        case = resolve(tree, words(table, "case"), ("case",), at)
        if case is None or case in seen:
            continue
        seen.add(case)
        why = first_line(table, "why")
        yield Carried("waived case", case, f"{named(tree, case)}{f': {why}' if why else ''}")


def _risks(tree: Tree, release: Address) -> Iterator[Carried]:
    for at in records(tree, KINDS["risk"], release):
        table = tree.table(at)
        if words(table, "state") in ("open", "") and "carried_to" not in table:
            yield Carried("open risk", at, named(tree, at))


def _readouts(tree: Tree, release: Address, open_now: Address | None) -> Iterator[Carried]:
    """Read-outs that are still to be held, and the one that the last of them announces.

    One that was not held, and for whose day a later one has answered, is past.
    """
    held = []
    days = (day(tree.table(at), "held") for at in records(tree, KINDS["readout"], release))
    latest = max((on for on in days if on is not None), default=None)
    for at in records(tree, KINDS["readout"], release):
        table = tree.table(at)
        was, said = success_of(tree, at), success_said(tree, at)
        fields: tuple[tuple[str, Value], ...] = (("success_was", was),) if was else ()
        fields += (("success_said", said),) if was and said is not None else ()
        on = day(table, "held")
        if on is not None:
            held.append((on, at, fields))
        elif "carried_to" not in table and at != open_now:
            planned = day(table, "planned")
            if planned is None or latest is None or planned > latest:
                yield Carried("next read-out", at, named(tree, at), planned, fields)
    _, at, fields = max(held, key=lambda each: each[0], default=(None, release, ()))
    following = day(tree.table(at), "next")
    if following is not None and "carried_to" not in tree.table(at):
        yield Carried("next read-out", at, "Next read-out", following, fields)
