"""A release today, and a read-out, as Markdown for a message, a ticket or a wiki."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.plan.moments import zone_words
from successbook.plan.now import Now, short_date
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.sharing.markdown import escaped, paragraphs
from successbook.tree import Tree
from successbook.verdicts.readouts import ReadoutView
from successbook.verdicts.rollout_words import channel_lines, headline
from successbook.verdicts.today import Today

__all__ = ["readout_markdown", "today_markdown"]


def today_markdown(tree: Tree, today: Today) -> str:
    """Where a release stands: what to say first, each channel, what is watched, what is open."""
    return "\n".join(_today(tree, today)) + "\n"


def _today(tree: Tree, today: Today) -> Iterator[str]:
    now = Now(today.moment.date())
    zone = words(tree.table(today.release), "zone")  # whoever reads it may be anywhere
    clock = f"{today.moment:%H:%M}{f' {zone_words(zone)}' if zone else ''}"
    yield f"# {escaped(today.title)}, {short_date(now.date, now.date)} {escaped(clock)}"
    yield ""
    yield from (f"- **{escaped(each.label)}**: {escaped(each.text)}" for each in today.first)
    for here in today.standings:
        yield ""
        yield f"## {escaped(here.channel) or 'Rollout'}: {escaped(headline(tree, here))}"
        yield ""
        for said in channel_lines(tree, today.release, here, today.moment):
            yield f"- {escaped(said.label)}: {escaped(said.text)}"
    if today.watched:
        yield from ("", "## Watched", "")
        yield from (f"- {escaped(each.text(now))}" for each in today.watched)
    open_ = [each for each in today.tasks if each.done is None]
    if open_:
        yield from ("", "## To do", "")
        yield from (
            f"- [ ] {escaped(each.title)}{f' ({escaped(each.owner)})' if each.owner else ''}"
            for each in open_
        )
    if today.thanked:
        yield from ("", "## Who made this possible", "")
        yield from (f"- {escaped(each)}" for each in today.thanked)


def readout_markdown(tree: Tree, view: ReadoutView, now: Now) -> str:
    """A read-out: what was called success, the KPIs in sentences, what was learned and is revised."""
    return "\n".join(_readout(tree, view, now)) + "\n"


def _readout(tree: Tree, view: ReadoutView, now: Now) -> Iterator[str]:
    yield f"# {escaped(title_of(tree, view.release))}: {escaped(view.title)}"
    yield ""
    yield f"{escaped(view.opening)}."
    yield ""
    for each in view.kpis:
        learned = f" {escaped(each.learned)}." if each.learned else ""
        yield f"- **{escaped(each.title)}**: {escaped(each.sentence)}{learned}"
    for question, text in (("What we learned", view.learned), ("What is revised", view.revised)):
        if text:
            yield from ("", f"## {question}", "", paragraphs(text))
    if view.next is not None:
        yield from ("", f"The next read-out is on {short_date(view.next, now.date)}.")
