"""Tickets that have to do with each other, of one customer or of several."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.errors import AlreadyLinked, NotLinked
from bot.domain.facts import Fact
from bot.domain.people import Actor
from bot.domain.statements import Face, Notice, Thread
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.outcome import show, tell, turn_card
from bot.usecases.owned import staff_ticket, topic_ticket

Deed = Callable[[UnitOfWork, Actor, int, int | None, int], None]


def choose_link(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    turn_card(uow, actor, staff_ticket(uow, actor, number, turn), Face("linking"))


def choose_unlink(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    turn_card(uow, actor, staff_ticket(uow, actor, number, turn), Face("unlinking"))


def in_topic(
    uow: UnitOfWork, actor: Actor, where: Thread, asked: int, other: int, deed: Deed, said: str | None = None
) -> None:
    """`/merge 12`, `/link 12`: what the topic's ticket has to do with another one. `asked`: the command's message."""
    ticket = topic_ticket(uow, where.chat_id, where.topic_id)
    deed(uow, actor, ticket.number, None, other)
    if said is not None:
        uow.speech.say(where, Notice(said, {"number": ticket.number, "other": other}, reply_to=asked))


def link(uow: UnitOfWork, actor: Actor, number: int, turn: int | None, other: int) -> None:
    ticket, related = _both(uow, actor, number, turn, other)
    fact, back = (one.linked(two, by=actor, at=uow.now) for one, two in ((ticket, related), (related, ticket)))
    if not uow.links.add(number, other):
        raise AlreadyLinked(number=number, other=other)
    _written_down(uow, ticket, related, fact, back)


def unlink(uow: UnitOfWork, actor: Actor, number: int, turn: int | None, other: int) -> None:
    ticket, related = _both(uow, actor, number, turn, other)
    fact, back = (one.unlinked(two, by=actor, at=uow.now) for one, two in ((ticket, related), (related, ticket)))
    if not uow.links.remove(number, other):
        raise NotLinked(number=number, other=other)
    _written_down(uow, ticket, related, fact, back)


def _both(uow: UnitOfWork, actor: Actor, number: int, turn: int | None, other: int) -> tuple[Ticket, Ticket]:
    return staff_ticket(uow, actor, number, turn), uow.tickets.get(other)


def _written_down(uow: UnitOfWork, ticket: Ticket, related: Ticket, fact: Fact, back: Fact) -> None:
    """In both histories and on both cards; it is told once."""
    uow.history.record(fact)
    uow.history.record(back)
    tell(uow, ticket, fact)
    show(uow, ticket)
    show(uow, related)
