"""The echo of a topic: proof that one was made although no answer to the call came."""

from __future__ import annotations

from bot.ports import UnitOfWork


def topic_appeared(uow: UnitOfWork, chat_id: int, topic_id: int, name: str) -> None:
    """The ticket whose number the name begins with gets the topic, if it has none yet."""
    number = name.partition(" ")[0].removeprefix("#")
    if number.isdecimal():
        uow.tickets.adopt_topic(chat_id, int(number), topic_id)
        if len(uow.rules.staff_chats) > 1:
            uow.tickets.adopt_guest(chat_id, int(number), topic_id)
