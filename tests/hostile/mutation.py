"""Updates as no Telegram should send them."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

HUGE = 2**70
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**63, HUGE, -HUGE, 1.5, "", "x", "/start", "\x00", "\ud800", "x" * 5000,
    [], {}, [None], [[]], {"id": 1}, [{"type": "bold", "offset": 0, "length": HUGE}], {"type": "private", "id": 1},
    {"$": "Relay", "message": 1},
)  # fmt: skip
KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member", "dreamt_message", "poll")

Place = tuple[Any, Any]


def mutated(update: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The update with one to four things taken away, put wrong, doubled, or moved; its id stays."""
    made: dict[str, Any] = copy.deepcopy(update)
    for _ in range(chance.randint(1, 4)):
        places = [place for place in _places(made) if place[1] != "update_id"]
        if places:
            _mutate(*chance.choice(places), made, chance)
    return made


def _mutate(holder: Any, key: Any, whole: dict[str, Any], chance: random.Random) -> None:
    match chance.randrange(6):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[chance.choice(("dream", *_names(whole)))] = holder.pop(key)
        case 2:
            other, name = chance.choice(list(_places(whole)))
            holder[key] = copy.deepcopy(other[name])
        case 3 if holder is whole:
            holder[chance.choice(KINDS)] = holder.pop(key)
        case _:
            holder[key] = copy.deepcopy(chance.choice(VALUES))


def _names(whole: Any) -> list[str]:
    return sorted({key for _, key in _places(whole) if isinstance(key, str) and key != "update_id"})


def _places(of: Any) -> Iterator[Place]:
    """Every place in it where something stands."""
    items = list(of.items()) if isinstance(of, dict) else list(enumerate(of)) if isinstance(of, list) else []
    for key, value in items:
        yield of, key
        yield from _places(value)
