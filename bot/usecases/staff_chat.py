"""A staff group itself: out of reach, back again, moved to another id."""

from __future__ import annotations

from bot.domain.statements import Listing, TicketTopic
from bot.ports import UnitOfWork
from bot.usecases.alarm import tell_owners
from bot.usecases.guests import brief

TOPICS_OFF = "topics-off"


def staff_chat_troubled(uow: UnitOfWork, chat_id: int, reason: str) -> None:
    """The owners hear of each trouble once, and how to mend it."""
    if uow.chats.begin_trouble(chat_id, reason):
        tell_owners(uow, "owner-group-trouble", reason=reason, **_which(uow, chat_id))


def staff_chat_mended(uow: UnitOfWork, chat_id: int) -> None:
    if uow.chats.end_trouble(chat_id):
        tell_owners(uow, "owner-group-mended", **_which(uow, chat_id))


def bot_moved(uow: UnitOfWork, chat_id: int, reason: str | None) -> None:
    """Somebody has changed what the bot is in the staff chat; `reason` is what it lacks now, None nothing."""
    if reason is not None:
        staff_chat_troubled(uow, chat_id, reason)
    elif uow.chats.trouble(chat_id) != TOPICS_OFF:
        staff_chat_mended(uow, chat_id)


def staff_chat_moved(uow: UnitOfWork, old: int, new: int) -> None:
    """The group became a supergroup: it has another id, and neither messages nor topics of the desk. The open tickets
    get theirs anew, with card and history.
    """
    topics = uow.chats.move(old, new)
    if topics is None:
        return
    for to in topics:
        uow.speech.show(to, to.card)
        tell_again(uow, to)
    tell_owners(uow, "owner-chat-moved", old=str(old), new=str(new))


def tell_again(uow: UnitOfWork, to: TicketTopic) -> None:
    """In a new topic that takes the place of one that is gone."""
    if to.guest:
        brief(uow, uow.tickets.get(to.number), to, anew=True)
    else:
        uow.speech.say(to, Listing("history", {"number": to.number}))


def _which(uow: UnitOfWork, chat_id: int) -> dict[str, str | int]:
    """Where there are several groups, it is named by the services that live there."""
    names = (service.name(uow.rules.language) for service in uow.rules.services_in(chat_id))
    return {"groups": len(uow.rules.staff_chats), "services": ", ".join(names)}
