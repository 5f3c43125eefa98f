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
from bot.domain.lifecycle import Cause
from bot.domain.notices.told import NOTHING, Told, notice, to_executor
from bot.domain.statements import Buttons, Notice
from bot.domain.ticket import Ticket


def told_of_ending(fact: EndingFact, ticket: Ticket) -> Told:
    match fact:
        case TicketCompleted():
            return Told(customer=(replace(_completed(fact, ticket), about=fact.answer),))
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
                staff=(to_executor(ticket, f"staff-{key}", times=fact.times),),
                leads=fact.times > 1,
            )
        case TicketReopened():
            return _reopened(fact, ticket)
        case TicketRated(comment=comment) if comment:
            return Told(staff=(notice(ticket, "staff-rated", rating=fact.rating, comment=comment),))
        case TicketRated() | DisagreementExplained():
            return NOTHING
        case DisagreementLapsed():
            staff = notice(ticket, "staff-disagreement-lapsed")
            return Told(customer=(notice(ticket, "ticket-disagreement-lapsed", Buttons.COMPLETED),), staff=(staff,))
        case TicketClosedByCustomer() | TicketExpired() | TicketGivenUp() | TicketMerged() | TicketRejected():
            return _closed(fact, ticket)
        case _:
            assert_never(fact)


def _closed(
    fact: TicketClosedByCustomer | TicketExpired | TicketGivenUp | TicketMerged | TicketRejected, ticket: Ticket
) -> Told:
    match fact:
        case TicketClosedByCustomer():
            staff = notice(ticket, "staff-closed-by-customer")
            return Told(customer=(notice(ticket, "ticket-closed-by-customer", Buttons.REOPEN),), staff=(staff,))
        case TicketMerged():
            staff = notice(ticket, "staff-merged", by=fact.by.name, other=fact.into)
            return Told(customer=(notice(ticket, "ticket-merged", other=fact.into),), staff=(staff,))
        case TicketRejected():
            return Told(customer=(notice(ticket, "ticket-rejected", reason=fact.reason),))
        case TicketGivenUp():
            return NOTHING  # whom nobody can reach cannot be told; they can write when they are back
        case TicketExpired():
            closed = notice(ticket, "ticket-expired", Buttons.REOPEN, days=fact.days, until=fact.until)
            return Told(customer=(closed,))
        case _:
            assert_never(fact)


def _completed(fact: TicketCompleted, ticket: Ticket) -> Notice:
    """The cause stays hidden, but who reads that it is not planned is not told that it is done."""
    if fact.on is not None:
        return notice(ticket, "ticket-completed-release", Buttons.COMPLETED, version=fact.release, on=fact.on)
    if fact.cause is Cause.IMPROVEMENT:
        return notice(ticket, "ticket-completed-not-planned", Buttons.COMPLETED)
    return notice(ticket, "ticket-completed", Buttons.COMPLETED)


def _reopened(fact: TicketReopened, ticket: Ticket) -> Told:
    """The former executor is called, for a card that changes calls nobody; who only tapped is asked what is wrong."""
    by_customer, former = int(fact.by_customer), int(ticket.executor_id is not None)
    executor = ticket.executor_name or ""
    asked = int(fact.by_customer and not fact.reason)
    both: dict[str, str | int] = {"by_customer": by_customer, "former": former}
    customer = notice(ticket, "ticket-reopened", Buttons.NONE, **both, executor=executor, asked=asked)
    told = to_executor(ticket, "staff-reopened", **both, by=fact.by.name, reason=fact.reason)
    return Told(customer=(customer,), staff=(told,))
