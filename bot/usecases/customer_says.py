"""A message from a customer finds its place: a ticket, the draft, a new draft, or a question about which."""

from __future__ import annotations

from bot.domain.content import FILES, ContentKind, Incoming, Message, Side
from bot.domain.facts import DisagreementExplained, TicketRated, Who
from bot.domain.intake import Draft
from bot.domain.lifecycle import Status
from bot.domain.people import Actor, Person
from bot.domain.statements import Buttons, Face, Notice, Priority, Private, QuestionView, WindowView
from bot.domain.ticket import Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.answer_question import answer_with
from bot.usecases.draft_says import draft_of, draft_says
from bot.usecases.follow_up import FOLLOWED
from bot.usecases.heard import heard
from bot.usecases.levels import wrote
from bot.usecases.outcome import settle
from bot.usecases.owned import surviving
from bot.usecases.relay import relay, replied_message


def customer_says(uow: UnitOfWork, actor: Actor, incoming: Incoming) -> None:
    """A swipe-reply goes to its ticket; an asked-for text to its question; the rest to the draft or the only ticket."""
    person = uow.people.meet(actor, incoming.message_id)
    if ticket := _swiped_ticket(uow, actor, incoming):
        return _into_ticket(uow, ticket, actor, incoming)
    if (prompt := uow.prompts.pending(incoming.chat_id, actor.id)) and _answer(uow, prompt, actor, incoming):
        return None
    if draft := draft_of(uow, actor.id):
        return _during_draft(uow, draft, person, actor, incoming)
    return _loose(uow, person, actor, incoming)


def ask_where(uow: UnitOfWork, customer_id: int, face: Face) -> None:
    uow.speech.show(Private(customer_id), QuestionView(customer_id), face)


def begin(uow: UnitOfWork, actor: Actor) -> Draft:
    return uow.drafts.start(actor.id, uow.now)


def _into_ticket(uow: UnitOfWork, ticket: Ticket, actor: Actor, incoming: Incoming) -> None:
    """To the staff, whose open question it answers; in `completed` and `closed` it is held, and the customer is asked
    what it means.
    """
    ticket = surviving(uow, ticket)
    if ticket.status is Status.COMPLETED:
        heard(uow, ticket)
    if ticket.status in (Status.COMPLETED, Status.CLOSED):
        _keep(uow, actor, incoming)
        ask_where(uow, actor.id, meaning(uow, ticket))
    else:
        message = _keep(uow, actor, incoming, ticket)
        relay(uow, message, ticket)
        ticket = wrote(uow, ticket)
        answer_with(uow, actor, ticket, [message])
        if ticket.unexplained_since is not None:
            _explained(uow, ticket, actor, incoming)


def _explained(uow: UnitOfWork, ticket: Ticket, actor: Actor, incoming: Incoming) -> None:
    who, reason = Who(actor.id, actor.name), incoming.content.text
    uow.history.record(DisagreementExplained(ticket.number, who, uow.now, ticket.status, ticket.status, reason))
    heard(uow, ticket)


def meaning(uow: UnitOfWork, ticket: Ticket) -> Face:
    """The question what the held words are, now that the ticket is completed or closed; `how` it can go on."""
    if ticket.status is Status.COMPLETED:
        return Face("completed", {"number": ticket.number})
    how = "follow_up" if ticket.closing in FOLLOWED else "none"
    if ticket.reopenable(uow.now, uow.rules.times.reopen):
        how = "reopen"
    return Face("closed", {"number": ticket.number, "how": how})


def _swiped_ticket(uow: UnitOfWork, actor: Actor, incoming: Incoming) -> Ticket | None:
    if incoming.reply_to is None:
        return None
    place = uow.messages.place(incoming.chat_id, incoming.reply_to)
    if place is None or place.ticket is None:
        return None
    ticket = uow.tickets.get(place.ticket)
    return ticket if ticket.customer_id == actor.id else None


