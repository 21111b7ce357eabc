"""Plans in which anything stands anywhere: every document is made of them, or says in one line why not."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from successbook.errors import SuccessbookError
from successbook.plan.drafts import Draft
from successbook.sharing.documents import DOCUMENTS, Wish, documents
from successbook.sharing.importing import Given, How, incoming
from successbook.tree import Table, Tree, apply
from tests.full import full_plan
from tests.plans import NOW
from tests.sharing.suites import small_suite
from tests.strategies import edits, values

PLANS = (full_plan(), small_suite())


@st.composite
def odd_plans(draw: st.DrawFn) -> Tree:
    """A plan after some edits that make no sense, and with some values of other types."""
    tree = draw(st.sampled_from(PLANS))
    for _ in range(draw(st.integers(0, 4))):
        tree, _ = apply(tree, draw(edits(tree)))
    for name in draw(st.lists(st.sampled_from(sorted(tree.files)), max_size=2)) if tree.files else []:
        table = tree.files[name]
        for key in draw(st.lists(st.sampled_from(list(table) or ["x"]), max_size=2)):
            held = table.get(key)
            if isinstance(held, Table) and held:
                inner = draw(st.sampled_from(list(held)))
                table = table.put(key, held.put(inner, draw(values)))
            else:
                table = table.put(key, draw(values))
        tree = Tree({**tree.files, name: table})
    return tree


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(odd_plans(), st.sampled_from(sorted(DOCUMENTS)), st.sampled_from(("team", "stakeholders", "testers")))
def test_every_document_of_any_plan_is_made_or_refused_in_one_line(
    tree: Tree, which: tuple[str, str], audience: str
) -> None:
    part, to = which
    wish = Wish(to, audience, part)  # type: ignore[arg-type]
    try:
        found = documents(tree, "Shop", NOW, wish)
    except SuccessbookError as error:
        assert "\n" not in str(error)  # noqa: PT017  # most plans can be shared
        return
    assert len({document.name for document in found}) == len(found)
    for document in found:
        text = document.data.decode()
        assert "\x1b" not in text or to == "csv"
        if to == "json":
            json.loads(text)
        if to == "ics":
            Calendar.from_ical(text)
        if to == "csv":
            how = How("readings" if part == "readings" else "uat")
            again = incoming(Draft(tree), [Given("file.csv", text)], how)
            assert again.count("new") == 0
