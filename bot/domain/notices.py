"""Fact → who is told what. The one place where the desk decides to speak of a move."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from bot.domain.facts import (
    CompletionTakenBack,
    CustomerDisagreed,
    DisagreementExplained,
    Fact,
    TicketClosedByCustomer,
    TicketCompleted,
    TicketConfirmed,
    TicketCorrected,
    TicketRated,
    TicketReassigned,
    TicketReceived,
    TicketTaken,
)
from bot.domain.lifecycle import Status
from bot.domain.statements import Buttons, Notice
from bot.domain.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Told:
    """What a fact makes the desk say: to the customer in private, to the staff in the ticket's topic; with `leads` it
    calls the leads there.
    """

    customer: tuple[Notice, ...] = ()
    staff: tuple[Notice, ...] = ()
    leads: bool = False


def told_of(fact: Fact, ticket: Ticket) -> Told:
    """The notices of a fact; `ticket` is the ticket after it. The card says the rest to the staff, for nothing."""

    def notice(key: str, buttons: Buttons = Buttons.NONE, **values: str | int) -> Notice:
        return Notice(key, {"number": ticket.number, **values}, buttons, ticket.number, ticket.turn)

    match fact:
        case TicketReceived():
            return Told(customer=(notice("ticket-received", Buttons.RECEIVED),))
        case TicketTaken():
            return Told(customer=(notice("ticket-taken", executor=fact.by.name),))
        case TicketReassigned():
            # The buttons of an earlier question carry the former turn: while it waits for the word, it asks anew.
            asked = Buttons.COMPLETED if ticket.status is Status.COMPLETED else Buttons.NONE
            return Told(
                customer=(notice("ticket-reassigned", asked, executor=fact.to_name),),
                staff=(notice("staff-reassigned", name=fact.to_name, person=fact.to_id, by=fact.by.name),),
            )
        case TicketCompleted():
            return Told(customer=(replace(notice("ticket-completed", Buttons.COMPLETED), about=fact.answer),))
        case CompletionTakenBack():
            return Told(customer=(notice("ticket-taken-back", reason=fact.reason),))
        case TicketConfirmed(by_customer=True):
            return Told(customer=(notice("ticket-confirmed", Buttons.RATING),))
        case TicketConfirmed():
            return Told(customer=(notice("ticket-confirmed-by-staff", Buttons.CONFIRMED_BY_STAFF),))
        case CustomerDisagreed(explained=True):
            return Told(
                customer=(notice("ticket-disagreed-explained"),),
                staff=(notice("staff-disagreed-explained", times=fact.times),),
                leads=fact.times > 1,
            )
        case CustomerDisagreed():
            return Told(
                customer=(notice("ticket-disagreed"),),
                staff=(notice("staff-disagreed", times=fact.times),),
                leads=fact.times > 1,
            )
        case TicketClosedByCustomer():
            return Told(customer=(notice("ticket-closed-by-customer"),), staff=(notice("staff-closed-by-customer"),))
        case TicketCorrected():
            return Told(customer=(notice("ticket-corrected", field=fact.field, value=fact.after),))
        case TicketRated(comment=comment) if comment:
            return Told(staff=(notice("staff-rated", rating=fact.rating, comment=comment),))
        case TicketRated() | DisagreementExplained():
            return Told()
        case _:
            assert_never(fact)
