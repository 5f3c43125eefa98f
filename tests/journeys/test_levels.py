"""Service levels, as people see them. The desk works from Monday to Friday, 9 to 18, UTC, and has targets."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.domain.facts import Fact
from bot.domain.lifecycle import Cause
from bot.domain.people import Actor, Standing
from bot.domain.release import Release, Version
from bot.domain.ticket import Kind, Ticket
from bot.domain.timers import Alarm
from bot.ports import UnitOfWork
from bot.sandbox.telegram import LocalTelegram
from bot.usecases.levels import from_history
from tests.journeys.life import Life, Request, living, mentioned
from tests.journeys.passing import Passing, hours, passing
from tests.journeys.stage import RunningDesk
from tests.journeys.talk import copy_of

OFFICE = """
[services.support]
calendar = "office"
[calendars.office]
zone = "UTC"
[calendars.office.hours]
mon-fri = "9:00-18:00"
"""
TARGETS = """
[targets.any.wrong]
first_response = "2h"
next_reply = "1h"
resolution = "1d"
[targets.any.stopped]
first_response = "30m"
"""


@pytest.fixture
def time() -> Iterator[Passing]:
    with passing() as seen:
        yield seen


@asynccontextmanager
async def agreed(
    telegram: LocalTelegram, folder: Path, *more: Request, file: str = OFFICE, **settings: Any
) -> AsyncIterator[Life]:
    """It begins on Monday the 2nd of March at 10:00, unless time has passed before."""
    (folder / "desk.toml").write_text(file + TARGETS, "utf-8")
    async with living(telegram, folder, more, desk_file=str(folder / "desk.toml"), **settings) as life:
        yield life


@pytest.fixture
async def life(telegram: LocalTelegram, tmp_path: Path, time: Passing) -> AsyncIterator[Life]:
    """At the end what is live is what the history says."""
    async with agreed(telegram, tmp_path) as life:
        yield life
        assert await time.in_line()
        assert await time.do(replays)


def replays(uow: Any, number: int = 1) -> bool:
    ticket = uow.tickets.get(number)
    assert ticket.clocks == from_history(uow, ticket)
    return ticket.clocks is not None


async def now(time: Passing, number: int = 1) -> Ticket:
    found = await time.do(lambda uow: uow.tickets.get(number))
    assert isinstance(found, Ticket)
    return found


def due_on_card(life: Life) -> list[str]:
    return [line for line in life.card.text.splitlines() if " due " in line or "overdue" in line]


async def queue(life: Life) -> list[str]:
    await life.staff_says(life.olga, "/queue")
    return life.said()[-1].splitlines()[2:]


async def test_the_customer_is_told_by_when_the_leads_of_what_nobody_takes_and_of_what_is_late(
    life: Life, time: Passing
) -> None:
    received = "#1 received. We answer by Mon 2 Mar 2026, 12:00. To add something, just write here."
    assert received in life.told(life.anna)
    assert due_on_card(life) == ["First answer due Mon 2 Mar 2026, 12:00, ⏳", "Solution due Tue 3 Mar 2026, 10:00, ⏳"]
    edits = sum(call.method == "editMessageText" for call in life.telegram.calls)
    await hours(life, 1.6)
    warning = life.topic.last
    assert warning.text.startswith(
        "#1 is running out of time, and nobody works on it. First answer due Mon 2 Mar 2026, 12:00."
    )
    assert mentioned(warning) == [life.lena.id]
    await hours(life, 0.5)
    assert life.topic.last.text.startswith(
        "#1 is overdue. First answer was due Mon 2 Mar 2026, 12:00. Nobody works on it."
    )
    assert mentioned(life.topic.last) == [life.lena.id]
    assert sum(call.method == "editMessageText" for call in life.telegram.calls) == edits, "time alone edits no card"
    await hours(life, 1)
    assert len(life.said()) == 2, "of each due moment once"
    await life.tap(life.ivan, "Take")
    assert due_on_card(life)[0] == "❗ First answer overdue since Mon 2 Mar 2026, 12:00"
    assert "❗ overdue since Mon 2 Mar 2026, 12:00" in (await queue(life))[0]
    await life.ivan_says("We look at it.")
    await life.staff_says(life.lena, "/history")
    told = life.said()[-1]
    assert "The desk: warned that time is running out. First answer due" in told
    assert "The desk: noted that it is overdue. First answer was due" in told


async def test_the_oldest_unanswered_words_turn_a_clock_and_a_question_stops_it(life: Life, time: Passing) -> None:
    await life.tap(life.ivan, "Take")
    await life.ivan_says("We look at it.")
    answered = await now(time)
    assert answered.clocks is not None
    assert answered.clocks.answered_at is not None
    await hours(life, 0.5)
    await life.anna_says("And it is slow")
    first = await now(time)
    await hours(life, 0.1)
    await life.anna_says("Very slow")
    assert (await now(time)).version == first.version, "only the first words cost anything"
    await hours(life, 0.7)
    assert mentioned(life.topic.last) == [life.ivan.id]
    assert life.topic.last.text.startswith("Ivan, #1 is running out of time. Next answer due Mon 2 Mar 2026, 11:3")
    await life.ivan_says("? Which browser is it?")
    await hours(life, 0.01)
    assert due_on_card(life) == [], "it is with the customer"
    before = len(life.said())
    await hours(life, 26)
    assert not [text for text in life.said()[before:] if "due" in text], "nothing runs out while we wait"
    assert " due " not in (await queue(life))[0]
    await life.anna_says("Firefox")
    assert due_on_card(life)[0].startswith("Next answer due Tue 3 Mar 2026, 14:")
    assert due_on_card(life)[1].startswith("Solution due Wed 4 Mar 2026, 12:")
    await life.complete("It is mended.")
    assert due_on_card(life) == []
    await life.tap(life.anna, "Not solved")
    assert [line[:8] for line in due_on_card(life)] == ["Solution"]


async def test_a_corrected_kind_has_its_own_targets_for_the_whole_life(life: Life, time: Passing) -> None:
    await hours(life, 0.2)
    turn = (await now(time)).turn
    await life.press(life.olga, f"c:1:{turn}:set:kind.0", on=life.card)
    assert due_on_card(life) == ["First answer due Mon 2 Mar 2026, 10:30, ⏳"]
    await hours(life, 0.5)
    assert [text.split(".")[0] for text in life.said()] == [
        "#1 is running out of time, and nobody works on it", "#1 is overdue",
    ]  # fmt: skip
    await life.press(life.olga, f"c:1:{turn}:set:kind.2", on=life.card)
    assert due_on_card(life) == []
    await life.press(life.olga, f"c:1:{turn}:set:kind.1", on=life.card)
    assert due_on_card(life)[0].startswith("First answer due Mon 2 Mar 2026, 12:00")


async def test_a_reply_that_is_taken_back_answers_nothing(life: Life, time: Passing) -> None:
    await life.tap(life.ivan, "Take")
    words = await life.ivan_says("We look at it.")
    await hours(life, 0.01)
    assert due_on_card(life) == ["Solution due Tue 3 Mar 2026, 10:00, ⏳"]
    await life.staff_says(life.ivan, "/unsend", reply_to=words)
    await hours(life, 0.01)
    assert due_on_card(life)[0] == "First answer due Mon 2 Mar 2026, 12:00, ⏳"
    found = await now(time)
    assert found.clocks is not None
    assert found.clocks.answered_at is None


async def test_at_night_it_is_said_when_the_desk_opens_in_the_readers_language(
    telegram: LocalTelegram, tmp_path: Path, time: Passing
) -> None:
    await telegram.clock.advance(11 * 3600)
    async with agreed(telegram, tmp_path, staff_language="ru") as life:
        assert life.told(life.anna)[-1] == (
            "#1 received. We are closed now and open Tue 3 Mar 2026, 09:00. We answer by Tue 3 Mar 2026, 11:00. "
            "To add something, just write here."
        )
        await time.do(lambda uow: uow.people.set_language(life.anna.id, "ru"))
        assert "Первый ответ до 3 марта 2026, вт, 11:00, ⏳" in life.card.text
        await life.olga_says("/file The reports are empty since noon")
        assert life.told(life.anna)[-1] == (
            "Для вас создано обращение #2 · The reports are empty since noon. Кто создал: Olga. "
            "Сейчас мы не работаем, откроемся 3 марта 2026, вт, 09:00. Ответим до 3 марта 2026, вт, 11:00. "
            "Дополнить можно прямо здесь."
        )
        await life.anna.say("/my")
        await life.settle()
        await life.tap(life.anna, "#1 · Payment fails with error 500.")
        assert "Ответим до: 3 марта 2026, вт, 11:00" in life.anna.chat.last.text
        await life.tap(life.ivan, "Взять")
        await hours(life, 13.6)
        assert life.topic.last.text == "Ivan, по обращению #1 время на исходе. Первый ответ до 3 марта 2026, вт, 11:00."
        await hours(life, 0.5)
        assert life.topic.last.text.startswith(
            "Обращение #1 просрочено. Первый ответ: срок прошёл 3 марта 2026, вт, 11:00. Исполнитель: Ivan."
        )
        await life.olga_says("/file And the invoices are gone, too")
        assert "Кто создал: Olga. Ответим до 3 марта 2026, вт, 13:0" in life.told(life.anna)[-1]


async def test_the_queue_goes_by_what_is_due_next(telegram: LocalTelegram, tmp_path: Path, time: Passing) -> None:
    """Stopped first, then what is due, then what has no target, however old."""
    boris = telegram.customer("Boris")
    more = [Request(boris, "How do I export?", Kind.QUESTION), Request(boris, "It is wrong", Kind.WRONG)]
    async with agreed(telegram, tmp_path, *more, Request(boris, "All is down", Kind.STOPPED)) as life:
        await life.tap(life.ivan, "Take")
        await life.ivan_says("We look at it.")
        assert [line.split()[1] for line in await queue(life)] == ["#4", "#3", "#1", "#2"]
        assert "due Mon 2 Mar 2026, 12:00" in (await queue(life))[1]


async def test_a_desk_that_was_down_tells_each_once_and_warns_of_nothing_that_is_missed(
    life: Life, time: Passing
) -> None:
    await life.desk.stop()
    await life.telegram.clock.advance(5 * 24 * 3600)
    await life.desk.start()
    await life.settle()
    assert life.said() == [], "it is Saturday"
    await hours(life, 47.5)
    told = [text.splitlines()[0].split(".")[1].strip() for text in life.said()]
    assert told == ["First answer was due Mon 2 Mar 2026, 12:00", "Solution was due Tue 3 Mar 2026, 10:00"]
    assert {alarm for _, alarm in time.fired} <= {Alarm.WARN, Alarm.BREACH}


async def test_targets_that_come_later_hold_for_what_is_open_already(
    telegram: LocalTelegram, tmp_path: Path, time: Passing
) -> None:
    async with living(telegram, tmp_path) as life:
        await life.tap(life.ivan, "Take")
        await life.anna_says("And it is slow")
        assert (await now(time)).clocks is None
        assert await time.in_line()
        await life.desk.stop()
        (tmp_path / "desk.toml").write_text(OFFICE + TARGETS, "utf-8")
        async with RunningDesk(telegram, tmp_path / "desk.sqlite3", desk_file=str(tmp_path / "desk.toml")):
            await telegram.settle()
            assert await time.do(replays)
            found = await now(time)
            assert found.clocks is not None
            assert found.clocks.unanswered_since is not None
            assert found.clocks.unanswered_since >= datetime(2026, 3, 2, 10, tzinfo=UTC)
            assert await time.in_line()
        await life.desk.start()


async def test_a_promised_date_is_the_target_while_the_release_is_waited_for(life: Life, time: Passing) -> None:
    """Who works on it is warned; that the date has passed, they are told by the promise itself."""
    ivan = Actor(life.ivan.id, "Ivan", standing=Standing.MEMBER)

    def promise(ticket: Ticket, uow: UnitOfWork) -> tuple[Ticket, Fact]:
        release = uow.releases.save(Release(Version(1, 4, 1), "PROD", date(2026, 3, 6)))
        return ticket.promise_release(release, Cause.IMPROVEMENT, today=uow.now.date(), by=ivan, at=uow.now)

    await life.tap(life.ivan, "Take")
    await life.ivan_says("We look at it.")
    await time.move(promise)
    await life.settle()
    assert due_on_card(life) == ["Solution due Sat 7 Mar 2026, 00:00, ⏳"]
    await hours(life, 97)
    (warned,) = [text for text in life.said() if "running out" in text]
    assert warned == "Ivan, #1 is running out of time. Solution due Sat 7 Mar 2026, 00:00."
    await hours(life, 80)
    assert "release 1.4.1 was promised" in life.said()[-1]
    assert not [text for text in life.said() if text.startswith("#1 is overdue")]


async def test_held_words_want_an_answer_from_when_the_request_goes_on(life: Life, time: Passing) -> None:
    await life.complete()
    await life.anna_says("It still fails")
    await hours(life, 0.2)
    await life.tap(life.anna, "Not solved")
    found = await now(time)
    assert found.clocks is not None
    assert found.clocks.next_reply.since == found.since
    assert [line[:11] for line in due_on_card(life)] == ["Next answer", "Solution du"]


async def test_words_that_are_moved_want_an_answer_where_they_belong(life: Life, time: Passing) -> None:
    await life.tap(life.ivan, "Take")
    await life.ivan_says("We look at it.")
    answer = life.anna.chat.last
    await life.another_request()
    await life.later()
    words = await life.anna_says("The report is slow", reply_to=answer)
    await hours(life, 0.01)
    assert "Next answer due" in due_on_card(life)[0]
    await life.olga_says("/move 2", reply_to=copy_of(words, life.topic))
    await hours(life, 0.01)
    assert [line[:8] for line in due_on_card(life)] == ["Solution"]


async def test_a_merged_ticket_hands_on_its_clock_and_its_words_while_the_other_one_is_given_out(
    telegram: LocalTelegram, tmp_path: Path, time: Passing
) -> None:
    """Ivan can carry one, so that with the merge the other one is his."""
    one = OFFICE.replace("[calendars.office]", 'assignment = "round_robin"\ncapacity = 1\n[calendars.office]')
    async with agreed(telegram, tmp_path, file=one, support=["Ivan"]) as life:
        await life.tap(life.ivan, "Take")
        await life.ivan_says("We look at it.")
        await life.another_request()
        await life.later()
        notice = next(one for one in life.anna.chat.messages if one.text == "We look at it.")
        await hours(life, 0.5)
        words = await life.anna_says("It is the green card", reply_to=notice)
        written = (await now(time)).clocks
        await hours(life, 0.3)
        await life.ivan_says("/merge 2")
        assert life.card_of(2).text.splitlines()[1] == "Assigned · Ivan"
        for number in (1, 2):
            assert await time.do(partial(replays, number=number))
        assert await time.in_line()
        found = await now(time, 2)
        assert found.clocks is not None
        assert written is not None
        assert found.clocks.unanswered_since == written.unanswered_since is not None
        moves = await time.do(lambda uow: [(row.fact, row.to) for row in uow.history.of(2)])
        assert moves == [("TicketReceived", "received"), ("TicketAbsorbed", "received"), ("TicketAssigned", "assigned")]
        (due,) = [line for line in life.card_of(2).text.splitlines() if line.startswith("Next answer due")]
        assert due.startswith("Next answer due Mon 2 Mar 2026, 11:3"), "an hour after the words in the merged one"
        for text, shown in (("It is red", "✏️ It is red"), ("It is blue", "It is blue")):
            await life.anna.edit(words, text=text)
            await life.settle()
            assert life.said(2)[-1] == shown
        assert "✏️ It is red" not in life.said(2), "once said anew, it is edited where it stands"
        await life.staff_says(life.ivan, "Thank you.", topic=life.topic_of(2))
        answered = (await now(time, 2)).clocks
        assert answered is not None
        assert answered.unanswered_since is None
        assert await time.do(partial(replays, number=2))
