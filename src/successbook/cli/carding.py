"""The coach's card on the command line."""

from __future__ import annotations

from pathlib import Path

from successbook.cli.output import data, talk
from successbook.errors import UsageError
from successbook.files.handing_out import write_document
from successbook.files.settings import Settings
from successbook.guides.coach_card import card_html, card_markdown
from successbook.guides.session_guide import AS_A_TEAM
from successbook.guides.session_reading import SHIPPED, session_guides
from successbook.plan.near import did_you_mean

__all__ = ["card"]


def card(name: str, to: str, out: Path | None, *, team: bool = False, over: bool) -> None:
    """Print the card of a guide, or write it to a file.

    Raises:
        SuccessbookError: there is no such guide, it cannot be used, or the file cannot be written.
    """
    guides, broken = session_guides(Settings.load().guides_folder)
    guide = guides.get(name or SHIPPED)
    if guide is None:
        meant = (error for error in broken if Path(error.where.partition(".toml")[0]).name == name)
        remedy = did_you_mean(name, guides, f"one of {', '.join(guides)}")
        raise next(meant, UsageError(f'there is no guide "{name}"', where="--guide", remedy=remedy))
    guide = guide.held(AS_A_TEAM) if team else guide
    for error in broken:
        talk(f"note: {error}")
    text = card_html(guide) if to == "html" else card_markdown(guide)
    if out is None:
        data(text.removesuffix("\n"))
        return
    write_document(out, text.encode(), over=over)
    data(str(out))
