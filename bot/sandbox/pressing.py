"""Presses of inline buttons, on their way to the bot."""

from __future__ import annotations

from bot.sandbox.chats import ANONYMOUS_BOT, Account, Json, Record
from bot.sandbox.world import Answer, Query, World


def press(world: World, account: Account, record: Record, data: str) -> Answer:
    """Queue a callback_query; the answer object fills when the bot answers in time."""
    query = Query(str(world.random.getrandbits(62)), account, world.clock.seconds(), Answer())
    world.queries[query.id] = query
    account.known = True
    world.updates.add("callback_query", {
        "id": query.id,
        "from": _shown(world, account, record),
        "message": _message(record),
        "chat_instance": str(abs(hash(record.chat.id))),
        "data": data,
    })  # fmt: skip
    return query.answer


def _shown(world: World, account: Account, record: Record) -> Json:
    member = record.chat.members.get(account.id)
    if world.settings.press_shows_anonymous and member and member.anonymous:
        return ANONYMOUS_BOT
    return account.user()


def _message(record: Record) -> Json:
    if record.deleted:
        return {"chat": record.chat.json(), "message_id": record.id, "date": 0}
    return record.message
