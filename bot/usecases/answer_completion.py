"""The customer's word on a completed ticket: solved, not solved, a rating; and closing at any time (12, 13, 15)."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.errors import NotCurrent, UnknownChoice
from bot.domain.facts import TicketRated, Who
from bot.domain.lifecycle import Closing, Status
from bot.domain.people import Actor
from bot.domain.statements import Buttons, Notice, Priority, Private, Retire
from bot.domain.ticket import Ticket
from bot.ports import Purpose, UnitOfWork
from bot.usecases.asked import ask_customer
from bot.usecases.follow_up import FOLLOWED, follow_up
from bot.usecases.outcome import settle, times
from bot.usecases.owned import own_ticket
from bot.usecases.place_held import hand_over, held_for, place_held
from bot.usecases.reopen import bring_back

RATINGS = range(1, 6)
LOW_RATING = 2


def solved(uow: UnitOfWork, actor: Actor, number: int, turn: int, message_id: int) -> None:
    """What the customer has written meanwhile goes along: it waits for this answer."""
    ticket = _current(uow, actor, number, turn)
    if ticket.status is Status.COMPLETED and held_for(uow, ticket):
        place_held(uow, actor, number, "solved")
    else:
        settle(uow, *ticket.confirm(by=actor, at=uow.now))
    _retire(uow, actor, message_id)


def not_solved(uow: UnitOfWork, actor: Actor, number: int, turn: int, message_id: int) -> None:
    """The tap counts at once; the next message is the reason, if none has been written already."""
    ticket = _current(uow, actor, number, turn)
    if ticket.status is Status.COMPLETED and held_for(uow, ticket):
        place_held(uow, actor, number, "not_solved")
    else:
        ticket, fact = ticket.disagree(by=actor, at=uow.now)
        settle(uow, ticket, fact)
        ask_customer(uow, ticket, Purpose.DISAGREEING)
    _retire(uow, actor, message_id)


def close_my_request(uow: UnitOfWork, actor: Actor, number: int, message_id: int, do: str) -> None:
    """Never refused, but asked once: `do` is close, close_sure or close_keep."""
    ticket = own_ticket(uow, actor, number)
    if not ticket.open:
        raise NotCurrent
    if do == "close_sure":
        if held := held_for(uow, ticket):
            ticket = hand_over(uow, ticket, held)
        settle(uow, *ticket.close(by=actor, at=uow.now))
        return _retire(uow, actor, message_id)
    if do == "close":
        notice = Notice("close-sure", {"number": number}, Buttons.CLOSE_SURE, number, ticket.turn)
    else:
        notice = Notice("close-kept", {"number": number}, edits=message_id)
    return uow.speech.say(Private(actor.id), notice, Priority.LIVE)


def open_again(uow: UnitOfWork, actor: Actor, number: int, turn: int, message_id: int) -> None:
    """The tap counts at once; the next message says what is wrong, if nothing is held already. Too late for that, a
    request that follows it is laid before the customer.
    """
    ticket = _current(uow, actor, number, turn)
    if ticket.open:
        raise NotCurrent
    if held_for(uow, ticket):
        place_held(uow, actor, number, "reopen")
    elif ticket.closing in FOLLOWED and not ticket.reopenable(uow.now, uow.rules.times.reopen):
        follow_up(uow, actor, ticket)
    else:
        ask_customer(uow, bring_back(uow, actor, ticket), Purpose.REOPENING)
    _retire(uow, actor, message_id)


def rate(uow: UnitOfWork, actor: Actor, number: int, turn: int, rating: int, message_id: int) -> None:
    """One tap, once; below 3 the desk asks why."""
    ticket = _current(uow, actor, number, turn)
    if rating not in RATINGS:
        raise UnknownChoice
    if ticket.closing is not Closing.CONFIRMED or ticket.rating is not None:
        raise NotCurrent
    rated = replace(ticket, rating=rating)
    who = Who(actor.id, actor.name)
    settle(uow, rated, TicketRated(number, who, uow.now, ticket.status, ticket.status, rating))
    key = "rating-comment-asked" if rating <= LOW_RATING else "rating-thanks"
    values = {"number": number, "rating": rating, **times(uow, ticket)}
    notice = Notice(key, values, Buttons.REOPEN, number, ticket.turn, edits=message_id)
    uow.speech.say(Private(actor.id), notice, Priority.LIVE)
    if rating <= LOW_RATING:
        ask_customer(uow, ticket, Purpose.RATING)


def _current(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> Ticket:
    ticket = own_ticket(uow, actor, number)
    if ticket.turn != turn:
        raise NotCurrent
    return ticket


def _retire(uow: UnitOfWork, actor: Actor, message_id: int) -> None:
    uow.speech.say(Private(actor.id), Retire(message_id), Priority.LIVE)