def _keep(uow: UnitOfWork, actor: Actor, incoming: Incoming, ticket: Ticket | None = None) -> Message:
    """Without a ticket the message is held."""
    answers = replied_message(uow, incoming)
    number = ticket.number if ticket else None
    return uow.messages.add(incoming, actor, Side.CUSTOMER, uow.now, ticket=number, reply_to=answers)


def _during_draft(uow: UnitOfWork, draft: Draft, person: Person, actor: Actor, incoming: Incoming) -> None:
    """Text fills the step, unless a ticket has spoken since the window: then nobody can know whom it is for."""
    window = uow.speech.shown(WindowView(actor.id, draft.id))
    if window and person.ticket_spoke_id > window.message_id and (tickets := uow.tickets.open_of(actor.id)):
        heard(uow, *(one for one in tickets if one.status is Status.COMPLETED))
        _keep(uow, actor, incoming)
        return ask_where(uow, actor.id, Face("draft"))
    return draft_says(uow, draft, person, actor, incoming)


def _loose(uow: UnitOfWork, person: Person, actor: Actor, incoming: Incoming) -> None:
    match uow.tickets.open_of(actor.id):
        case []:
            _beside_closed(uow, person, actor, incoming)
        case [ticket]:
            _into_ticket(uow, ticket, actor, incoming)
        case tickets:
            heard(uow, *(one for one in tickets if one.status is Status.COMPLETED))
            _keep(uow, actor, incoming)
            ask_where(uow, actor.id, Face("pick"))


def _beside_closed(uow: UnitOfWork, person: Person, actor: Actor, incoming: Incoming) -> None:
    """Nothing is open: it may be about what was closed a short while ago."""
    closed = uow.tickets.last_closed(actor.id, uow.now - uow.rules.times.reopen)
    if closed is None:
        _first_words(uow, person, actor, incoming)
    else:
        _into_ticket(uow, closed, actor, incoming)


def _first_words(uow: UnitOfWork, person: Person, actor: Actor, incoming: Incoming) -> None:
    """A first message is not lost: it begins a request. What cannot (a sticker) is greeted."""
    if incoming.content.kind in FILES or incoming.content.kind is ContentKind.TEXT:
        return draft_says(uow, begin(uow, actor), person, actor, incoming)
    welcome = Notice("welcome", {"name": person.name, "company": uow.rules.company}, Buttons.WELCOME)
    return uow.speech.say(Private(actor.id), welcome, Priority.LIVE)


def _answer(uow: UnitOfWork, prompt: Prompt, actor: Actor, incoming: Incoming) -> bool:
    """Whether the message was what the desk had asked for; a question that life has overtaken is dropped."""
    ticket = uow.tickets.get(prompt.number)
    if ticket.turn == prompt.turn and prompt.purpose in (Purpose.ANSWERING, Purpose.CANNOT):
        _into_ticket(uow, ticket, actor, incoming)
        return True
    uow.prompts.answered(prompt)
    if ticket.turn != prompt.turn:
        return False
    if prompt.purpose is Purpose.RATING:
        return _rating_comment(uow, ticket, actor, incoming)
    message = _keep(uow, actor, incoming, ticket)
    relay(uow, message, ticket)
    ticket = wrote(uow, ticket)
    if prompt.purpose is not Purpose.REOPENING:
        _explained(uow, ticket, actor, incoming)
    return True


def _rating_comment(uow: UnitOfWork, ticket: Ticket, actor: Actor, incoming: Incoming) -> bool:
    if incoming.content.kind is not ContentKind.TEXT or ticket.rating is None:
        return False
    who = Who(actor.id, actor.name)
    comment = incoming.content.text
    settle(
        uow,
        ticket,
        TicketRated(ticket.number, who, uow.now, ticket.status, ticket.status, ticket.rating, comment),
    )
    uow.speech.say(Private(actor.id), Notice("rating-comment-thanks"), Priority.LIVE)
    return True
