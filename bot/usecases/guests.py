"""A ticket comes to the group of another service and goes from it: a topic there, with all that was said."""

from __future__ import annotations

from bot.domain.content import FILES, Message
from bot.domain.facts import (
    Fact,
    TicketTransferred,
    TransferDeclined,
    TransferRecalled,
    VerdictGiven,
)
from bot.domain.lifecycle import Status
from bot.domain.statements import Listing, Notice, Priority, TicketTopic
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.carrier import carrier
from bot.usecases.services import team_there

PARTINGS = {
    VerdictGiven: "verdict",
    TransferDeclined: "declined",
    TransferRecalled: "recalled",
    TicketTransferred: "onward",
}


def arrive(uow: UnitOfWork, ticket: Ticket, to: TicketTopic) -> None:
    """The topic (open again, if it was here before), its card, and the story below it."""
    uow.speech.show(to, to.board)
    uow.speech.show(to, to.card)
    brief(uow, ticket, to)


def brief(uow: UnitOfWork, ticket: Ticket, to: TicketTopic, *, anew: bool = False) -> None:
    """What was said so far in one message, which names the files; a long description in another; then the newest files
    themselves, unless they stand there already. `anew`: whatever had stood there is gone.
    """
    called = [] if anew else [(person.id, person.name) for person in team_there(uow, ticket)]
    values = {"number": ticket.number, "upto": uow.messages.newest(ticket.number), "called": called}
    uow.speech.say(to, Listing("briefing", values))
    if ticket.long:
        uow.speech.say(to, Listing("description", {"number": ticket.number}))
    files = [one for one in uow.messages.files(ticket.number) if one.content.kind in FILES]
    said = dict.fromkeys(carrier(one, ticket) for one in files if not _stands(uow, one, to, anew=anew))
    for statement in said:
        uow.speech.say(to, statement, Priority.NOTICE)


def leave(uow: UnitOfWork, ticket: Ticket, to: TicketTopic, fact: Fact) -> None:
    """The last word in the topic of a group that has it no more."""
    why = "closed" if ticket.status is Status.CLOSED else PARTINGS.get(type(fact), "back")
    values = {"why": why, "number": ticket.number, "name": ticket.executor_name or ""}
    uow.speech.say(to, Notice("staff-guest-over", values, number=ticket.number, turn=ticket.turn))
    uow.prompts.forget(to.chat_id, to.number)
    uow.speech.show(to, to.card)
    uow.speech.show(to, to.board)


def _stands(uow: UnitOfWork, message: Message, to: TicketTopic, *, anew: bool) -> bool:
    if message.chat_id == to.chat_id:
        return True
    there = [place for place in uow.messages.copies(message.id) if place.chat_id == to.chat_id]
    for place in there if anew else ():
        uow.messages.gone(place)
    return bool(there) and not anew
