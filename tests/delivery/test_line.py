"""The order in which rows may go: never past each other in one line, the most urgent line first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.delivery.line import AGEING, JOINED_MOST, Lines
from bot.domain.statements import AlbumRelay, Notice, Priority, Private, Relay, Statement, TicketTopic
from bot.ports import Queued, Row

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def row(number: int, line: str = "p7", priority: Priority = Priority.LIVE, **more: Any) -> Row:
    return Row(number, line, Private(7), Notice("welcome"), priority, more.pop("created_at", NOW), **more)


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def going(lines: Lines, now: datetime = NOW) -> list[int]:
    return [head.id for head, _ in lines.heads(now)]


def test_only_the_head_of_a_line_may_go() -> None:
    lines = Lines([row(1), row(2), row(3, "p8")])
    assert going(lines) == [1, 3]


def test_while_the_head_is_on_its_way_the_others_wait() -> None:
    lines = Lines([row(1), row(2)])
    lines.leave(row(1), NOW)
    assert going(lines) == []
    lines.done(row(1))
    assert going(lines) == [2]


def test_a_head_that_is_put_off_holds_up_its_line() -> None:
    lines = Lines([row(1), row(2)])
    lines.leave(row(1), NOW)
    lines.put_off(row(1), after(30))
    assert going(lines) == []
    assert lines.next_moment(NOW) == after(30)
    assert going(lines, after(30)) == [1]


def test_a_row_not_due_yet_holds_up_what_is_behind_it() -> None:
    lines = Lines([row(1, not_before=after(1)), row(2)])
    assert going(lines) == []
    assert going(lines, after(1)) == [1]


def test_the_next_part_of_a_row_comes_before_the_next_row() -> None:
    lines = Lines([row(1), row(2)])
    lines.leave(row(1), NOW)
    lines.put_off(row(1), None, part=1)
    assert [(head.id, head.part) for head, _ in lines.heads(NOW)] == [(1, 1)]


def test_the_most_urgent_line_goes_first_and_the_older_one_among_equals() -> None:
    lines = Lines([row(1, "a", Priority.BROADCAST), row(2, "b", Priority.NOTICE), row(3, "c"), row(4, "d")])
    assert going(lines) == [3, 4, 2, 1]


def test_what_has_waited_long_becomes_urgent() -> None:
    waited = after(-AGEING * 3.5)
    lines = Lines([row(1, "a", Priority.BROADCAST, created_at=waited), row(2, "b")])
    assert going(lines) == [1, 2]


def test_a_long_line_holds_up_no_short_one() -> None:
    lines = Lines([*(row(number, "flood") for number in range(1, 9)), row(9, "p8", created_at=after(5))])
    assert going(lines, after(6)) == [1, 9]
    lines.leave(row(1, "flood"), after(6))
    lines.done(row(1, "flood"))
    assert going(lines, after(6)) == [9, 2]


def test_a_row_that_did_not_go_loses_none_of_its_waiting() -> None:
    lines = Lines([row(1, "album"), row(2, "p8", created_at=after(5))])
    lines.leave(row(1, "album"), after(6))
    lines.stay(row(1, "album"), 10)
    assert going(lines, after(6)) == [1, 2]


def test_a_newer_state_takes_the_place_of_a_replaced_row() -> None:
    lines = Lines([row(1), row(2)])
    lines.take_in(Queued((row(3),), (1,)))
    assert going(lines) == [2]
    assert len(lines) == 2


def test_a_row_that_is_put_off_by_a_commit_keeps_its_place() -> None:
    lines = Lines([row(1, not_before=after(1)), row(2)])
    lines.take_in(Queued((row(1, not_before=after(2)),)))
    assert going(lines, after(1)) == []
    assert going(lines, after(2)) == [1]


def test_a_line_remembers_what_its_head_costs() -> None:
    lines = Lines([row(1)])
    lines.leave(row(1), NOW)
    lines.stay(row(1), 10)
    assert lines.heads(NOW) == [(row(1), 10)]


def test_what_has_set_out_at_once_keeps_its_line_busy_when_the_one_before_it_is_done_later() -> None:
    lines = Lines([row(1)])
    lines.leave(row(1), NOW)
    lines.take_in(Queued((row(2), row(3))))
    lines.leave(row(2), NOW)
    lines.done(row(1))
    assert (going(lines), lines.away()) == ([], {2})
    lines.done(row(2))
    assert going(lines) == [3]


def test_a_line_that_is_done_is_forgotten() -> None:
    lines = Lines([row(1)])
    lines.leave(row(1), NOW)
    lines.done(row(1))
    assert (len(lines), lines.next_moment(NOW)) == (0, None)


def text(number: int, payload: Statement | None = None, **more: Any) -> Row:
    to = more.pop("to", TicketTopic(-100, 1))
    return Row(number, "t1", to, payload or Relay(number), Priority.LIVE, NOW, **more)


def test_messages_right_behind_each_other_may_go_together() -> None:
    lines = Lines([text(1), text(2), text(3), text(4, Notice("x")), text(5)])
    assert [row.id for row in lines.behind(text(1))] == [2, 3]


def test_what_went_together_is_done_together() -> None:
    lines = Lines([text(1), text(2), text(3), text(4)])
    lines.leave(text(1), NOW)
    lines.done(text(1), (text(3),))
    assert going(lines) == [2]
    assert len(lines) == 2


@pytest.mark.parametrize(
    "other",
    [text(2, AlbumRelay("a", 1)), text(2, to=TicketTopic(-101, 1)), text(2, part=1)],
    ids=["album", "elsewhere", "begun"],
)
def test_what_is_no_whole_message_for_the_same_topic_goes_alone(other: Row) -> None:
    assert Lines([text(1), other, text(3)]).behind(text(1)) == []
    assert Lines([other, text(3)]).behind(other) == []


def test_messages_to_a_customer_go_one_by_one() -> None:
    first, second = (replace(text(number, to=Private(7)), order_key="p7") for number in (1, 2))
    assert Lines([first, second]).behind(first) == []


def test_of_a_long_line_only_the_beginning_is_looked_at() -> None:
    rows = [text(number) for number in range(JOINED_MOST * 2)]
    assert len(Lines(rows).behind(rows[0])) == JOINED_MOST - 1
