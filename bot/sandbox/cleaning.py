"""Text as Telegram stores it: cleaned of control characters, trimmed, the entities moved along."""

from __future__ import annotations

import re
from bisect import bisect_left

from bot.sandbox.entities import Entity, end
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.nesting import nested
from bot.sandbox.utf16 import is_half, narrow, widen

_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_TO_SPACE = {code: " " for code in range(32) if code not in (10, 13)}
_MARKS = re.compile("[\u200e\u200f]+(?=[\u200e\u200f])")
_BLANK = re.compile(
    "[ \n\u00a0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc\U000e0000-\U000e007f]*"
)


def tidy(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cleaned and trimmed text with entities that fit it and each other.

    Only spaces and line feeds are trimmed, on the left no further than the first entity. Refused when an
    entity reaches over the text's end or cuts a UTF-16 pair.
    """
    ordered = nested(entities)
    units = widen(text)
    for entity in ordered:
        _check(units, entity)
    cleaned, moved = _cleaned(units, ordered)
    cleaned, moved = _trimmed(cleaned, nested(moved))
    return narrow(cleaned), moved


def is_blank(text: str) -> bool:
    """Whether Telegram takes the text for empty: nothing but white space and invisible characters."""
    return _BLANK.fullmatch(text) is not None


def _cleaned(units: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    gone = [found.start() for found in _REMOVED.finditer(units)]
    text = _REMOVED.sub("", units).translate(_TO_SPACE)
    text = _MARKS.sub(lambda found: "\u200c" * len(found.group()), text)
    moved = [_between(entity, _without(gone, entity["offset"]), _without(gone, end(entity))) for entity in entities]
    return text, [entity for entity in moved if entity["length"]]


def _without(gone: list[int], place: int) -> int:
    return place - bisect_left(gone, place)


def _trimmed(units: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    stop = len(units.rstrip(" \n"))
    kept = [entity for entity in entities if entity["offset"] < stop]
    kept = [_between(entity, entity["offset"], min(end(entity), stop)) for entity in kept]
    blank = stop - len(units[:stop].lstrip(" \n"))
    begin = min([blank, *(entity["offset"] for entity in kept)])
    moved = [_between(entity, entity["offset"] - begin, end(entity) - begin) for entity in kept]
    return units[begin:stop], nested(moved)


def _between(entity: Entity, begin: int, stop: int) -> Entity:
    return {**entity, "offset": begin, "length": stop - begin}


def _check(units: str, entity: Entity) -> None:
    """The four ways in which an entity does not fit its text; byte offsets are those of the UTF-8 text."""
    begin, stop = entity["offset"], end(entity)
    if begin > len(units):
        raise bad_request(f"Entity begins after the end of the text at UTF-16 offset {begin}")
    if is_half(units, begin):
        at = _bytes(units, begin)
        raise bad_request(f"Entity begins in a middle of a UTF-16 symbol at byte offset {at}")
    if is_half(units, stop):
        raise _ends(begin, f"in a middle of a UTF-16 symbol at byte offset {_bytes(units, stop)}")
    if stop > len(units):
        raise _ends(begin, f"after the end of the text at UTF-16 offset {stop}")


def _ends(begin: int, where: str) -> ApiError:
    return bad_request(f"Entity beginning at UTF-16 offset {begin} ends {where}")


def _bytes(units: str, half: int) -> int:
    """Bytes up to and with the character that ``half`` cuts."""
    return len(narrow(units[: half + 1]).encode())
