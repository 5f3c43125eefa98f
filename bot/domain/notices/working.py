"""Who works on it: what the customer and the staff hear of that."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from bot.domain.facts import (
    TakeMissed,
    TicketAssigned,
    TicketCorrected,
    TicketDeclined,
    TicketNudged,
    TicketReassigned,
    TicketReceived,
    TicketTaken,
    WorkingFact,
)
from bot.domain.lifecycle import Status
from bot.domain.notices.nudging import told_of_nudge
from bot.domain.notices.told import NOTHING, Told, notice
from bot.domain.statements import Buttons, Notice
from bot.domain.ticket import Ticket


def told_of_working(fact: WorkingFact, ticket: Ticket) -> Told:
    match fact:
        case TicketReceived(filed=True):
            filed = notice(ticket, "ticket-filed", Buttons.RECEIVED, by=fact.by.name, subject=ticket.subject)
            return Told(customer=(filed,))
        case TicketReceived() if fact.answer_by is not None:
            return Told(customer=(_answered_by(fact, fact.answer_by, ticket),))
        case TicketReceived():
            return Told(customer=(notice(ticket, "ticket-received", Buttons.RECEIVED),))
        case TicketTaken():
            return Told(customer=(notice(ticket, "ticket-taken", executor=fact.by.name),))
        case TicketReassigned():
            staff = _taken_over(fact, ticket)
            if ticket.status is Status.ASSIGNED:
                return Told(staff=(staff,))  # the customer is told who works on it when somebody does
            return Told(customer=(_with_another(fact, ticket),), staff=(staff,))
        case TicketCorrected():
            return Told(customer=(notice(ticket, "ticket-corrected", field=fact.field, value=fact.after),))
        case TicketAssigned() if ticket.topic_id is None:
            return NOTHING  # the card is still to come, and mentions them
        case TicketAssigned():
            key = "staff-assigned-by-lead" if fact.by_lead else "staff-assigned"
            return Told(staff=(notice(ticket, key, name=fact.to_name, person=fact.to_id, by=fact.by.name),))
        case TicketDeclined() if fact.nobody_left:
            return Told(staff=(notice(ticket, "staff-declined", name=fact.by.name),), leads=True)
        case TakeMissed():
            return Told(staff=(notice(ticket, "staff-take-missed", name=fact.person_name),), leads=fact.nobody_left)
        case TicketNudged():
            return told_of_nudge(fact, ticket)
        case TicketDeclined():
            return NOTHING
        case _:
            assert_never(fact)


def _answered_by(fact: TicketReceived, answer_by: datetime, ticket: Ticket) -> Notice:
    if fact.opens_at is None:
        return notice(ticket, "ticket-received-by", Buttons.RECEIVED, answer=answer_by)
    return notice(ticket, "ticket-received-closed", Buttons.RECEIVED, answer=answer_by, opens=fact.opens_at)


def _with_another(fact: TicketReassigned, ticket: Ticket) -> Notice:
    """The buttons of an earlier question carry the former turn: while it waits for the word, it asks anew."""
    if ticket.status is Status.COMPLETED:
        return notice(ticket, "ticket-reassigned-completed", Buttons.COMPLETED, executor=fact.to_name)
    return notice(ticket, "ticket-reassigned", executor=fact.to_name)


def _taken_over(fact: TicketReassigned, ticket: Ticket) -> Notice:
    if fact.by.name:
        return notice(ticket, "staff-reassigned", name=fact.to_name, person=fact.to_id, by=fact.by.name)
    return notice(ticket, "staff-reassigned-by-desk", name=fact.to_name, person=fact.to_id, before=fact.before)
