"""A message fills the present step of the dialog."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.domain.content import Content, ContentKind, Incoming, Side
from bot.domain.intake import Draft, Step, accepts, add_piece, name, zone_chosen
from bot.domain.people import Actor, Person
from bot.domain.period import parse_period
from bot.domain.statements import Private, WindowView
from bot.domain.zones import parse_zone
from bot.ports import UnitOfWork


def draft_says(uow: UnitOfWork, draft: Draft, person: Person, actor: Actor, incoming: Incoming) -> None:
    """Text answers the step, files join the request at every step; what fits nowhere is refused by name."""
    draft = replace(draft, leaving=False)
    accepts(draft, incoming.content)
    if filled := typed(uow, draft, person, incoming.content):
        return save(uow, filled)
    message = uow.messages.add(incoming, actor, Side.CUSTOMER, uow.now, draft=draft.id)
    return save(uow, add_piece(draft, message.id, incoming.content))


def draft_of(uow: UnitOfWork, customer_id: int) -> Draft | None:
    """The request that is being written, on the form as it is now."""
    draft = uow.drafts.of(customer_id)
    return draft and uow.rules.form.fit(draft)


def save(uow: UnitOfWork, draft: Draft) -> None:
    uow.drafts.save(draft, uow.now)
    show_window(uow, draft)


def show_window(uow: UnitOfWork, draft: Draft) -> None:
    """As it is now, and at the bottom when talk has pushed it up."""
    uow.speech.show(Private(draft.customer_id), WindowView(draft.customer_id, draft.id))


def move_to(uow: UnitOfWork, person: Person, zone: str) -> None:
    """What the person is to be reminded of comes at the hours of the new zone."""
    uow.people.set_zone(person.id, zone)
    for ticket in uow.tickets.open_of(person.id):
        uow.timers.follow(ticket)


def zone_of(uow: UnitOfWork, person: Person) -> ZoneInfo:
    """The person's own, else the desk's."""
    return ZoneInfo(person.zone or uow.rules.zone)


def typed(uow: UnitOfWork, draft: Draft, person: Person, content: Content) -> Draft | None:
    """The draft after a text that answers the step by itself; None for other things, and where texts are collected."""
    if content.kind is not ContentKind.TEXT:
        return None
    form, text = uow.rules.form, content.text
    match draft.step:
        case Step.PERIOD:
            period = parse_period(text, now=uow.now, zone=zone_of(uow, person))
            return form.occurred(draft, period, understood=True)
        case Step.ZONE:
            move_to(uow, person, parse_zone(text))
            return zone_chosen(draft)
        case Step.SUBJECT:
            return name(draft, text)
        case Step.STAND | Step.COMPONENT:
            return form.choose(draft, form.typed_choice(draft, text))
        case _:
            return None
