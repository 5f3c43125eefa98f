"""Working time, whatever the hours, the zone and the holidays."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.calendar import Calendar, Day

search = settings(max_examples=60, deadline=None)
ZERO = timedelta(0)
MINUTE = timedelta(minutes=1)
ZONES = (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/Havana",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "Pacific/Apia",
)
zones = st.sampled_from(ZONES)


def local(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)


@st.composite
def days(draw: st.DrawFn) -> Day:
    edges = sorted(draw(st.sets(st.integers(0, 24 * 60), max_size=6)))
    return tuple((local(opens), local(closes)) for opens, closes in zip(edges[::2], edges[1::2], strict=False))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    one, other = draw(days().filter(any)), draw(days())
    plan = draw(st.lists(st.sampled_from((one, other, ())), min_size=6, max_size=6))
    closed = draw(st.lists(st.integers(0, 729), max_size=9, unique=True))
    holidays = tuple((date(2026, 1, 1) + timedelta(days=day), other) for day in closed)
    return Calendar((*plan, one), draw(zones), holidays)


moments = st.timedeltas(ZERO, timedelta(days=730)).map(lambda passed: datetime(2026, 1, 1, tzinfo=UTC) + passed)
worktimes = st.timedeltas(ZERO, timedelta(days=30))


@search
@given(calendars(), moments, moments, moments)
def test_working_time_is_additive(terms: Calendar, one: datetime, two: datetime, three: datetime) -> None:
    start, middle, end = sorted((one, two, three))
    passed = terms.working_time(start, middle) + terms.working_time(middle, end)
    assert passed == terms.working_time(start, end)


@search
@given(calendars(), moments, moments, st.timedeltas(ZERO, timedelta(days=9)))
def test_working_time_only_grows_and_never_faster_than_time(
    terms: Calendar, start: datetime, end: datetime, later: timedelta
) -> None:
    passed, more = terms.working_time(start, end), terms.working_time(start, end + later)
    assert ZERO <= passed <= more <= passed + later
    assert start < end or passed == ZERO


@search
@given(calendars(), moments, moments, zones, zones)
def test_working_time_does_not_ask_in_which_zone_a_moment_is_given(
    terms: Calendar, start: datetime, end: datetime, here: str, there: str
) -> None:
    start_here, end_there = start.astimezone(ZoneInfo(here)), end.astimezone(ZoneInfo(there))
    assert terms.working_time(start_here, end_there) == terms.working_time(start, end)
    assert terms.next_open(start_here) == terms.next_open(start)
    assert terms.open_at(start_here) == terms.open_at(start)
    assert terms.noon_of_next_working_day(start_here) == terms.noon_of_next_working_day(start)
    assert terms.working_days_later(start_here, 2) == terms.working_days_later(start, 2)


@search
@given(calendars(), moments, worktimes)
def test_what_was_added_has_passed_and_not_a_moment_earlier(
    terms: Calendar, start: datetime, worktime: timedelta
) -> None:
    due = terms.add(start, worktime)
    assert due.tzinfo is UTC
    assert terms.working_time(start, due) == worktime
    assert due == start or terms.working_time(start, due - due.resolution) < worktime


@search
@given(calendars(), moments, moments)
def test_adding_what_has_passed_never_leads_beyond(terms: Calendar, start: datetime, end: datetime) -> None:
    passed = terms.working_time(start, end)
    assert terms.add(start, passed) <= max(start, end)


@search
@given(calendars(), moments)
def test_nothing_passes_until_the_desk_opens_and_then_it_does(terms: Calendar, at: datetime) -> None:
    opens = terms.next_open(at)
    assert opens >= at
    assert terms.working_time(at, opens) == ZERO
    assert terms.open_at(opens)
    assert terms.working_time(opens, opens + MINUTE / 60) > ZERO
    assert terms.open_at(at) == (opens == at)


@search
@given(calendars(), moments, st.integers(0, 3 * 24 * 60))
def test_the_desk_is_open_when_the_clock_on_its_wall_says_so(terms: Calendar, start: datetime, minutes: int) -> None:
    """Away from changes of the clocks, by looking at the wall."""
    zone = ZoneInfo(terms.zone)
    at = start + minutes * MINUTE
    day = timedelta(days=1)
    if len({(at + shift).astimezone(zone).utcoffset() for shift in (-day, ZERO, day)}) > 1:
        return
    wall = at.astimezone(zone)
    hours = dict(terms.holidays).get(wall.date(), terms.week[wall.weekday()])
    assert terms.open_at(at) == any(
        opens <= wall.time() and (closes == time(0) or wall.time() < closes) for opens, closes in hours
    )


@search
@given(calendars(), moments, st.integers(1, 15))
def test_working_days_are_counted_one_by_one(terms: Calendar, start: datetime, days: int) -> None:
    """Also when the time of day is brought into other hours on the way."""
    zone = ZoneInfo(terms.zone)
    found = [terms.working_days_later(start, n).astimezone(zone) for n in range(1, days + 1)]
    dates = [start.astimezone(zone).date(), *(at.date() for at in found)]
    assert all(earlier < later for earlier, later in pairwise(dates))
    assert all(terms.open_at(at) or terms.working_time(at - MINUTE, at) > ZERO for at in found)
