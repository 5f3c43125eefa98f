"""How entities may overlap (tdlib's rules): everything else is cut apart, merged or dropped.

Links, mentions, emoji, code and found entities never overlap each other; quotes never overlap quotes and
hold others only whole; bold and its like go around and into everything but code, ``pre`` and times, cut
where others begin or end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from bot.sandbox.entities import OPAQUE, QUOTES, STYLES, Entity, end, sort_key


def nested(entities: list[Entity], found: list[Entity] | None = None) -> list[Entity]:
    """The entities as Telegram keeps them, sorted. Those ``found`` in the text give way to the given ones."""
    ordered = sorted(entities, key=sort_key)
    styles = [entity for entity in ordered if entity["type"] in STYLES]
    quotes = _apart([entity for entity in ordered if entity["type"] in QUOTES])
    whole = _apart([entity for entity in ordered if entity["type"] not in (*STYLES, *QUOTES)])
    whole = _beside(whole, found or [])
    others = [entity for entity in whole if not any(_crosses(entity, quote) for quote in quotes)] + quotes
    return sorted([*others, *_styled(styles, others)], key=sort_key)


def _apart(ordered: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in ordered:
        if not kept or entity["offset"] >= end(kept[-1]):
            kept.append(entity)
    return kept


def _beside(whole: list[Entity], found: list[Entity]) -> list[Entity]:
    free = [entity for entity in found if not any(_overlap(entity, other) for other in whole)]
    return sorted([*whole, *free], key=sort_key)


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(one["offset"] < end(other) and other["offset"] < end(one))


def _crosses(entity: Entity, quote: Entity) -> bool:
    inside = quote["offset"] <= entity["offset"] and end(entity) <= end(quote)
    return _overlap(entity, quote) and not inside


def _styled(styles: list[Entity], others: list[Entity]) -> list[Entity]:
    runs = {kind: _runs([entity for entity in styles if entity["type"] == kind]) for kind in STYLES}
    cuts = {begin for spans in runs.values() for begin, _ in spans}
    cuts |= {place for other in others for place in (other["offset"], end(other))}
    opaque = [other for other in others if other["type"] in OPAQUE]
    places = sorted(cuts)
    return [
        {"type": kind, "offset": begin, "length": stop - begin}
        for kind, spans in runs.items()
        for span in spans
        for begin, stop in _pieces(span, places)
        if not any(code["offset"] <= begin < end(code) for code in opaque)
    ]


def _runs(ordered: list[Entity]) -> list[tuple[int, int]]:
    """The stretches of one style; those that touch or overlap are one."""
    runs: list[tuple[int, int]] = []
    for entity in ordered:
        begin, stop = entity["offset"], end(entity)
        if runs and begin <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(runs[-1][1], stop))
        else:
            runs.append((begin, stop))
    return runs


def _pieces(span: tuple[int, int], places: list[int]) -> list[tuple[int, int]]:
    begin, stop = span
    inner = places[bisect_right(places, begin) : bisect_left(places, stop)]
    return list(pairwise([begin, *inner, stop]))
