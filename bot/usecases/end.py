"""The rare ends of a ticket: merged into another one, rejected, given up (14a, 17, 18)."""

from __future__ import annotations

from bot.domain.content import Side
from bot.domain.errors import DifferentCustomers, StillReachable
from bot.domain.lifecycle import Move
from bot.domain.people import Actor
from bot.domain.statements import Face, Listing
from bot.domain.ticket import Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.asked import ask_words
from bot.usecases.carrier import carrier
from bot.usecases.levels import recount
from bot.usecases.outcome import settle, show, turn_card
from bot.usecases.owned import movable_ticket, other_ticket, staff_ticket
from bot.usecases.relay import relay
from bot.usecases.topics import topic_of


def show_more(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """Turn the card to its rare moves."""
    turn_card(uow, actor, staff_ticket(uow, actor, number, turn), Face("more"))


def choose_survivor(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    turn_card(uow, actor, movable_ticket(uow, actor, number, turn, Move.MERGE), Face("merging"))


def merge(uow: UnitOfWork, actor: Actor, number: int, turn: int | None, into: int) -> None:
    """The conversation goes on in `into`: its topic is told what the merged ticket was, and gets what is still to be
    said in the merged one. A number that has been merged itself stands for the ticket it goes on in.
    """
    ticket = staff_ticket(uow, actor, number, turn)
    ticket.allow(Move.MERGE, actor)
    survivor = other_ticket(uow, ticket, into, DifferentCustomers(number=number, other=into))
    moved, fact = ticket.merge(survivor, by=actor, at=uow.now)
    absorbed = survivor.absorbed(ticket, by=actor, at=uow.now)
    uow.tickets.save(survivor)  # whoever moves that one at the same time has to look again
    uow.links.add(number, survivor.number)
    settle(uow, moved, fact)
    uow.history.record(absorbed)
    uow.speech.say(topic_of(survivor), Listing("merged", {"number": number}))
    show(uow, survivor)
    _redirect(uow, moved, survivor)
    for one in (moved, survivor):
        recount(uow, one)


def ask_why_rejected(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    ticket = movable_ticket(uow, actor, number, turn, Move.REJECT)
    ask_words(uow, actor, ticket, Face("rejecting"), Purpose.REJECTING)


def reject(uow: UnitOfWork, actor: Actor, ticket: Ticket, _: Prompt, reason: str) -> None:
    settle(uow, *ticket.reject(reason, by=actor, at=uow.now))


def give_up(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """When nobody could reach the customer for long enough."""
    ticket = movable_ticket(uow, actor, number, turn, Move.GIVE_UP)
    customer, patience = uow.people.get(ticket.customer_id), uow.rules.times.unreachable
    since = customer.unreachable_since if customer else None
    if since is None or uow.now < since + patience:
        raise StillReachable(number=number, days=patience.days)
    settle(uow, *ticket.give_up(by=actor, at=uow.now))


def _redirect(uow: UnitOfWork, merged: Ticket, survivor: Ticket) -> None:
    """What the customer has written and the staff do not have yet."""
    waiting = [
        message for message in uow.messages.conversation(merged.number)
        if message.side is Side.CUSTOMER and not uow.messages.copies(message.id)
    ]  # fmt: skip
    albums: set[str | None] = set()
    for message in waiting:
        if message.album not in albums and not uow.speech.cancel(topic_of(merged), carrier(message, merged)):
            continue
        albums |= {message.album} - {None}
        uow.messages.file([message.id], ticket=survivor.number)
        relay(uow, message, survivor)
