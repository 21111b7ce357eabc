"""Records: strict, frozen views of the tables of a plan, built when asked for and kept by identity.

A view never stands in the way of its table. A value that does not fit its field is set aside as a `Misfit`
and shown where it stands; the other fields are there as usual, and unknown keys live on in the tree.

The modules that declare records do not postpone their annotations: pydantic would have to evaluate each of
six hundred strings at every start of a command.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationError
from pydantic_core import core_schema

from successbook.plan.fields import Lines, Prose, asks
from successbook.tree import Table, Value

__all__ = ["Misfit", "Record", "Views"]

R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that its field does not accept; it stays in the plan as it is.

    Attributes:
        field: the field's key.
        value: what stands there.
        because: the validator's own words, for those who look closer.
    """

    field: str
    value: Value
    because: str


class Record(BaseModel):
    """What all records share. Every field may be absent: absence means that nobody was asked yet."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", defer_build=True)

    KIND: ClassVar[str]

    notes: Prose | None = asks(
        "Notes", "Anything else worth keeping?", good="Agreed with Mara on 3 June.", folded=True
    )
    not_known: Lines | None = asks(
        "Not known yet", "Which answers are not known yet?", good="by", folded=True
    )

    __slots__ = ("_misfits", "_table")  # private attributes of pydantic's cost more than all validation
    if TYPE_CHECKING:
        _table: Table
        _misfits: dict[str, Misfit]

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """What pydantic would find out for each field of each record, found out once for each type of field.

        There are seven times as many fields as types. Nothing else counts: every field may be absent, and
        none has an alias or a validator beside its type.
        """
        fields = {
            name: core_schema.model_field(_absent_or(field.annotation, handler))
            for name, field in cls.model_fields.items()
        }
        return core_schema.model_schema(
            cls,
            core_schema.model_fields_schema(fields, model_name=cls.__name__),
            frozen=True,
            config=core_schema.CoreConfig(title=cls.__name__, strict=True),
        )

    @property
    def table(self) -> Table:
        """The table this is a view of."""
        return self._table

    @property
    def misfits(self) -> Mapping[str, Misfit]:
        """The values that do not fit, by field."""
        return self._misfits


def _absent_or(annotation: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
    known = _SCHEMAS.get(annotation)
    if known is None:
        known = core_schema.with_default_schema(handler.generate_schema(annotation), default=None)
        _SCHEMAS[annotation] = known
    return known


_SCHEMAS: Final[dict[object, core_schema.CoreSchema]] = {}


def view(model: type[R], table: Table) -> R:
    """A record over `table`; values that do not fit are set aside, so this always succeeds."""
    given = {name: table[name] for name in model.model_fields if name in table}
    misfits: dict[str, Misfit] = {}
    try:
        record = model.model_validate(given)
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            name = str(problem["loc"][0])
            misfits.setdefault(name, Misfit(name, given[name], problem["msg"]))
        record = model.model_validate({name: value for name, value in given.items() if name not in misfits})
    object.__setattr__(record, "_table", table)  # a view is frozen for everyone but the one who makes it
    object.__setattr__(record, "_misfits", misfits)
    return record


class Views:
    """Views by the identity of their table: an unchanged record is validated once.

    Args:
        limit: how many views are kept; past it all are dropped and built again when asked for.
    """

    def __init__(self, limit: int = 20_000) -> None:
        self._kept: dict[tuple[int, type[Record]], tuple[Table, Record]] = {}
        self._limit = limit

    def of(self, model: type[R], table: Table) -> R:
        """The view of `table` as a `model`."""
        key = (id(table), model)
        kept = self._kept.get(key)
        # The table is kept beside its view, so its identity cannot be handed to another one meanwhile.
        if kept is not None and kept[0] is table and isinstance(kept[1], model):
            return kept[1]
        if len(self._kept) >= self._limit:
            self._kept.clear()
        record = view(model, table)
        self._kept[key] = (table, record)
        return record
