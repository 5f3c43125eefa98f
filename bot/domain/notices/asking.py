"""The customer is asked, reminded, and has answered."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from bot.domain.facts import (
    AskingFact,
    CustomerAnswered,
    CustomerAsked,
    CustomerCommitted,
    CustomerReminded,
    InformationMissing,
    QuestionDelivered,
    QuestionWithdrawn,
)
from bot.domain.notices.told import NOTHING, Told, notice, to_assignee
from bot.domain.statements import Buttons, Notice
from bot.domain.ticket import Acceptance, Ticket


def told_of_asking(fact: AskingFact, ticket: Ticket) -> Told:
    match fact:
        case CustomerAsked() | QuestionDelivered():
            return NOTHING  # the question is the executor's own words, with its buttons under them
        case CustomerAnswered():
            return _answered(fact, ticket)
        case CustomerCommitted():
            return Told(customer=(notice(ticket, "ticket-committed"),))
        case QuestionWithdrawn(seen=True):
            return Told(customer=(notice(ticket, "ticket-question-withdrawn"),))
        case QuestionWithdrawn():
            return NOTHING
        case CustomerReminded() if ticket.acceptance is not None:
            return Told(customer=(_last_call(ticket, ticket.acceptance),))
        case CustomerReminded(given_up_at=datetime() as at):
            return Told(customer=(notice(ticket, "ticket-question-last-reminder", Buttons.QUESTION, at=at),))
        case CustomerReminded():
            return Told(customer=(notice(ticket, "ticket-question-reminder", Buttons.QUESTION),))
        case InformationMissing():
            return Told(customer=(notice(ticket, "ticket-information-missing", Buttons.COMPLETED),))
        case _:
            assert_never(fact)


def _answered(fact: CustomerAnswered, ticket: Ticket) -> Told:
    """Who works on it is called. A tap is thanked for; words are with the staff, and marked so."""
    how = "cannot" if fact.cannot else "done" if fact.done else "choice" if fact.choice else "words"
    thanks = notice(ticket, "ticket-answered", executor=ticket.executor_name or "")
    return Told(
        customer=(thanks,) if fact.message is None else (),
        staff=(to_assignee(ticket, "staff-answered", how=how, choice=fact.choice),),
        instead_of=ticket.assignee_id,
    )


def _last_call(ticket: Ticket, acceptance: Acceptance) -> Notice:
    """It names the hour at which the ticket closes without a word."""
    values = {} if acceptance.closes_at is None else {"closes": acceptance.closes_at}
    return notice(ticket, "ticket-completed-reminder", Buttons.COMPLETED, **values)
