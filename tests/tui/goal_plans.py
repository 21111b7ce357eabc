"""A plan with two goals, and what stands in the outline and in records of it."""

from __future__ import annotations

from pathlib import Path

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Table, Value
from successbook.tui.rooms.outline_rows import OutlineKey
from tests.plans import PROBLEM, small_plan, written
from tests.tui.driving import Driver

__all__ = ["OTHER", "SIZES", "added_beside", "listed", "only", "wider", "written_in"]

SIZES = [(60, 20), (120, 40)]
OTHER = Address.parse("plan.toml:goals.regulars-come-back")


def wider(folder: Path) -> Path:
    """The small plan with a second goal."""
    draft = Draft(small_plan())
    draft.add(KINDS["goal"], "Regulars come back", under=PROBLEM)
    return written(folder, draft.tree)


def listed(driver: Driver) -> list[Address]:
    """The records in the outline."""
    keys = [row.key for row in driver.outline._outline.rows]
    return [key.record for key in keys if isinstance(key, OutlineKey) and key.record is not None]


def only(driver: Driver, at: Address) -> dict[str, Value]:
    """The one record of a table."""
    table = driver.value(at)
    assert isinstance(table, Table)
    (record,) = table.values()
    assert isinstance(record, Table)
    return dict(record)


async def written_in(driver: Driver, field: Address, text: str, *then: str) -> None:
    """Go to a field, write in it, and press what leaves it."""
    await driver.go_to(field)
    await driver.press("enter")
    await driver.write(text)
    await driver.press(*then)


async def added_beside(driver: Driver, record: Address, title: str, *then: str) -> None:
    """Begin another record of the same kind beside one, write its title, and press what leaves it."""
    await driver.go_to(record)
    await driver.press("a")
    await driver.write(title)
    await driver.press(*then)
