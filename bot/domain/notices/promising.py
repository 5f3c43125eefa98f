"""A release is to bring the solution."""

from __future__ import annotations

from typing import assert_never

from bot.domain.facts import (
    PromiseWithdrawn,
    PromisingFact,
    ReleasePromised,
    ReleasePublished,
    ReleaseWithdrawn,
    WithdrawalTold,
)
from bot.domain.notices.told import Told, notice
from bot.domain.statements import Buttons
from bot.domain.ticket import Ticket


def told_of_promising(fact: PromisingFact, ticket: Ticket) -> Told:
    """The staff read the rest on the card; only who has work again is called."""
    match fact:
        case ReleasePromised(version=version, on=on, before=before) if before in ("", version):
            key = "ticket-promise-moved" if before else "ticket-promised"
            return Told(customer=(notice(ticket, key, version=version, on=on),))
        case ReleasePromised(version=version, on=on, before=before):
            return Told(customer=(notice(ticket, "ticket-promise-changed", version=version, on=on, before=before),))
        case PromiseWithdrawn():
            return Told(customer=(notice(ticket, "ticket-promise-withdrawn", version=fact.version),))
        case ReleasePublished():
            return Told(customer=(notice(ticket, "ticket-published", Buttons.COMPLETED, version=fact.version),))
        case ReleaseWithdrawn():
            customer = notice(ticket, "ticket-release-withdrawn", version=fact.version)
            staff = notice(
                ticket, "staff-release-withdrawn",
                version=fact.version, name=ticket.executor_name or "", person=ticket.executor_id or 0,
            )  # fmt: skip
            return Told(customer=(customer,), staff=(staff,))
        case WithdrawalTold():
            return Told(customer=(notice(ticket, "ticket-withdrawal-told", Buttons.REOPEN, version=fact.version),))
        case _:
            assert_never(fact)
