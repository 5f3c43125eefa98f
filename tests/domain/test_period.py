from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.domain.period import (
    Period,
    PeriodEndsBeforeStart,
    PeriodInFuture,
    PeriodNotUnderstood,
    Shape,
    last_hour,
    parse_period,
    still_happening,
    today,
    unknown,
    yesterday,
)
from bot.domain.period.words import VOCABULARY
from tests.domain.period_phrases import ENDS_BEFORE_START, IN_FUTURE, NOT_UNDERSTOOD, UNDERSTOOD

MOSCOW, BERLIN = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=MOSCOW).astimezone(UTC)
PHRASES = [(phrase, expected) for expected, phrases in UNDERSTOOD.items() for phrase in phrases]
FIGURES = ["2", "10", "14:00", "15.30", "10.05", "21.11", "21.11.2026", "11/21", "21st", "31", "-", "2pm", "9999", "00"]
MASH = st.lists(st.sampled_from([" ".join(words) for words in VOCABULARY] + FIGURES), max_size=8).map(" ".join)
UNHURRIED = settings(deadline=None, database=None)  # the machine may be busy; nothing is left in the folder
REFUSED = (PeriodNotUnderstood, PeriodEndsBeforeStart, PeriodInFuture)


def at(written: str, zone: ZoneInfo = MOSCOW) -> datetime:
    """`22.11 14:00` of 2026."""
    return datetime.strptime(f"2026 {written}", "%Y %d.%m %H:%M").replace(tzinfo=zone).astimezone(UTC)


def period(written: str) -> Period:
    if written in ("unknown", "still happening"):
        return Period(ongoing=written != "unknown")
    if written.endswith(" …"):
        return Period(at(written[:-2]), ongoing=True)
    start, _, end = written.partition(" – ")
    return Period(at(start), at(end or start))


def understood(text: str, now: datetime = NOW, zone: ZoneInfo = MOSCOW) -> Period:
    return parse_period(text, now=now, zone=zone)


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_a_phrase_is_understood(phrase: str, expected: str) -> None:
    assert understood(phrase) == period(expected)


def test_no_phrase_stands_in_the_table_twice() -> None:
    assert len({phrase for phrase, _ in PHRASES}) == len(PHRASES) >= 120


@pytest.mark.parametrize("phrase", NOT_UNDERSTOOD)
def test_what_is_no_phrase_or_has_two_meanings_is_refused(phrase: str) -> None:
    with pytest.raises(PeriodNotUnderstood):
        understood(phrase)


@pytest.mark.parametrize("phrase", ENDS_BEFORE_START)
def test_an_end_before_the_start_is_refused(phrase: str) -> None:
    with pytest.raises(PeriodEndsBeforeStart):
        understood(phrase)


@pytest.mark.parametrize("phrase", IN_FUTURE)
def test_what_is_still_ahead_is_refused(phrase: str) -> None:
    with pytest.raises(PeriodInFuture):
        understood(phrase)


def test_five_minutes_ahead_are_forgiven() -> None:
    assert understood("сегодня 15:05") == Period(at("23.11 15:05"), at("23.11 15:05"))
    assert understood("14:00-15:05").end == at("23.11 15:05")


def test_a_time_without_a_day_is_yesterdays_only_where_todays_is_ahead() -> None:
    assert understood("15:05").start == at("23.11 15:05")
    assert understood("15:06").start == at("22.11 15:06")


@pytest.mark.parametrize(
    ("now", "phrase", "day"),
    [
        ("05.01 10:00", "28.12", date(2025, 12, 28)),
        ("05.01 10:00", "28 декабря", date(2025, 12, 28)),
        ("05.01 10:00", "31-го", date(2025, 12, 31)),
        ("23.11 10:00", "24.05", date(2026, 5, 24)),
        ("15.03 10:00", "30-го", date(2026, 1, 30)),
    ],
)
def test_a_date_without_a_year_lies_in_the_last_months(now: str, phrase: str, day: date) -> None:
    assert understood(phrase, at(now)).whole_days(MOSCOW) == (day, day)


def test_dates_may_span_the_turn_of_the_year() -> None:
    days = understood("28.12-03.01", at("05.01 10:00")).whole_days(MOSCOW)
    assert days == (date(2025, 12, 28), date(2026, 1, 3))


def test_last_friday_is_refused_where_people_disagree_about_it() -> None:
    assert understood("last Friday", at("23.11 10:00")).start == at("20.11 00:00")
    with pytest.raises(PeriodNotUnderstood):
        understood("last Friday", at("21.11 10:00"))


def test_a_weekday_is_today_on_that_day_and_never_ahead() -> None:
    assert [understood(f"since {day}").start for day in ("Mon", "Tue", "Sun")] == [
        at("23.11 00:00"),
        at("17.11 00:00"),
        at("22.11 00:00"),
    ]


def test_after_midnight_the_evening_was_yesterday() -> None:
    assert understood("evening", at("23.11 00:30")).start == at("22.11 18:00")
    assert understood("с 22:00 до 23:30", at("23.11 00:30")).end == at("22.11 23:30")


def test_a_skipped_time_counts_as_if_the_clocks_had_not_moved() -> None:
    assert understood("29.03 02:30", at("30.03 10:00"), BERLIN) == Period(
        at("29.03 03:30", BERLIN), at("29.03 03:30", BERLIN)
    )


