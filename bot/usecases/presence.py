"""Being there and being away."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.people import Actor
from bot.domain.period.model import midnight
from bot.domain.statements import Notice, Thread
from bot.domain.until import parse_until
from bot.ports import UnitOfWork
from bot.usecases.left_behind import pass_on
from bot.usecases.outcome import serve_queues
from bot.usecases.team import staff_only


def away(uow: UnitOfWork, actor: Actor, where: Thread, words: str, reply_to: int) -> None:
    """`words`: until when, in the actor's zone; without any, until `/here`."""
    staff_only(uow, actor, where)
    person = uow.people.meet(actor)
    zone = ZoneInfo(person.zone or uow.rules.zone)
    until = parse_until(words, now=uow.now, zone=zone) if words.strip() else None
    uow.presence.away(actor.id, until)
    key, values = ("away-until", {"until": until}) if until else ("away", {})
    uow.speech.say(where, Notice(key, values, reply_to=reply_to))
    if _past_today(uow, until, zone):
        hand_over(uow, actor)


def here(uow: UnitOfWork, actor: Actor, where: Thread, reply_to: int) -> None:
    staff_only(uow, actor, where)
    uow.presence.here(actor.id)
    uow.speech.say(where, Notice("here", reply_to=reply_to))
    uow.afterwards(serve_queues)


def hand_over(uow: UnitOfWork, actor: Actor) -> None:
    """Somebody is away past today: group by group their open tickets find somebody else."""
    for chat_id in sorted({ticket.chat_id for ticket in uow.tickets.open_with(actor.id)}):
        pass_on(uow, actor, chat_id, "away-tickets")


def _past_today(uow: UnitOfWork, until: datetime | None, zone: ZoneInfo) -> bool:
    tomorrow = midnight(uow.now.astimezone(zone).date() + timedelta(days=1), zone)
    return until is None or until > tomorrow
