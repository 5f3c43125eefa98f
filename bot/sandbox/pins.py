"""Pinned messages; in a forum they belong to their topic."""

from __future__ import annotations

from bot.sandbox.chats import Account, Record
from bot.sandbox.posting import service, shallow
from bot.sandbox.world import World


def pins_of(record: Record) -> list[int]:
    topic = record.chat.topics.get(record.topic) if record.topic is not None else None
    return topic.pinned if topic else record.chat.pinned


def pin(world: World, record: Record, by: Account) -> None:
    """Pin and leave the service message; pinning what is pinned does nothing."""
    pins = pins_of(record)
    if record.id in pins:
        return
    pins.append(record.id)
    service(world, record.chat, by, {"pinned_message": shallow(record.message)}, topic=record.topic)
    world.events.emit("edit", record=record)


def unpin(world: World, record: Record) -> None:
    pins = pins_of(record)
    if record.id in pins:
        pins.remove(record.id)
        world.events.emit("edit", record=record)