def test_a_repeated_hour_is_taken_whole() -> None:
    found = understood("25.10 02:30", at("26.10 10:00"), BERLIN)
    assert (found.start, found.end) == (
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    )


def test_a_repeated_time_is_the_first_while_the_second_is_ahead() -> None:
    now = datetime(2026, 10, 25, 0, 40, tzinfo=UTC)
    assert understood("02:30", now, BERLIN).end == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_days_have_as_many_hours_as_the_clocks_give_them() -> None:
    for phrase, hours in (("25.10.2026", 25), ("29.03.2026", 23), ("24.10.2026", 24)):
        found = understood(phrase, zone=BERLIN)
        assert found.start is not None
        assert found.end == found.start + timedelta(hours=hours)
        assert found.whole_days(BERLIN)


def test_a_day_begins_after_a_skipped_midnight() -> None:
    beirut = ZoneInfo("Asia/Beirut")
    assert understood("29.03.2026", zone=beirut).start == at("29.03 01:00", beirut)


def test_days_of_an_amount_keep_the_time_of_day() -> None:
    now = at("26.10 10:00", BERLIN)
    assert understood("the last 2 days", now, BERLIN).start == at("24.10 10:00", BERLIN)
    assert understood("the last 48 hours", now, BERLIN).start == at("24.10 11:00", BERLIN)


@UNHURRIED
@given(st.text(max_size=150) | MASH)
@example("٣:٣٣")
@example("1" * 5000)
def test_any_text_is_understood_or_refused_and_never_ends_before_it_starts_or_in_the_future(text: str) -> None:
    try:
        found = understood(text)
    except REFUSED:
        return
    if found.start is not None:
        assert found.start <= (found.end or found.start) <= NOW + timedelta(minutes=5)


@UNHURRIED
@given(st.sampled_from([phrase for phrase, _ in PHRASES]), st.integers(-12, 12))
def test_the_same_clock_on_the_wall_gives_the_same_answer_in_every_zone(phrase: str, hours: int) -> None:
    zone = ZoneInfo(f"Etc/GMT{-hours:+d}")
    shift = timedelta(hours=3 - hours)
    here, there = understood(phrase), understood(phrase, NOW + shift, zone)
    assert there.ongoing == here.ongoing
    assert there.start == (here.start and here.start + shift)
    assert there.end == (here.end and here.end + shift)


@UNHURRIED
@given(st.sampled_from([phrase for phrase, _ in PHRASES]), st.sampled_from([str.upper, str.title, "  {} …".format]))
def test_case_spaces_and_punctuation_make_no_difference(phrase: str, change: object) -> None:
    assert callable(change)
    assert understood(change(phrase)) == understood(phrase)


@UNHURRIED
@given(
    st.datetimes(datetime(2015, 1, 1), datetime(2026, 11, 23, 14)),  # noqa: DTZ001 - hypothesis wants naive bounds
    st.timedeltas(timedelta(minutes=1), timedelta(hours=11)),
)
def test_what_is_written_in_full_is_read_back(start: datetime, length: timedelta) -> None:
    start = start.replace(second=0, microsecond=0, tzinfo=MOSCOW)
    end = start + length - timedelta(seconds=length.seconds % 60, microseconds=length.microseconds)
    assume(end.astimezone(UTC) <= NOW)
    found = Period(start.astimezone(UTC), end.astimezone(UTC))
    assert understood(f"{start:%d.%m.%Y %H:%M}–{end:%H:%M}") == found
    assert understood(f"{start:%d.%m.%Y %H:%M} — {end:%d.%m.%Y %H:%M}") == found


def test_the_buttons_mean_what_they_say() -> None:
    assert still_happening() == understood("still happening")
    assert last_hour(NOW) == understood("last hour")
    assert today(NOW, MOSCOW) == understood("today")
    assert yesterday(NOW, MOSCOW) == understood("yesterday")
    assert unknown() == understood("don't know")


@pytest.mark.parametrize(
    ("phrase", "shape"),
    [
        ("не знаю", Shape.UNKNOWN),
        ("до сих пор", Shape.ONGOING),
        ("с утра", Shape.SINCE),
        ("10:05", Shape.MOMENT),
        ("вчера", Shape.SPAN),
    ],
)
def test_a_period_says_its_shape_and_survives_storing(phrase: str, shape: Shape) -> None:
    found = understood(phrase)
    assert found.shape is shape
    assert Period.from_dict(json.loads(json.dumps(found.to_dict()))) == found


def test_whole_days_are_told_from_hours() -> None:
    assert understood("с пятницы по воскресенье").whole_days(MOSCOW) == (date(2026, 11, 20), date(2026, 11, 22))
    assert understood("вчера").whole_days(BERLIN) is None
    assert [understood(phrase).whole_days(MOSCOW) for phrase in ("today", "midnight", "since today")] == [None] * 3


@pytest.mark.parametrize(
    ("start", "end", "ongoing"),
    [
        (NOW, None, False),
        (None, NOW, False),
        (NOW, NOW, True),
        (NOW, NOW - timedelta(seconds=1), False),
        (NOW.astimezone(MOSCOW), NOW, False),
        (NOW.replace(tzinfo=None), NOW, False),
    ],
)
def test_an_inconsistent_period_cannot_be_made(start: datetime | None, end: datetime | None, ongoing: bool) -> None:
    with pytest.raises(ValueError, match=r"."):
        Period(start, end, ongoing)
