"""What the tables of the desk file mean together: services with their calendars, the desk's terms and times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.desk_file.read import Fault, read
from bot.desk_file.tables import CalendarTable, DeskTables, ServiceTable, TargetsTable
from bot.desk_file.values import weekdays
from bot.domain.calendar import ALWAYS, Calendar, Day
from bot.domain.sla import Goal, Targets, Terms
from bot.domain.team import Service
from bot.domain.ticket import Kind
from bot.domain.times import Times
from bot.ports import Misset, Mistake
from bot.settings import Settings
from locales import LANGUAGES

ALWAYS_NAME, ANY_STAND = "always", "any"
KEY = re.compile(r"[\w-]{1,32}")
FULL_DAY = timedelta(days=1)
LATER = (("acceptance_reminder", "acceptance"), ("nudge", "nudge_lead"), ("draft_recall", "draft_discard"))
"""The first of each has to be less than the second."""


def desk_fields(settings: Settings) -> dict[str, Any]:
    """The fields of DeskRules that the file decides. Raises Misset."""
    path = Path(settings.desk_file)
    if "desk_file" in settings.model_fields_set and not path.exists():
        raise Misset([Mistake("desk-file-absent", {"file": settings.desk_file})])
    written = read(path)
    tables = written.tables
    if faults := list(_faults(tables, settings)):
        raise written.misset(faults)
    calendars = {name: _calendar(table, settings) for name, table in tables.calendars.items()}
    calendars[ALWAYS_NAME] = ALWAYS
    services = {key: _service(key, table, settings, calendars) for key, table in tables.services.items()}
    opening = next((service.calendar for service in services.values()), ALWAYS)
    times = {name: getattr(tables.times, name) for name in Times.__dataclass_fields__}
    return {
        "services": services,
        "contacts": dict(tables.help.contacts or {}),
        "times": Times(**times),
        "terms": Terms(opening, dict(_targets(tables, opening)), tables.times.warning / 100),
    }


def _service(key: str, table: ServiceTable, settings: Settings, calendars: Mapping[str, Calendar]) -> Service:
    return Service(
        key=key,
        names=table.name or dict.fromkeys(LANGUAGES, key),
        chat_id=table.chat or settings.staff_chat_id,
        assignment=table.assignment,
        capacity=table.capacity,
        leads=frozenset(table.leads),
        calendar=calendars[table.calendar],
    )


def _calendar(table: CalendarTable, settings: Settings) -> Calendar:
    week: list[Day] = [()] * 7
    for key, hours in table.hours.items():
        for day in weekdays(key):
            week[day] = hours
    special: dict[date, Day] = dict.fromkeys(table.holidays, ()) | table.days
    return Calendar(tuple(week), (table.zone or settings.timezone).key, tuple(sorted(special.items())))


def _targets(tables: DeskTables, calendar: Calendar) -> Iterator[tuple[tuple[str | None, Kind], Targets]]:
    day = longest_day(calendar)
    for stand, kinds in tables.targets.items():
        for kind, table in kinds.items():
            yield (None if stand == ANY_STAND else stand, Kind(kind)), _target(table, day)


def _target(table: TargetsTable, day: timedelta) -> Targets:
    lengths = {goal.value: getattr(table, goal.value) for goal in Goal}
    return Targets(**{goal: length.lasting(day) for goal, length in lengths.items() if length})


def longest_day(calendar: Calendar) -> timedelta:
    """What one day is in a target: the open time of the longest day of the week, 24 hours where it never closes."""
    return max(sum((_open(opens, closes) for opens, closes in day), timedelta()) for day in calendar.week)


def _open(opens: Any, closes: Any) -> timedelta:
    one_day = date.min
    length = datetime.combine(one_day, closes) - datetime.combine(one_day, opens)
    return length if length > timedelta() else length + FULL_DAY


def _faults(tables: DeskTables, settings: Settings) -> Iterator[Fault]:
    """What no table can know by itself."""
    for name in (*tables.services, *tables.calendars):
        if KEY.fullmatch(name) is None:
            yield Fault(("services" if name in tables.services else "calendars", name), "key")
    if ALWAYS_NAME in tables.calendars:
        yield Fault(("calendars", ALWAYS_NAME), "calendar-name")
    for key, service in tables.services.items():
        if service.calendar not in {ALWAYS_NAME, *tables.calendars}:
            yield Fault(("services", key, "calendar"), "calendar")
    for name, calendar in tables.calendars.items():
        yield from _calendar_faults(name, calendar)
    for stand, kinds in tables.targets.items():
        if stand not in {ANY_STAND, *settings.stands}:
            yield Fault(("targets", stand), "stand")
        yield from (Fault(("targets", stand, kind), "kind") for kind in kinds if kind not in set(Kind))
    yield from _times_faults(tables)


def _calendar_faults(name: str, table: CalendarTable) -> Iterator[Fault]:
    named: set[int] = set()
    for key in table.hours:
        path = ("calendars", name, "hours", key)
        try:
            days = set(weekdays(key))
        except ValueError:
            yield Fault(path, "weekday")
            continue
        if named & days:
            yield Fault(path, "weekday-once")
        named |= days
    if not any(table.hours.values()):
        yield Fault(("calendars", name, "hours"), "hours")
    if len(set(table.holidays)) < len(table.holidays) or set(table.holidays) & table.days.keys():
        yield Fault(("calendars", name, "holidays"), "dates")


def _times_faults(tables: DeskTables) -> Iterator[Fault]:
    """What comes later in life has to be later."""
    times = tables.times
    for earlier, later in LATER:
        if getattr(times, earlier) < getattr(times, later):
            continue
        if later in times.model_fields_set:
            yield Fault(("times", later), "more", earlier)
        else:
            yield Fault(("times", earlier), "less", later)
    if times.silence is not None and times.question_reminders and times.silence <= max(times.question_reminders):
        named = "silence" if "silence" in times.model_fields_set else "question_reminders"
        yield Fault(("times", named), "silence-last")
