"""Reactions, by people and by the bot."""

from __future__ import annotations

from bot.sandbox.chats import Account, Json, Record
from bot.sandbox.world import World

_EMOJI = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 "
    "🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 "
    "🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 "
    "🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ "
    "😡 "
)
EMOJI = frozenset(_EMOJI.split())


def react(world: World, record: Record, by: Account, emoji: list[str]) -> None:
    """Replace somebody's reactions on a message; the bot hears of people's where it may."""
    before = record.reactions.get(by.id, [])
    if emoji:
        record.reactions[by.id] = emoji
    else:
        record.reactions.pop(by.id, None)
    world.events.emit("edit", record=record)
    if by is not world.bot and before != emoji and _bot_hears(world, record):
        _tell(world, record, by, before, emoji)


def _bot_hears(world: World, record: Record) -> bool:
    if record.chat.person:
        return world.settings.private_reactions
    return world.bot_member(record.chat).admin


def _tell(world: World, record: Record, by: Account, before: list[str], after: list[str]) -> None:
    place: Json = {"chat": record.chat.json(), "message_id": record.id, "date": world.date()}
    member = record.chat.members.get(by.id)
    if member and member.anonymous:
        given = [one for emoji in record.reactions.values() for one in emoji]
        counts = [{"type": kind, "total_count": given.count(kind["emoji"])} for kind in _types(sorted(set(given)))]
        world.updates.add("message_reaction_count", place | {"reactions": counts})
        return
    change: Json = {"user": by.user(), "old_reaction": _types(before), "new_reaction": _types(after)}
    world.updates.add("message_reaction", place | change)


def _types(emoji: list[str]) -> list[Json]:
    return [{"type": "emoji", "emoji": one} for one in emoji]
