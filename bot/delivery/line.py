"""The outbox's rows in memory: who stands in which line, and who may go next."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice, takewhile

from bot.domain.statements import Relay, TicketTopic
from bot.ports import Queued, Row

AGEING = 60.0
"""Seconds of waiting that are worth one step of priority, so that nothing starves."""
JOINED_MOST = 100
"""Rows that are looked at for one message."""


@dataclass(slots=True)
class Line:
    """The rows of one order key. `away`: the one that is on its way; `units` is what the head was found to cost.

    `left`: when a head last set out; `served`: when the last one that arrived had set out.
    """

    rows: deque[Row] = field(default_factory=deque)
    away: int | None = None
    units: int = 1
    left: datetime | None = None
    served: datetime | None = None


class Lines:
    """A mirror of the waiting rows, kept by what commits report and what sending finds out."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._lines: dict[str, Line] = {}
        self.take_in(Queued(rows=tuple(rows)))

    def __len__(self) -> int:
        return sum(len(line.rows) for line in self._lines.values())

    def take_in(self, queued: Queued) -> None:
        """Rows added at the end of their line, put off where they stand, or replaced by a newer one."""
        gone = set(queued.replaced)
        if gone:
            for line in self._lines.values():
                line.rows = deque(row for row in line.rows if row.id not in gone)
        for row in queued.rows:
            line = self._lines.setdefault(row.order_key, Line())
            if any(known.id == row.id for known in line.rows):
                line.rows = deque(row if known.id == row.id else known for known in line.rows)
            else:
                line.rows.append(row)

    def heads(self, now: datetime) -> list[tuple[Row, int]]:
        """The first row of each free line that may go now, with its cost; most urgent first."""
        due = [(line, row) for line, row in self._free() if row.not_before is None or row.not_before <= now]
        return [(row, line.units) for line, row in sorted(due, key=lambda head: _urgency(head[0], head[1], now))]

    def behind(self, head: Row) -> list[Row]:
        """The messages that wait right behind this one, and could go along with it. None of them waits for a moment of
        its own.
        """
        if not _whole(head):
            return []
        waiting = islice(self._lines[head.order_key].rows, 1, JOINED_MOST)
        return list(takewhile(lambda row: _whole(row) and row.to == head.to, waiting))

    def next_moment(self, now: datetime) -> datetime | None:
        """When the first row that is put off becomes due."""
        moments = [row.not_before for _, row in self._free() if row.not_before and row.not_before > now]
        return min(moments, default=None)

    def away(self) -> set[int]:
        """The rows on their way."""
        return {line.away for line in self._lines.values() if line.away is not None}

    def leave(self, row: Row, now: datetime) -> None:
        line = self._lines[row.order_key]
        line.away, line.left = row.id, now

    def stay(self, row: Row, units: int = 1) -> None:
        """Not sent: it keeps its place."""
        line = self._lines[row.order_key]
        if line.away == row.id:
            line.away, line.units = None, units

    def put_off(self, row: Row, until: datetime | None, *, part: int | None = None) -> None:
        line = self._lines[row.order_key]
        if line.rows and line.rows[0].id == row.id:
            head = line.rows.popleft()
            here = row.part if part is None else part
            line.rows.appendleft(replace(head, not_before=until, part=here, in_doubt=False))
        self.stay(row)

    def done(self, row: Row, along: Sequence[Row] = ()) -> None:
        """`along`: what went with it."""
        line = self._lines[row.order_key]
        gone = {row.id, *(other.id for other in along)}
        line.rows = deque(known for known in line.rows if known.id not in gone)
        line.served = line.left
        self.stay(row)
        if not line.rows:
            del self._lines[row.order_key]

    def _free(self) -> Iterator[tuple[Line, Row]]:
        return ((line, line.rows[0]) for line in self._lines.values() if line.rows and line.away is None)


def _whole(row: Row) -> bool:
    """Somebody's message for a topic, of which nothing is said yet."""
    return isinstance(row.payload, Relay) and isinstance(row.to, TicketTopic) and row.part == 0


def _urgency(line: Line, row: Row, now: datetime) -> tuple[float, int]:
    """A line that has just been served begins to wait anew, so that a long one holds up no other."""
    since = row.created_at if line.served is None else max(row.created_at, line.served)
    return row.priority - (now - since).total_seconds() / AGEING, row.id
