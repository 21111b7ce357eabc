"""Today and a read-out as Markdown: told whole, and inert whatever people wrote."""

from __future__ import annotations

import datetime as dt

from successbook.files.folder import PlanFolder
from successbook.plan.drafts import Draft
from successbook.plan.launching import log_step
from successbook.plan.now import Now
from successbook.resources import resource
from successbook.sharing.launches import readout_markdown, today_markdown
from successbook.tree import Address
from successbook.verdicts.readouts import readout_of
from successbook.verdicts.today import today_of
from tests.plans import RELEASE as SMALL
from tests.plans import small_plan

RELEASE = Address.parse("releases/guest-checkout/release.toml")
TREE = PlanFolder.open(resource("sample_plans") / "checkout-mvp").tree


def test_a_day_is_told_with_channels_guardrails_tasks_and_thanks() -> None:
    moment = dt.datetime.combine(dt.date(2026, 8, 19), dt.time(15))
    text = today_markdown(TREE, today_of(TREE, RELEASE, moment))
    assert text.startswith("# Guest checkout, 19 Aug 15:00 in Berlin\n\n- **unexpected**: ")
    for each in (
        "## Web: stage 2 of 4: One guest in four on the web",
        "- go back when: Card errors above 1.5 % for an hour · Anybody charged twice",
        "- Baskets that were paid twice: 11 a week, at most 0 a week: above the limit, read 2 days ago",
        "- [ ] Remove the old checkout for guests (Tomas, payments team)",
        "## Who made this possible",
    ):
        assert each in text


def test_a_read_out_is_told_with_what_was_called_success_first() -> None:
    now = Now(dt.date(2026, 9, 14))
    view = readout_of(TREE, RELEASE.child("readouts", "after-a-month"), now)
    text = readout_markdown(TREE, view, now)
    assert text.startswith("# Guest checkout: After a month\n\nOn 29 June you said success is: ")
    assert "the target is 55 % by 13 Sep: missed by 3 points." in text
    assert "## What we learned" in text
    assert text.endswith("The next read-out is on 12 Oct.\n")


def test_what_people_wrote_stays_text() -> None:
    draft = Draft(small_plan())
    moment = dt.datetime.combine(dt.date(2026, 6, 15), dt.time(9))
    log_step(draft, SMALL, "pause", moment, {"by": "[x](http://evil)", "because": "# big\n<b>bold</b>"})
    text = today_markdown(draft.tree, today_of(draft.tree, SMALL, moment))
    assert "[x](" not in text
    assert "<b>" not in text
    assert not any(line.startswith("# big") for line in text.splitlines())
