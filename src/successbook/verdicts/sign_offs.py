"""Sign-offs: who accepted what, whether the evidence contradicts them, and what has changed since."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import day, people, words
from successbook.tree import Address, Tree, Value
from successbook.verdicts.dated import named
from successbook.verdicts.fingerprint import changes_since, fingerprint, marks_of

__all__ = ["Signature", "seal_of", "signatures"]


@dataclass(frozen=True, slots=True)
class Signature:
    """A sign-off as it stands.

    Attributes:
        at: the sign-off.
        who: who signed.
        role: in which role; may be empty.
        date: when.
        sealed: whether it says on which content.
        against: what the evidence says against it, a sentence without a full stop; empty if nothing.
        changed: what has changed since, in words; empty if nothing has.
        renewed: whether the same person signed again later, on the content as it is now.
    """

    at: Address
    who: str
    role: str
    date: dt.date | None
    sealed: bool
    against: str
    changed: tuple[str, ...]
    renewed: bool = False

    @property
    def challenged(self) -> bool:
        """Whether the evidence contradicts it."""
        return bool(self.against) and not self.renewed

    @property
    def stale(self) -> bool:
        """Whether what was signed has changed since."""
        return bool(self.changed) and not self.renewed

    @property
    def state(self) -> str:
        """How it stands, in a few words."""
        if self.renewed:
            return "signed again"
        if self.challenged:
            return "challenged"
        if self.stale:
            return "stale"
        return "stands" if self.sealed else "does not say on what"

    @property
    def what_changed(self) -> str:
        """What has changed since, the first few things; empty if nothing has."""
        return _few(self.changed)

    @property
    def sentence(self) -> str:
        """What is to be known about it, without a full stop."""
        if self.renewed:
            return f"{self.who}: signed again when it had changed"
        parts = [f"challenged: {self.against}"] if self.challenged else []
        if self.stale:
            parts.append(f"stale, changed since: {self.what_changed}")
        if not self.sealed:
            parts.append("it does not say on which content")
        return f"{self.who}: {'; '.join(parts) or 'stands'}"


_FEW = 3


def _few(said: tuple[str, ...]) -> str:
    rest = f"; and {len(said) - _FEW} more" if len(said) > _FEW else ""
    return "; ".join(said[:_FEW]) + rest


def seal_of(tree: Tree, uat: Address) -> dict[str, Value]:
    """The fields of a sign-off that say on which content it is: an acceptance test as it is now."""
    return {"fingerprint": fingerprint(tree, uat), "signed": marks_of(tree, uat)}


def signatures(tree: Tree, uat: Address, against: str) -> tuple[Signature, ...]:
    """The sign-offs of an acceptance test, in order.

    Args:
        tree: the plan.
        uat: the acceptance test.
        against: the worst that speaks against accepting it now, empty if it is accepted.
    """
    signed = list(records(tree, KINDS["sign_off"], uat))
    if not signed:
        return ()
    now = fingerprint(tree, uat)
    found = []
    for at in signed:
        table = tree.table(at)
        stored = words(table, "fingerprint")
        changed: tuple[str, ...] = ()
        if stored and stored != now:
            then = people(table, "signed")
            changed = tuple(changes_since(tree, uat, then) if then else ()) or ("something that was signed",)
        found.append(
            Signature(
                at, named(tree, at), words(table, "role"), day(table, "date"), bool(stored), against, changed
            )
        )
    return tuple(replace(each, renewed=_renewed(each, found[at + 1 :])) for at, each in enumerate(found))


def _renewed(earlier: Signature, later: list[Signature]) -> bool:
    """Whether the same person has signed the content as it is now, so that this one is history."""
    name = earlier.who.strip().casefold()
    return bool(earlier.changed) and any(
        each.who.strip().casefold() == name and each.sealed and not each.changed for each in later
    )
