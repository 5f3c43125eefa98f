"""Lists and help on demand: what is shown is read at sending."""

from __future__ import annotations

from bot.domain.errors import StaffOnly
from bot.domain.people import Actor, Standing
from bot.domain.statements import Listing, Priority, Private, Thread
from bot.ports import UnitOfWork
from bot.usecases.ask import repeat_question
from bot.usecases.draft_says import show_window
from bot.usecases.owned import own_ticket, topic_ticket


def my_tickets(uow: UnitOfWork, actor: Actor, message_id: int | None, page: int = 0, edits: int | None = None) -> None:
    uow.people.meet(actor, message_id)
    listing = Listing("my", {"customer": actor.id, "page": page}, edits)
    uow.speech.say(Private(actor.id), listing, Priority.LIVE)
    if draft := uow.drafts.of(actor.id):
        show_window(uow, draft)


def open_ticket(uow: UnitOfWork, actor: Actor, number: int) -> None:
    """One of the customer's own, with what can be done now; and the question that waits for an answer."""
    ticket = own_ticket(uow, actor, number)
    uow.speech.say(Private(actor.id), Listing("opened", {"number": ticket.number}), Priority.LIVE)
    if ticket.question is not None:
        repeat_question(uow, ticket)


def tell_story(uow: UnitOfWork, actor: Actor, number: int) -> None:
    """What happened to one of the customer's own."""
    ticket = own_ticket(uow, actor, number)
    uow.speech.say(Private(actor.id), Listing("story", {"number": ticket.number}), Priority.LIVE)


def queue(uow: UnitOfWork, actor: Actor, where: Thread, page: int = 0, edits: int | None = None) -> None:
    _list(uow, actor, where, Listing("queue", {"chat": where.chat_id, "page": page}, edits))


def mine(uow: UnitOfWork, actor: Actor, where: Thread) -> None:
    """The actor's own open tickets."""
    _list(uow, actor, where, Listing("mine", {"executor": actor.id, "name": actor.name, "page": 0}))


def turn_mine(uow: UnitOfWork, actor: Actor, where: Thread, page: int, owner: int, edits: int) -> None:
    """A page of the list it was asked for, whoever turns it."""
    person = uow.people.get(owner)
    name = person.name if person else actor.name
    _list(uow, actor, where, Listing("mine", {"executor": owner, "name": name, "page": page}, edits))


def history(uow: UnitOfWork, actor: Actor, where: Thread, number: int | None, *, export: bool = False) -> None:
    """Without a number, of the topic's ticket. `export`: as a file, with every message."""
    if number is None:
        number = topic_ticket(uow, where.chat_id, where.topic_id).number
    _list(uow, actor, where, Listing("export" if export else "history", {"number": uow.tickets.get(number).number}))


def help_staff(uow: UnitOfWork, actor: Actor, where: Thread) -> None:
    """With what this person may do."""
    values = {"lead": actor.standing >= Standing.LEAD, "owner": actor.id in uow.rules.owners}
    _list(uow, actor, where, Listing("help-staff", values))


def _list(uow: UnitOfWork, actor: Actor, where: Thread, listing: Listing) -> None:
    _staff(actor)
    uow.speech.say(where, listing)


def _staff(actor: Actor) -> None:
    if actor.standing < Standing.MEMBER:
        raise StaffOnly
