"""Timers: what is stored of them follows from the tickets, as an index follows from its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from bot.domain.levels import next_due_at
from bot.domain.people import Person
from bot.domain.rules import DeskRules
from bot.domain.ticket import Ticket
from bot.domain.timers import Alarm, depends_on_customer, timers_of
from bot.ports import People
from storage.columns import among
from storage.pen import Pen
from storage.repositories.speech import Outgoing
from storage.tables import tickets, timers

MOST_ATTEMPTS = 5
BATCH = 100
_set = upsert(timers)
SET = _set.on_conflict_do_update(
    index_elements=[timers.c.number, timers.c.alarm],
    set_={"due_at": _set.excluded.due_at, "wake_at": _set.excluded.wake_at, "attempts": 0, "told_at": None},
    where=timers.c.due_at != _set.excluded.due_at,
)
THIS = timers.c.number == bindparam("this")
THESE = among(timers.c.alarm, "alarms")
UNSET = delete(timers).where(THIS, THESE)
UNSET_OTHERS = delete(timers).where(THIS, ~THESE)
NOW = bindparam("at", type_=timers.c.wake_at.type)
ONE = (THIS, timers.c.alarm == bindparam("which", type_=timers.c.alarm.type))
CLAIM = delete(timers).where(*ONE, timers.c.wake_at <= NOW).returning(timers.c.wake_at)
PUT_OFF = insert(timers)
DUE = (
    select(timers.c.number, timers.c.alarm)
    .where(timers.c.wake_at <= NOW)
    .order_by(timers.c.wake_at, timers.c.number)
    .limit(BATCH)
)
NEXT = select(func.min(timers.c.wake_at))
ATTEMPTS = select(timers.c.attempts).where(*ONE)
FAILED = update(timers).where(*ONE)
STUCK = timers.c.wake_at.is_(None)
UNTOLD = select(timers.c.number, timers.c.alarm).where(STUCK, timers.c.told_at.is_(None)).order_by(timers.c.number)
LAST_TOLD = select(func.max(timers.c.told_at)).where(STUCK)
TOLD = update(timers).where(STUCK, timers.c.told_at.is_(None))
DUE_AT = update(tickets).where(tickets.c.number == bindparam("this"))
REVIVE = update(timers).where(STUCK).values(wake_at=timers.c.due_at, attempts=0, told_at=None)


@dataclass(slots=True)
class Changed:
    """Tickets of one unit of work: as they were stored, and as they are now.

    `anew`: their timers are written whatever was stored, for not the ticket has changed but something beside it.
    """

    before: dict[int, Ticket] = field(default_factory=dict)
    after: dict[int, Ticket] = field(default_factory=dict)
    anew: set[int] = field(default_factory=set)

    def loaded(self, ticket: Ticket) -> None:
        """What this unit itself has stored tells nothing of the timers that are stored."""
        if ticket.number not in self.after:
            self.before.setdefault(ticket.number, ticket)

    def saved(self, ticket: Ticket) -> None:
        self.after[ticket.number] = ticket

    def known(self, number: int) -> Ticket | None:
        return self.after.get(number) or self.before.get(number)


class SqlTimers:
    def __init__(
        self, pen: Pen, now: datetime, rules: DeskRules, people: People, changed: Changed, out: Outgoing
    ) -> None:
        self._pen = pen
        self._now = now
        self._rules = rules
        self._people = people
        self._changed = changed
        self._outgoing = out
        self._customers: dict[int, Person | None] = {}

    def follow(self, ticket: Ticket) -> None:
        self._changed.saved(ticket)
        self._changed.anew.add(ticket.number)

    def claim(self, number: int, alarm: Alarm) -> datetime | None:
        values = {"this": number, "which": alarm, "at": self._now}
        planned: datetime | None = self._pen.execute(CLAIM, values).value()
        return planned

    def put_off(self, number: int, alarm: Alarm, due: datetime, until: datetime) -> None:
        self._pen.execute(PUT_OFF, {"number": number, "alarm": alarm, "due_at": due, "wake_at": until})

    def finish(self) -> None:
        """Bring the timers of all tickets that have changed in line with them: what is as it was costs nothing."""
        for number, ticket in self._changed.after.items():
            self._bring(ticket, self._changed.before.get(number), anew=number in self._changed.anew)

    def due(self) -> Sequence[tuple[int, Alarm]]:
        return [(number, alarm) for number, alarm in self._pen.execute(DUE, {"at": self._now})]

    def next(self) -> datetime | None:
        return earliest(self._pen)

    def failed(self, number: int, alarm: Alarm) -> bool:
        values: dict[str, Any] = {"this": number, "which": alarm}
        attempts: int | None = self._pen.execute(ATTEMPTS, values).value()
        if attempts is None:
            return False
        stuck = attempts + 1 >= MOST_ATTEMPTS
        again = None if stuck else self._now + timedelta(seconds=2.0**attempts)
        self._pen.execute(FAILED, values | {"attempts": attempts + 1, "wake_at": again})
        return stuck

    def revive(self) -> None:
        self._pen.execute(REVIVE)

    def untold(self) -> Sequence[tuple[int, Alarm]]:
        return [(number, alarm) for number, alarm in self._pen.execute(UNTOLD)]

    def last_told(self) -> datetime | None:
        last: datetime | None = self._pen.execute(LAST_TOLD).value()
        return last

    def told(self) -> None:
        self._pen.execute(TOLD, {"told_at": self._now})

    def _bring(self, ticket: Ticket, before: Ticket | None, *, anew: bool) -> None:
        wanted = self._of(ticket)
        stored = self._of(before) if before is not None and not anew else {}
        changed = {alarm: due for alarm, due in wanted.items() if stored.get(alarm) != due}
        for alarm, due in changed.items():
            self._pen.execute(SET, {"number": ticket.number, "alarm": alarm, "due_at": due, "wake_at": due})
            self._outgoing.expect(due)
        if anew and ticket.clocks is not None:
            self._pen.execute(DUE_AT, {"this": ticket.number, "due_at": next_due_at(ticket, self._rules.terms)})
        if anew:
            self._pen.execute(UNSET_OTHERS, {"this": ticket.number, "alarms": [alarm.value for alarm in wanted]})
        elif gone := stored.keys() - wanted.keys():
            self._pen.execute(UNSET, {"this": ticket.number, "alarms": [alarm.value for alarm in gone]})

    def _of(self, ticket: Ticket) -> dict[Alarm, datetime]:
        rules, hours = self._rules, self._rules.hours_of(ticket.with_service)
        reckoned = partial(timers_of, ticket, rules.times, hours, terms=rules.terms)
        if not depends_on_customer(ticket):
            return reckoned(zone=rules.zone)
        if ticket.customer_id not in self._customers:
            self._customers[ticket.customer_id] = self._people.get(ticket.customer_id)
        customer = self._customers[ticket.customer_id]
        if customer is None:
            return reckoned(zone=rules.zone)
        return reckoned(zone=customer.zone or rules.zone, reachable=customer.reachable)


def earliest(pen: Pen) -> datetime | None:
    """When the first timer is to be looked at."""
    found: datetime | None = pen.execute(NEXT).value()
    return found
