"""While a chat is in trouble one row asks, and it is the one that has met the trouble."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.delivery.holds import Holds
from bot.domain.statements import Priority, Private, Relay, Thread
from bot.ports import Row

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
STAFF = -100


def row(number: int, chat_id: int = STAFF) -> Row:
    to = Private(chat_id) if chat_id > 0 else Thread(chat_id, number)
    return Row(number, f"k{number}", to, Relay(number), Priority.LIVE, NOW)


HEADS = [row(1), row(2), row(3, 7), row(4, 8)]


def ids(rows: list[Row]) -> list[int]:
    return [row.id for row in rows]


def test_other_chats_go_on() -> None:
    holds = Holds()
    assert not holds
    holds.begin(row(2))
    assert holds
    assert ids(holds.may_go(HEADS, set())) == [2, 3, 4]
    assert ids(holds.may_go(HEADS, {2})) == [3, 4]


def test_only_the_row_that_has_met_the_trouble_ends_it() -> None:
    holds = Holds()
    holds.begin(row(2))
    holds.begin(row(1))
    assert not holds.over(row(1))
    assert not holds.over(row(3, 7))
    assert holds.over(row(2))
    assert not holds.over(row(2))
    assert ids(holds.may_go(HEADS, set())) == [1, 2, 3, 4]


def test_where_that_row_waits_no_more_the_first_in_line_asks() -> None:
    holds = Holds()
    holds.begin(row(9))
    assert ids(holds.may_go(HEADS, set())) == [1, 3, 4]
    assert holds.over(row(1))


def test_a_trouble_of_a_former_process_is_ended_by_whoever_gets_through() -> None:
    assert ids(Holds([STAFF]).may_go(HEADS, set())) == [1, 3, 4]
    assert Holds([STAFF]).over(row(2))
