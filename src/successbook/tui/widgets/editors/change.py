"""The value of a target: a measured value, or a change of points or percent, which decides its kind."""

from __future__ import annotations

from successbook.plan.changes_typed import change_typed
from successbook.tree import Value
from successbook.tui.widgets.editors.line import MeasuredEditor

__all__ = ["TargetValueEditor"]


class TargetValueEditor(MeasuredEditor):
    """Of ``+10%`` it asks whether points or percent are meant; the answer is typed behind it.

    Args:
        value: what the target holds.
        unit: the unit of its value.
        example: a value that works.
        metric_unit: the unit of its metric.
        kind: the target's kind.
    """

    def __init__(
        self,
        value: Value | None = None,
        *,
        unit: str = "",
        example: str = "",
        metric_unit: str = "",
        kind: str = "",
    ) -> None:
        super().__init__(value, unit=unit, example=example)
        self.metric_unit, self.kind = metric_unit, kind

    def read(self, text: str) -> Value | None:
        """The value; the kind of a change goes along with it."""
        change = change_typed(text, self.metric_unit, self.kind)
        self.also = {"kind": change.kind} if change is not None and change.kind != self.kind else {}
        return super().read(text) if change is None else change.value
