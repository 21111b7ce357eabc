"""The coach's card: what the person is asked on each page, what the coach may ask, and when to be silent.

One or two printed pages, made from the same guide as the session on the screen.
"""

from __future__ import annotations

from collections.abc import Iterator

from successbook.guides.session_guide import Page, SessionGuide
from successbook.sharing.markdown import escaped
from successbook.sharing.pages import rendered

__all__ = ["card_html", "card_markdown", "minutes_of"]

_WHOSE = "The person types; you hold this card. What is said belongs to them."
_WHOSE_OF_A_TEAM = "One of the team types what all say; you hold this card. What is said belongs to the team."
_RULES = (
    "A dimension may be skipped, and an empty place is no failure.",
    'You may ask "does that count?" The answer is theirs: yes, no, or thinking about it.',
    "Misses stay on the board. Widening is not excusing.",
)


def _rules(guide: SessionGuide) -> tuple[str, ...]:
    return (_WHOSE_OF_A_TEAM if guide.team else _WHOSE, *_RULES)


def minutes_of(guide: SessionGuide, page: Page) -> str:
    """From which minute to which a page goes: ``8-10``; empty when nobody said how long it takes."""
    start = guide.starts(page)
    return f"{start}-{start + page.minutes}" if page.minutes else ""


def card_markdown(guide: SessionGuide) -> str:
    """The card as Markdown, with one final newline."""
    lines = [f"# {escaped(guide.title or guide.name)}", ""]
    lines += [f"{escaped(guide.about)}", ""] if guide.about else []
    lines += [f"*The coach's card{_whole(guide)}.*", "", *(f"- {rule}" for rule in _rules(guide))]
    for page in guide.pages:
        lines += ["", *_page_markdown(guide, page)]
    return "\n".join(lines) + "\n"


def _page_markdown(guide: SessionGuide, page: Page) -> Iterator[str]:
    minutes = minutes_of(guide, page)
    yield f"## {f'{minutes}  ' if minutes else ''}{escaped(page.title)}"
    yield ""
    yield f"**{escaped(page.asks)}**"
    if page.facets:
        yield ""
        yield f"Prompts: {'; '.join(map(escaped, _prompts(page)))}"
    if page.coach:
        yield ""
        yield from (f"- {escaped(each)}" for each in page.coach)
    if page.silent:
        yield ""
        yield f"*Silent:* {escaped(page.silent)}"


def _prompts(page: Page) -> list[str]:
    return [f"{each.title} ({each.about})" if each.about else each.title for each in page.facets]


def _whole(guide: SessionGuide) -> str:
    return f", {guide.minutes} minutes" if guide.minutes else ""


def card_html(guide: SessionGuide) -> str:
    """The card as one HTML page that loads nothing and prints on one or two sheets."""
    pages = [
        {
            "minutes": minutes_of(guide, page),
            "title": page.title,
            "asks": page.asks,
            "prompts": _prompts(page),
            "coach": page.coach,
            "silent": page.silent,
        }
        for page in guide.pages
    ]
    return rendered("card.html", guide=guide, whole=_whole(guide), rules=_rules(guide), pages=pages)
