"""Readiness, the half about people: who agreed, whether it is accepted, and who signed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.plan.peek import words
from successbook.text import counted
from successbook.tree import Address, Tree
from successbook.verdicts.agreements import agreement_of
from successbook.verdicts.dated import quoted
from successbook.verdicts.expectations import concerned, has_left, hearing_of
from successbook.verdicts.reasons import Reason, against, fine, look_at

__all__ = ["of_acceptance", "of_people", "of_sign_offs"]

_DECIDES: Final = ("approver", "sponsor")


def of_people(tree: Tree, release: Address, now: Now) -> Iterator[Reason]:
    """Whether the approvers agreed to this release, and whether anybody has not heard for too long."""
    found = concerned(tree, release)
    if not found:
        yield look_at("people", "nobody is named who must not be surprised", release)
        return
    roles = {at: words(tree.table(at), "role") for at in found}
    waiting = 0
    for at in found:
        if roles[at] in _DECIDES and not (has_left(tree, at) and roles[at] == "sponsor"):
            reason = _agreement(tree, at, release, roles[at], now)
            waiting += reason is not None
            if reason is not None:
                yield reason
    deciding = sum(role in _DECIDES for role in roles.values())
    if not deciding:
        yield look_at("people", "nobody of those concerned is an approver or a sponsor", release)
    elif not waiting:
        yield fine(
            "people", f"{counted(deciding, 'approver or sponsor', 'approvers and sponsors')} agreed", release
        )
    gone = [at for at in found if has_left(tree, at)]
    for at in gone:
        yield look_at("people", f"{quoted(tree, at)} has left: who speaks for them now?", at)
    there = [at for at in found if at not in gone]
    silent = [at for at in there if hearing_of(tree, at, now).too_long]
    for at in silent:
        yield look_at("people", f"{quoted(tree, at)} {hearing_of(tree, at, now).says(now)}", at)
    if there and not silent:
        yield fine("people", "all of them have heard lately", release)


def _agreement(tree: Tree, at: Address, release: Address, role: str, now: Now) -> Reason | None:
    """What an approver's or sponsor's agreement lacks; what a sponsor's lacks does not stand in the way."""
    found = agreement_of(tree, at, release, now)
    if found.state == "agreed":
        return None
    weigh = against if role == "approver" else look_at
    field = found.at.key if found.at != at else ""
    return weigh(
        "people",
        f"{quoted(tree, at)}, {role}, {found.says(tree, now)}",
        found.at.parent if field else at,
        field,
    )


def of_acceptance(tree: Tree, release: Address, _now: Now) -> Iterator[Reason]:
    """Whether those who tested accept it: the first cause speaks for all of its weight."""
    uat = KINDS["uat"].at("", release)
    if not any(True for _ in records(tree, KINDS["case"], uat)):
        at = uat if tree.has(uat) else release
        yield against("acceptance", "there is no test case: nothing says whether people accept it", at)
        return
    from successbook.verdicts.acceptance import acceptance_of  # a page without tests waits for no judge

    found = acceptance_of(tree, release)
    for causes, word in ((found.failures, "not accepted"), (found.gaps, "not finished")):
        if causes:
            yield against("acceptance", f"{word}: {causes[0].says}{_more(len(causes))}", causes[0].at)
    if found.accepted:
        for each in found.exceptions:
            yield look_at("acceptance", each.says, each.at)
        for case in found.minor:
            says = f"{quoted(tree, case.at)} {case.outcome}, and need not pass"
            yield look_at("acceptance", says, case.at)
        well = f": {found.counts.well} definite results passed" if found.counts.definite else ""
        yield fine("acceptance", f"{found.verdict}{well}", found.uat)


def _more(count: int) -> str:
    return f", and {count - 1} more" if count > 1 else ""


def of_sign_offs(tree: Tree, release: Address, now: Now) -> Iterator[Reason]:
    """Whether those who sign have signed what there is now, and whether the evidence agrees."""
    if not any(True for _ in records(tree, KINDS["sign_off"], KINDS["uat"].at("", release))):
        return
    from successbook.verdicts.acceptance import acceptance_of

    found = [each for each in acceptance_of(tree, release).signatures if not each.renewed]
    whole = 0
    for each in found:
        if each.date is None:
            yield against("sign-offs", f'"{each.who}" has not signed', each.at, "date")
        elif each.date > now.date:
            yield against("sign-offs", f'"{each.who}" is to sign {now.relative(each.date)}', each.at, "date")
        elif each.stale:
            says = f'what "{each.who}" signed has changed since: {each.changed[0]}{_more(len(each.changed))}'
            yield against("sign-offs", says, each.at)
        elif each.challenged:
            says = f'"{each.who}" signed, and the evidence contradicts it: {each.against}'
            yield against("sign-offs", says, each.at)
        else:
            whole += 1
            if not each.sealed:
                says = f'"{each.who}" signed, and it does not say on which content'
                yield look_at("sign-offs", says, each.at)
    if found and whole == len(found):
        yield fine("sign-offs", f"{counted(whole, 'sign-off')}, none overtaken", found[0].at)
