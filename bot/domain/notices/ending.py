"""How a ticket ends, and how it comes back."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bot.domain.facts import (
    CompletionTakenBack,
    CustomerDisagreed,
    DisagreementExplained,
    DisagreementLapsed,
    EndingFact,
    TicketClosedByCustomer,
    TicketCompleted,
    TicketConfirmed,
    TicketExpired,
    TicketGivenUp,
    TicketMerged,
    TicketRated,
    TicketRejected,
    TicketReopened,
)
from bot.domain.notices.told import NOTHING, Told, notice
from bot.domain.statements import Buttons
from bot.domain.ticket import Ticket


def told_of_ending(fact: EndingFact, ticket: Ticket) -> Told:
    match fact:
        case TicketCompleted():
            completed = notice(ticket, "ticket-completed", Buttons.COMPLETED)
            if fact.on is not None:
                completed = notice(
                    ticket, "ticket-completed-release", Buttons.COMPLETED, version=fact.release, on=fact.on
                )
            return Told(customer=(replace(completed, about=fact.answer),))
        case CompletionTakenBack():
            return Told(customer=(notice(ticket, "ticket-taken-back", reason=fact.reason),))
        case TicketConfirmed(by_customer=True):
            return Told(customer=(notice(ticket, "ticket-confirmed", Buttons.RATING),))
        case TicketConfirmed():
            return Told(customer=(notice(ticket, "ticket-confirmed-by-staff", Buttons.CONFIRMED_BY_STAFF),))
        case CustomerDisagreed():
            key = "disagreed-explained" if fact.explained else "disagreed"
            return Told(
                customer=(notice(ticket, f"ticket-{key}"),),
                staff=(notice(ticket, f"staff-{key}", times=fact.times),),
                leads=fact.times > 1,
            )
        case TicketClosedByCustomer():
            staff = notice(ticket, "staff-closed-by-customer")
            return Told(customer=(notice(ticket, "ticket-closed-by-customer"),), staff=(staff,))
        case TicketRated(comment=comment) if comment:
            return Told(staff=(notice(ticket, "staff-rated", rating=fact.rating, comment=comment),))
        case TicketRated() | DisagreementExplained():
            return NOTHING
        case DisagreementLapsed():
            staff = notice(ticket, "staff-disagreement-lapsed")
            return Told(customer=(notice(ticket, "ticket-disagreement-lapsed", Buttons.COMPLETED),), staff=(staff,))
        case TicketExpired():
            closed = notice(ticket, "ticket-expired", Buttons.REOPEN, days=fact.days, until=fact.until)
            return Told(customer=(closed,))
        case TicketGivenUp() | TicketReopened() | TicketMerged() | TicketRejected():
            return NOTHING
        case _:
            assert_never(fact)
