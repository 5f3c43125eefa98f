"""What may be sent now: never more than Telegram takes, and as soon as it does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pace import COURTESY_RESERVE, Limits, Pace
from bot.sandbox.budgets import Budgets

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
GROUP, ANNA, BORIS = -100, 7, 8


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def taken(pace: Pace, chat: int, units: int = 1, now: datetime = NOW, most: int = 100) -> int:
    """How many calls get through at this moment."""
    return next((count for count in range(most) if not pace.take(chat, units, now)), most)


def generous(**changes: float) -> Pace:
    """A pace whose limit over all chats is in nobody's way."""
    return Pace(Limits(everywhere=3000, **changes))  # type: ignore[arg-type]  # ints and floats by name


def test_a_group_gets_so_many_units_in_any_minute() -> None:
    pace = generous()
    assert taken(pace, GROUP) == 20
    assert taken(pace, GROUP, now=after(59)) == 0
    assert taken(pace, GROUP, now=after(61)) == 20


def test_a_private_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    pace = generous()
    assert taken(pace, ANNA) == 3
    assert [taken(pace, ANNA, now=after(second)) for second in (0.5, 1, 2, 2.5)] == [0, 1, 1, 0]
    assert taken(pace, ANNA, now=after(60)) == 3


def test_chats_do_not_pay_for_each_other() -> None:
    pace = generous()
    assert (taken(pace, ANNA), taken(pace, BORIS), taken(pace, GROUP), taken(pace, GROUP - 1)) == (3, 3, 20, 20)


def test_what_can_go_at_one_moment_is_known_beforehand() -> None:
    pace = Pace(Limits(everywhere=30))
    assert pace.at_most(NOW) == sum(pace.take(person, 1, NOW) for person in range(1, 100)) == 10
    assert pace.at_most(NOW) == 1, "what asks for nothing else is never kept from asking"


def test_an_album_costs_as_many_units_as_it_has_items() -> None:
    pace = generous()
    assert taken(pace, GROUP, units=8) == 2
    assert taken(pace, GROUP, units=4) == 1


def test_an_album_bigger_than_the_burst_goes_when_the_chat_has_rested() -> None:
    pace = generous()
    assert pace.take(ANNA, 10, NOW)
    wait = pace.ready(ANNA, 1, NOW)
    assert wait > after(7)
    assert pace.take(ANNA, 1, wait)


def test_all_chats_together_stay_below_their_limit() -> None:
    pace = Pace(Limits(everywhere=30))
    at_once = sum(taken(pace, person, most=1) for person in range(1, 100))
    later = sum(taken(pace, person, now=after(1), most=1) for person in range(100, 200))
    assert at_once + later <= 30


def test_a_flooded_chat_pauses_and_no_other() -> None:
    pace = generous()
    pace.pause(ANNA, after(17))
    assert pace.ready(ANNA, 1, NOW) == after(17)
    assert taken(pace, ANNA, now=after(16)) == 0
    assert taken(pace, BORIS) == 3
    assert taken(pace, ANNA, now=after(17)) == 3


def test_a_courtesy_leaves_a_reserve_in_a_group_and_none_in_private() -> None:
    pace = generous()
    for _ in range(20 - COURTESY_RESERVE):
        assert pace.take(GROUP, 1, NOW)
    assert pace.take(GROUP, 0, NOW, courtesy=True)
    assert pace.take(GROUP, 1, NOW)
    assert not pace.take(GROUP, 0, NOW, courtesy=True)
    assert pace.take(GROUP, 1, NOW)
    assert pace.take(ANNA, 0, NOW, courtesy=True)


def test_units_are_scarce_when_they_would_leave_no_reserve() -> None:
    pace = generous()
    assert not pace.scarce(GROUP, 20 - COURTESY_RESERVE, NOW)
    assert pace.scarce(GROUP, 20 - COURTESY_RESERVE + 1, NOW)
    assert taken(pace, GROUP, most=10) == 10
    assert not pace.scarce(GROUP, 5, NOW)
    assert pace.scarce(GROUP, 6, NOW)
    assert not pace.scarce(GROUP - 1, 6, NOW)


def test_units_are_scarce_for_a_minute_after_a_pause() -> None:
    pace = generous()
    pace.pause(GROUP, after(30))
    assert pace.scarce(GROUP, 2, after(30))
    assert pace.scarce(GROUP, 2, after(90))
    assert not pace.scarce(GROUP, 2, after(91))
    assert not pace.scarce(GROUP - 1, 2, after(30))


@pytest.mark.parametrize("chat", [GROUP, ANNA])
def test_what_is_promised_for_a_moment_can_be_taken_then(chat: int) -> None:
    pace, now = generous(), NOW
    for units in (1, 3, 10, 2, 20, 5):
        now = pace.ready(chat, units, now)
        assert pace.take(chat, units, now)


@given(st.lists(st.tuples(st.sampled_from([GROUP, GROUP - 1, ANNA, BORIS]), st.integers(1, 10)), max_size=60))
def test_whatever_is_sent_the_moment_it_may_go_meets_no_429(wanted: list[tuple[int, int]]) -> None:
    """Against the budgets of the local Telegram, which counts by itself."""
    pace, telegram, now = Pace(Limits()), Budgets(), NOW
    for chat, units in wanted:
        now = max(now, pace.ready(chat, units, now))
        assert pace.take(chat, units, now)
        method = "sendMediaGroup" if units > 1 else "sendMessage"
        assert telegram.charge(method, chat, now.timestamp(), items=units) is None
