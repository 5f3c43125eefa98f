"""Releases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, func, insert, literal_column, or_, select, update

from bot.domain.lifecycle import Status
from bot.domain.release import Release, ReleaseState, Version
from bot.domain.ticket.ending import REOPENABLE
from bot.ports import Reach
from storage.pen import Pen
from storage.repositories.tickets import BIGGEST
from storage.tables import releases, tickets

TELLABLE = 50
VERSION = (releases.c.product, releases.c.component, releases.c.build)
RELEASE = (
    *VERSION, releases.c.stand, releases.c.on, releases.c.state, releases.c.by_id, releases.c.by_name,
    releases.c.turn, releases.c.telling, releases.c.told, releases.c.id,
)  # fmt: skip
NEWEST = tuple(part.desc() for part in VERSION)
ALL_RELEASES: Select[Any] = select(*RELEASE)
GET = ALL_RELEASES.where(releases.c.id == bindparam("this"))
FIND = ALL_RELEASES.where(
    releases.c.product == bindparam("x"),
    releases.c.component == bindparam("y"),
    releases.c.build == bindparam("z"),
    releases.c.stand == bindparam("where"),
)
ADD = insert(releases).returning(releases.c.id)
SAVE = update(releases).where(releases.c.id == bindparam("this"))
_planned = (releases.c.state == ReleaseState.SCHEDULED) & (releases.c.on >= bindparam("today"))
_there = ALL_RELEASES.where(releases.c.stand == bindparam("where"))
PROMISABLE = _there.where(_planned).order_by(releases.c.on, *VERSION)
TELLABLES = _there.where(_planned | (releases.c.state == ReleaseState.PUBLISHED)).order_by(*NEWEST).limit(TELLABLE)
# Word by word the condition of the partial index.
UNFINISHED = ALL_RELEASES.where(literal_column("telling")).order_by(releases.c.id).limit(1)
_carries = tickets.c.promised == bindparam("this")
_solved = tickets.c.cause.is_not(None) & or_(*(tickets.c.closing == closing for closing in sorted(REOPENABLE)))
REACH = (
    select(tickets.c.status, func.count())
    .where(_carries, (tickets.c.status != Status.CLOSED) | _solved)
    .group_by(tickets.c.status)
)


class SqlReleases:
    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def get(self, release: int) -> Release | None:
        return self._one(GET, this=release) if release <= BIGGEST else None

    def find(self, version: Version, stand: str) -> Release | None:
        return self._one(FIND, x=version.product, y=version.component, z=version.build, where=stand)

    def save(self, release: Release) -> Release:
        if release.id:
            self._pen.execute(SAVE, {**_values(release), "this": release.id})
            return release
        return replace(release, id=self._pen.execute(ADD, _values(release)).value())

    def promisable(self, stand: str, today: date) -> list[Release]:
        return [read(row) for row in self._pen.execute(PROMISABLE, {"where": stand, "today": today})]

    def tellable(self, stand: str, today: date) -> list[Release]:
        return [read(row) for row in self._pen.execute(TELLABLES, {"where": stand, "today": today})]

    def reach(self, release: int) -> Reach:
        found: dict[Status, int] = dict(self._pen.execute(REACH, {"this": release}))
        return Reach(*(found.get(status, 0) for status in (Status.WAITING_RELEASE, Status.COMPLETED, Status.CLOSED)))

    def unfinished(self) -> Release | None:
        return self._one(UNFINISHED)

    def _one(self, query: Select[Any], **wanted: Any) -> Release | None:
        row = self._pen.execute(query, wanted).first()
        return read(row) if row else None


def read(row: Any) -> Release:
    """Of a row that begins with RELEASE."""
    return Release(Version(*row[:3]), *row[3 : len(RELEASE)])


def _values(release: Release) -> dict[str, Any]:
    return {
        "product": release.version.product,
        "component": release.version.component,
        "build": release.version.build,
        "stand": release.stand,
        "on": release.on,
        "state": release.state,
        "by_id": release.by_id,
        "by_name": release.by_name,
        "turn": release.turn,
        "telling": release.telling,
        "told": release.told,
    }
