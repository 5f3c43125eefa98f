"""The buttons of the dialog's window."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import period
from bot.domain.errors import NotCurrent, UnknownChoice
from bot.domain.intake import Draft, Form, Step, changed, write_anew, zone_chosen
from bot.domain.people import Actor, Person
from bot.domain.statements import Face, Private, WindowView
from bot.domain.zones import parse_zone
from bot.ports import UnitOfWork
from bot.usecases.draft_says import draft_of, move_to, save, show_window, zone_of
from bot.usecases.submit_request import submit


def new_request(uow: UnitOfWork, actor: Actor, message_id: int | None = None) -> None:
    """`/new` or its button: a draft that is there already is shown again, at the bottom."""
    uow.people.meet(actor, message_id)
    _talk_is_here(uow, actor)
    draft = draft_of(uow, actor.id) or uow.drafts.start(actor.id, uow.now)
    if draft.leaving:
        save(uow, changed(replace(draft, leaving=False)))
    else:
        show_window(uow, draft)


def press_draft(uow: UnitOfWork, actor: Actor, draft_id: int, version: int, do: str, value: str = "") -> None:
    """A press on a window that has changed since is answered and the present one shown; so is a second tap."""
    person = uow.people.meet(actor)
    draft = draft_of(uow, actor.id)
    if draft is None or (draft.id, draft.version) != (draft_id, version):
        raise NotCurrent
    _talk_is_here(uow, actor)
    match do:
        case "submit":
            submit(uow, actor, draft)
        case "cancel" if not draft.pieces:
            _discard(uow, draft)
        case "discard" if draft.leaving:
            _discard(uow, draft)
        case "cancel":
            save(uow, changed(replace(draft, leaving=True)))
        case _:
            save(uow, _pressed(uow, person, replace(draft, leaving=False), do, value))


def _talk_is_here(uow: UnitOfWork, actor: Actor) -> None:
    """What the desk had asked about a ticket, such as a rating's reason, is not what will be written next."""
    if prompt := uow.prompts.pending(actor.id, actor.id):
        uow.prompts.answered(prompt)


def _discard(uow: UnitOfWork, draft: Draft) -> None:
    uow.drafts.discard(draft)
    uow.speech.show(Private(draft.customer_id), WindowView(draft.customer_id, draft.id), Face("cancelled"))


def _pressed(uow: UnitOfWork, person: Person, draft: Draft, do: str, value: str) -> Draft:
    form = uow.rules.form
    match do:
        case "choose":
            return form.choose(draft, _choice(form, draft, value))
        case "next":
            return form.next(draft)
        case "back":
            return form.back(draft)
        case "edit":
            return form.edit(draft, _step(value))
        case "period":
            return form.occurred(draft, _period(uow, person, value), understood=False)
        case "no_log":
            return form.without_log(draft)
        case "anew":
            return write_anew(draft)
        case "zone":
            move_to(uow, person, parse_zone(value))
            return zone_chosen(draft)
        case "keep":
            return changed(draft)
        case _:
            raise UnknownChoice


def _choice(form: Form, draft: Draft, value: str) -> str:
    choices = form.choices(draft.step)
    if not value.isdecimal() or int(value) >= len(choices):
        raise UnknownChoice
    return choices[int(value)]


def _step(value: str) -> Step:
    try:
        return Step(value)
    except ValueError:
        raise UnknownChoice from None


def _period(uow: UnitOfWork, person: Person, value: str) -> period.Period:
    zone = zone_of(uow, person)
    match value:
        case "ongoing":
            return period.still_happening()
        case "hour":
            return period.last_hour(uow.now)
        case "today":
            return period.today(uow.now, zone)
        case "yesterday":
            return period.yesterday(uow.now, zone)
        case "unknown":
            return period.unknown()
        case _:
            raise UnknownChoice
