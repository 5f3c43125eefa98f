"""Working time, by example: the hours of the contract, breaks, holidays, the clocks going forward and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import (
    ALWAYS,
    ROUND_THE_CLOCK,
    Calendar,
    Day,
    ImpossibleCalendar,
    customer_hours,
    reminder_at,
    weekly,
)

BERLIN = ZoneInfo("Europe/Berlin")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
MIDNIGHT = time(0)


def at(text: str, zone: ZoneInfo = BERLIN, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


def hours(text: str) -> tuple[time, time]:
    """`9-17`, `9:30-12`, `22-24`."""
    ends = []
    for end in text.split("-"):
        hour, _, minute = end.partition(":")
        ends.append(time(int(hour) % 24, int(minute or 0)))
    return ends[0], ends[1]


def calendar(*days: str, zone: str = "Europe/Berlin", **closed: str) -> Calendar:
    """Each day as "9-12 13-17"; one for Monday to Friday, or seven."""
    week = tuple(tuple(map(hours, day.split())) for day in days)
    return Calendar(week if len(days) == 7 else weekly(*week[0]), zone)


def hour(number: float) -> timedelta:
    return timedelta(hours=number)


OFFICE = calendar("9-17")
LUNCH = calendar("9-12 13-17")
# In 2026 the 23rd of November is a Monday, Berlin goes forward on March 29th and back on October 25th (Sundays).


def with_holidays(*days: tuple[str, Day], of: Calendar = OFFICE) -> Calendar:
    return Calendar(of.week, of.zone, tuple((date.fromisoformat(day), open_) for day, open_ in days))


CONTRACT = {
    "Fri 16:30 + 1 h": (OFFICE, "2026-11-27 16:30", 1, "2026-11-30 09:30"),
    "16:00 + 4 h, 8 to 18": (calendar("8-18"), "2026-11-24 16:00", 4, "2026-11-25 10:00"),
    "16 h over a short and a closed day": (
        calendar("9-17", "9-16", "", "8-17", "", "", ""), "2026-11-23 11:00", 16, "2026-11-26 11:00"),
    "over lunch": (LUNCH, "2026-11-24 11:30", 1, "2026-11-24 13:30"),
    "to the start of lunch and no further": (LUNCH, "2026-11-24 11:00", 1, "2026-11-24 12:00"),
    "from within lunch": (LUNCH, "2026-11-24 12:20", 1, "2026-11-24 14:00"),
    "to the closing moment": (OFFICE, "2026-11-27 16:00", 1, "2026-11-27 17:00"),
    "from the closing moment": (OFFICE, "2026-11-27 17:00", 1, "2026-11-30 10:00"),
    "over a holiday": (with_holidays(("2026-11-30", ())), "2026-11-27 16:30", 1, "2026-12-01 09:30"),
    "over a short day": (
        with_holidays(("2026-11-30", (hours("9-10"),))), "2026-11-27 16:30", 2, "2026-12-01 09:30"),
    "on a Saturday that is worked": (
        with_holidays(("2026-11-28", (hours("10-14"),))), "2026-11-27 16:30", 1, "2026-11-28 10:30"),
    "through three weeks": (OFFICE, "2026-11-23 09:00", 15 * 8, "2026-12-11 17:00"),
}  # fmt: skip


@pytest.mark.parametrize(("terms", "start", "worktime", "due"), CONTRACT.values(), ids=CONTRACT)
def test_a_target_is_due_when_its_working_time_has_passed(
    terms: Calendar, start: str, worktime: float, due: str
) -> None:
    assert terms.add(at(start), hour(worktime)) == at(due)
    assert terms.working_time(at(start), at(due)) == hour(worktime)


NIGHT_AND_DAY = Calendar(ROUND_THE_CLOCK, "Europe/Berlin")
CHANGES = {
    "a day going forward has 23 hours": (NIGHT_AND_DAY, "2026-03-29 00:00", "2026-03-30 00:00", 23),
    "a day going back has 25": (NIGHT_AND_DAY, "2026-10-25 00:00", "2026-10-26 00:00", 25),
    "hours around the jump": (calendar(*["0-8"] * 7), "2026-03-29 00:00", "2026-03-29 23:00", 7),
    "hours around the repetition": (calendar(*["0-8"] * 7), "2026-10-25 00:00", "2026-10-25 23:00", 9),
    "hours that begin in the jump begin with it": (
        calendar(*["2:30-8"] * 7), "2026-03-29 00:00", "2026-03-29 23:00", 5),
    "hours that end in the jump end with it": (
        calendar(*["0-2:30"] * 7), "2026-03-29 00:00", "2026-03-29 23:00", 2),
    "hours within the jump never come": (calendar(*["2-2:45 9-10"] * 7), "2026-03-29 00:00", "2026-03-29 23:00", 1),
    "hours that begin in the repetition begin the first time": (
        calendar(*["2:30-8"] * 7), "2026-10-25 00:00", "2026-10-25 23:00", 6.5),
    "hours that end in the repetition end the first time": (
        calendar(*["0-2:30"] * 7), "2026-10-25 00:00", "2026-10-25 23:00", 2.5),
    "hours that touch in the repetition are all of it": (
        calendar(*["0-2:30 2:30-8"] * 7), "2026-10-25 00:00", "2026-10-25 23:00", 9),
    "a working week with a change in its weekend": (OFFICE, "2026-03-27 12:00", "2026-03-30 12:00", 8),
}  # fmt: skip


@pytest.mark.parametrize(("terms", "start", "end", "passed"), CHANGES.values(), ids=CHANGES)
def test_working_time_is_what_really_passed_when_the_clocks_change(
    terms: Calendar, start: str, end: str, passed: float
) -> None:
    assert terms.working_time(at(start), at(end)) == hour(passed)


def test_a_change_of_half_an_hour_counts_half_an_hour() -> None:
    round_the_clock = Calendar(ROUND_THE_CLOCK, "Australia/Lord_Howe")
    start = {month: at(f"2026-{month}", LORD_HOWE) for month in ("04-05", "04-06", "10-04", "10-05")}
    assert round_the_clock.working_time(start["04-05"], start["04-06"]) == hour(24.5)
    assert round_the_clock.working_time(start["10-04"], start["10-05"]) == hour(23.5)
    early = calendar(*["1-3"] * 7, zone="Australia/Lord_Howe")
    assert early.add(start["10-04"], hour(1.5)) == at("2026-10-04 03:00", LORD_HOWE)
    assert early.add(start["04-05"], hour(2.5)) == at("2026-04-05 03:00", LORD_HOWE)


def test_the_second_of_two_equal_local_times_is_an_hour_later() -> None:
    first, second = at("2026-10-25 02:15"), at("2026-10-25 02:15", fold=1)
    assert NIGHT_AND_DAY.working_time(first, second) == hour(1)
    assert NIGHT_AND_DAY.add(first, hour(1)) == second.astimezone(UTC)


def test_a_clock_that_goes_back_over_midnight_loses_nothing() -> None:
    newfoundland = ZoneInfo("America/St_Johns")  # Sunday 2006-10-29 00:01 was Saturday 23:01 again
    terms = calendar(*[""] * 6, "0-8", zone="America/St_Johns")
    saturday, sunday = at("2006-10-28 12:00", newfoundland), at("2006-10-29 12:00", newfoundland)
    again = at("2006-10-28 23:30", newfoundland, fold=1)
    assert terms.working_time(saturday, sunday) == hour(9)
    assert terms.working_time(saturday, again) + terms.working_time(again, sunday) == hour(9)
    assert terms.open_at(again)


def test_a_day_that_a_zone_left_out_has_no_hours() -> None:
    samoa = Calendar(ROUND_THE_CLOCK, "Pacific/Apia")  # there was no 2011-12-30
    apia = ZoneInfo("Pacific/Apia")
    assert samoa.working_time(at("2011-12-29", apia), at("2012-01-01", apia)) == hour(48)
    assert samoa.working_days_later(at("2011-12-29 10:00", apia), 1) == at("2011-12-31 10:00", apia)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-24 10:00", "2026-11-24 10:00"),
        ("2026-11-24 09:00", "2026-11-24 09:00"),
        ("2026-11-24 08:59", "2026-11-24 09:00"),
        ("2026-11-24 12:00", "2026-11-24 13:00"),
        ("2026-11-24 17:00", "2026-11-25 09:00"),
        ("2026-11-28 10:00", "2026-11-30 09:00"),
    ],
)
def test_the_next_open_moment_is_now_or_the_next_opening(moment: str, opens: str) -> None:
    assert LUNCH.next_open(at(moment)) == at(opens)
    assert LUNCH.open_at(at(moment)) == (moment == opens)


def test_the_desk_is_open_in_an_hour_that_comes_twice() -> None:
    assert NIGHT_AND_DAY.open_at(at("2026-10-25 02:15"))
    assert NIGHT_AND_DAY.open_at(at("2026-10-25 02:15", fold=1))


def test_without_a_calendar_all_time_counts() -> None:
    start = at("2026-11-28 03:00")
    assert ALWAYS.open_at(start)
    assert ALWAYS.add(start, hour(100)) == (start.astimezone(UTC) + hour(100))
    assert ALWAYS.working_time(start, start + timedelta(days=400)) == timedelta(days=400)


WORKING_DAYS = {
    "the next day": (LUNCH, "2026-11-24 10:00", 1, "2026-11-25 10:00"),
    "over the weekend": (LUNCH, "2026-11-27 10:00", 1, "2026-11-30 10:00"),
    "the second over the weekend": (LUNCH, "2026-11-27 10:00", 2, "2026-12-01 10:00"),
    "from a Sunday": (LUNCH, "2026-11-29 10:00", 1, "2026-11-30 10:00"),
    "over a holiday": (with_holidays(("2026-11-25", ())), "2026-11-24 10:00", 1, "2026-11-26 10:00"),
    "before it opens": (LUNCH, "2026-11-24 06:00", 1, "2026-11-25 09:00"),
    "in the break": (LUNCH, "2026-11-24 12:10", 1, "2026-11-25 13:00"),
    "after it closed": (LUNCH, "2026-11-24 22:00", 1, "2026-11-25 17:00"),
    "over a change of the clocks": (OFFICE, "2026-03-27 10:00", 1, "2026-03-30 10:00"),
}


@pytest.mark.parametrize(("terms", "start", "days", "due"), WORKING_DAYS.values(), ids=WORKING_DAYS)
def test_working_days_keep_the_local_time_within_the_hours(terms: Calendar, start: str, days: int, due: str) -> None:
    assert terms.working_days_later(at(start), days) == at(due)


def test_a_local_time_that_the_clocks_skip_is_the_moment_of_the_jump() -> None:
    assert NIGHT_AND_DAY.working_days_later(at("2026-03-28 02:30"), 1) == at("2026-03-29 03:00")


@pytest.mark.parametrize(
    ("moment", "noon"),
    [
        ("2026-11-24 20:00", "2026-11-25 12:00"),
        ("2026-11-24 06:00", "2026-11-24 12:00"),
        ("2026-11-24 12:30", "2026-11-25 12:00"),
        ("2026-11-24 09:00", "2026-11-25 12:00"),
        ("2026-11-24 10:00", "2026-11-25 12:00"),
        ("2026-11-28 10:00", "2026-11-30 12:00"),
    ],
)
def test_noon_is_that_of_the_working_day_that_opens_next(moment: str, noon: str) -> None:
    assert LUNCH.noon_of_next_working_day(at(moment)) == at(noon)


def test_a_date_has_passed_at_its_local_midnight() -> None:
    assert OFFICE.end_of(date(2026, 10, 25)) == at("2026-10-26 00:00")


@pytest.mark.parametrize(
    ("wanted", "goes_out"),
    [
        ("2026-11-24 10:00", "2026-11-24 10:00"),
        ("2026-11-24 03:00", "2026-11-24 09:00"),
        ("2026-11-24 20:00", "2026-11-25 09:00"),
        ("2026-11-28 12:00", "2026-11-30 09:00"),
    ],
)
def test_a_reminder_waits_for_a_working_day_of_the_customer(wanted: str, goes_out: str) -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    assert reminder_at(at(wanted, tokyo).astimezone(UTC), "Asia/Tokyo") == at(goes_out, tokyo)


def test_the_hours_of_customers_may_be_others() -> None:
    assert not customer_hours("UTC", time(10), time(18)).open_at(at("2026-11-24 09:30", ZoneInfo("UTC")))


def test_equal_calendars_are_one_also_after_use() -> None:
    used, fresh = calendar("9-17"), calendar("9-17")
    used.add(at("2026-11-24 10:00"), hour(100))
    assert used == fresh
    assert hash(used) == hash(fresh)


IMPOSSIBLE = {
    "no open hour": lambda: Calendar(((),) * 7),
    "open on a holiday only": lambda: with_holidays(("2026-11-28", (hours("9-17"),)), of=Calendar(((),) * 7)),
    "overlapping hours": lambda: calendar("9-13 12-17"),
    "hours out of order": lambda: calendar("13-17 9-12"),
    "hours after midnight": lambda: calendar("9-24 23-24"),
    "an end before the start": lambda: calendar("22-6"),
    "no length": lambda: calendar("9-9"),
    "overlap on a short day": lambda: with_holidays(("2026-11-25", (hours("9-13"), hours("12-17")))),
    "a holiday twice": lambda: with_holidays(("2026-11-25", ()), ("2026-11-25", (hours("9-10"),))),
    "a week of six days": lambda: Calendar(ROUND_THE_CLOCK[:6]),
    "an unknown zone": lambda: calendar("9-17", zone="Europe/Atlantis"),
    "no zone": lambda: calendar("9-17", zone=""),
    "a folder of zones": lambda: calendar("9-17", zone="Europe"),
    "seconds": lambda: Calendar(weekly((time(9, 0, 1), time(17)))),
}


@pytest.mark.parametrize("make", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_calendar_that_makes_no_sense_is_refused(make: object) -> None:
    assert callable(make)
    with pytest.raises(ImpossibleCalendar):
        make()


def test_a_refused_calendar_says_which_day() -> None:
    with pytest.raises(ImpossibleCalendar, match=r"^Tuesday: 12:00–17:00 overlaps the hours before it$"):
        calendar("9-17", "9-13 12-17", "", "", "", "", "")


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = at("2026-11-24 10:00").replace(tzinfo=None)
    for ask in (OFFICE.next_open, OFFICE.open_at, OFFICE.noon_of_next_working_day):
        with pytest.raises(ValueError, match="without a zone"):
            ask(naive)


def test_working_time_is_not_added_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        OFFICE.add(at("2026-11-24 10:00"), -hour(1))
    with pytest.raises(ValueError, match="from 1"):
        OFFICE.working_days_later(at("2026-11-24 10:00"), 0)
