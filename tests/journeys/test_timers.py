"""What happens by itself, seen by the people it happens to. The desk works from Monday to Friday, 9 to 18, UTC."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.domain.facts import Fact
from bot.domain.lifecycle import Cause
from bot.domain.people import THE_DESK, Actor, Person, Standing
from bot.domain.release import Release, Version
from bot.domain.ticket import Ticket
from bot.domain.timers import Alarm
from bot.ports import UnitOfWork
from bot.sandbox import people as sandbox
from bot.sandbox.errors import bad_request
from bot.sandbox.nursery import Nursery
from bot.sandbox.telegram import LocalTelegram
from bot.usecases.alarm import tell_of_stuck
from tests.journeys.life import Life, Request, filed, living, mentioned
from tests.journeys.passing import Passing, days, hours, passing
from tests.journeys.stage import RunningDesk, settings
from tests.journeys.test_kill import Assassin


@pytest.fixture
def time() -> Iterator[Passing]:
    with passing() as seen:
        yield seen


@pytest.fixture
async def life(telegram: LocalTelegram, tmp_path: Path, time: Passing) -> AsyncIterator[Life]:
    """It begins on Monday the 2nd of March at 10:00."""
    async with living(telegram, tmp_path) as life:
        yield life
        assert await time.in_line()


def reminders(life: Life) -> list[str]:
    return [text for text in life.told(life.anna) if ": is it solved for you?" in text]


async def test_without_a_word_it_is_reminded_of_once_and_closes_at_the_hour_that_was_named(life: Life) -> None:
    await life.complete()
    asked = life.anna.chat.last.text
    await hours(life, 47)
    assert not reminders(life)
    await hours(life, 2)
    (reminder,) = reminders(life)
    assert life.anna.chat.last.labels == ["Solved", "Not solved"]
    hour = "Without your reply it closes Thu 5 Mar 2026, 10:0"
    assert hour in reminder
    assert hour in asked, "it is the same one"
    await hours(life, 22.5)
    assert "Closed" not in life.card.text
    await hours(life, 1)
    assert "Closed" in life.card.text
    closed = life.anna.chat.last
    assert closed.text.startswith("#1 closed: no reply for 3 days. Still a problem? Reopen it until Thu 12 Mar 2026")
    assert closed.labels == ["Reopen"]
    await days(life, 3)
    assert life.topic.closed
    assert len(reminders(life)) == 1
    await life.staff_says(life.lena, "/history")
    assert "The desk: reminded the customer" in life.said()[-1]
    assert "The desk: closed it: no answer came" in life.said()[-1]


async def test_any_word_of_the_customer_or_of_the_staff_begins_it_anew(life: Life, time: Passing) -> None:
    await life.complete()
    await hours(life, 50)
    assert len(reminders(life)) == 1
    await life.anna_says("I shall look at it tomorrow")
    await hours(life, 30)
    assert "Closed" not in life.card.text
    await life.ivan_says("Please do")
    await hours(life, 47)
    assert len(reminders(life)) == 1
    await days(life, 3)
    assert len(reminders(life)) == 2
    await days(life, 1)
    assert "Closed" in life.card.text
    assert "I shall look at it tomorrow" in life.said(), "what was held goes to the team all the same"
    assert await time.in_line()


async def test_nothing_closes_by_itself_while_the_customer_cannot_be_reached(life: Life, time: Passing) -> None:
    await life.complete()
    await life.anna.block()
    await days(life, 10)
    assert "Closed" not in life.card.text
    assert not reminders(life)
    await life.anna.unblock()
    await life.anna.start()
    await life.settle()
    assert await time.in_line()
    await days(life, 1)
    assert not reminders(life)
    await days(life, 3)
    assert len(reminders(life)) == 1
    await days(life, 2)
    assert "Closed" in life.card.text


async def test_a_reminder_that_is_refused_keeps_the_ticket_open_and_the_team_is_told_once(
    life: Life, time: Passing
) -> None:
    await life.complete()
    refused = life.telegram.faults.refuse(bad_request("MESSAGE_EMPTY"), chat=life.anna.chat.chat_id, times=3)
    await days(life, 2.1)
    told = (
        "A reminder to the customer of #1 was not delivered: Telegram refused this message. "
        "It does not end by itself before one arrives: please write to them here."
    )
    assert refused.times == 0
    assert life.said()[-1] == told
    await days(life, 4)
    assert life.said().count(told) == 1
    assert "Closed" not in life.card.text
    assert not reminders(life)
    await life.ivan_says("Is it solved?")
    await days(life, 4.1)
    assert len(reminders(life)) == 1, "their time has begun anew"
    assert "Closed" in life.card.text
    assert await time.in_line()


async def test_a_disagreement_without_a_reason_is_over_after_a_day(life: Life) -> None:
    await life.complete()
    await life.tap(life.anna, "Not solved")
    await hours(life, 23.9)
    assert "In progress" in life.card.text
    await hours(life, 0.2)
    assert "In progress" not in life.card.text
    assert life.anna.chat.last.text.startswith("#1: we have not heard what is still wrong.")
    assert life.said()[-1].startswith("#1: the customer has not said what is still wrong.")
    await life.tap(life.anna, "Not solved")
    await life.anna_says("The green card fails")
    await days(life, 1.5)
    assert "In progress" in life.card.text


async def test_the_executor_is_nudged_then_the_leads_and_a_reply_ends_it(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await days(life, 2.01)
    assert life.said() == ["Ivan, the customer of #1 has had no reply for days."]
    assert mentioned(life.topic.last) == [life.ivan.id]
    await life.tap(life.ivan, "Complete", "Software fault")
    await days(life, 1)
    assert life.said()[-1] == "#1 is still without a reply. It is with Ivan.\nPlease have a look: Lena"
    await life.ivan_says("It works again.")
    assert "Software fault" in life.card.text, "what the desk had asked for on the card it still wanted"
    await days(life, 1)
    assert len([text for text in life.said() if "reply" in text]) == 2


async def test_a_reply_in_time_leaves_nobody_nudged(life: Life, time: Passing) -> None:
    await life.tap(life.ivan, "Take")
    for _ in range(4):
        await life.ivan_says("Still looking into it")
        await days(life, 1)
    assert not [text for text in life.said() if "no reply" in text]
    assert await time.in_line()


async def test_what_nobody_takes_in_time_goes_back_and_the_lead_hears_when_nobody_is_left(
    life: Life, time: Passing
) -> None:
    for person, in_time in ((life.ivan, False), (life.olga, True)):
        someone = Person(person.id, person.name)
        await time.move(lambda ticket, uow, who=someone: ticket.assign(who, by=THE_DESK, at=uow.now))  # type: ignore[misc]
        await hours(life, 0.2)
        if in_time:
            await life.tap(life.olga, "Take")
        await hours(life, 0.1)
        missed = f"{person.name} did not take #1 in time. It is back in the queue: whoever takes it has it."
        assert (missed in "\n".join(life.said())) is not in_time
    assert "Olga" in life.card.text


async def test_a_promised_day_passes_and_the_staff_hear_of_it_before_the_customer(life: Life, time: Passing) -> None:
    await life.tap(life.ivan, "Take")
    ivan = Actor(life.ivan.id, "Ivan", standing=Standing.MEMBER)
    release = Release(Version(1, 4, 1), "PROD", date(2026, 3, 4), id=8)

    def promise(ticket: Ticket, uow: UnitOfWork) -> tuple[Ticket, Fact]:
        return ticket.promise_release(release, Cause.IMPROVEMENT, today=uow.now.date(), by=ivan, at=uow.now)

    await time.move(promise)
    await hours(life, 71.5)
    assert life.said()[-1] == (
        "Ivan, release 1.4.1 was promised for Wed 4 Mar 2026 and is not out. The customer of #1 hears of it at noon "
        "of the next working day: promise another date, or publish it.\nPlease have a look: Lena"
    )
    assert not [text for text in life.told(life.anna) if "late" in text]
    await hours(life, 4)
    assert life.told(life.anna)[-1].startswith("#1: release 1.4.1 is late. We had promised it for Wed 4 Mar 2026.")
    await days(life, 4)
    assert len([text for text in life.told(life.anna) if "late" in text]) == 1


async def test_a_transfer_that_nobody_picks_up_is_told_to_the_leads_of_both_sides(life: Life, time: Passing) -> None:
    await life.tap(life.ivan, "Take")
    ivan = Actor(life.ivan.id, "Ivan", standing=Standing.MEMBER)
    here = life.telegram.staff.chat_id
    await time.move(lambda ticket, uow: ticket.hand_over("backend", here, "please look", by=ivan, at=uow.now))
    await hours(life, 1.1)
    assert life.said()[-1] == ("#1 was transferred to backend, and nobody has picked it up.\nPlease have a look: Lena")
    await days(life, 1)
    assert len([text for text in life.said() if "picked it up" in text]) == 1


async def test_a_draft_is_recalled_once_and_discarded_in_the_end(life: Life) -> None:
    boris = life.telegram.customer("Борис", language="ru")
    await boris.say("Оплата не проходит, ошибка 500")
    await life.settle()
    await hours(life, 23.9)
    said = len(life.told(boris))
    await hours(life, 0.2)
    recalled = [message.text for message in boris.chat.messages if message.by_bot][-2:]
    assert recalled[0].startswith("Ваше обращение ещё не отправлено."), recalled
    assert boris.chat.last.labels, "the window stands below"
    await days(life, 5)
    assert len([text for text in life.told(boris) if "ещё не отправлено" in text]) == 1, said
    await days(life, 1)
    assert boris.chat.last.text.startswith("Начатое вами обращение мы удалили.")
    await boris.say("Всё ещё не проходит")
    await life.settle()
    assert boris.chat.last.labels, "a new one begins"


async def test_a_desk_that_was_down_for_a_week_catches_up_in_order_and_closes_nothing_at_once(
    telegram: LocalTelegram, tmp_path: Path, time: Passing
) -> None:
    async with living(telegram, tmp_path, [Request(telegram.customer("Carla", language="en"))]) as life:
        await life.tap(life.ivan, "Take", number=2)
        await hours(life, 1)
        await life.complete()
        await life.settle()
    time.fired.clear()
    await telegram.clock.advance(7 * 24 * 3600)
    async with RunningDesk(telegram, tmp_path / "desk.sqlite3"):
        await telegram.settle()
        assert time.fired == [(2, Alarm.NO_REPLY), (1, Alarm.ACCEPTANCE), (2, Alarm.NO_REPLY)], "in their order"
        assert len(reminders(life)) == 1
        await hours(life, 23.9)
        assert "Closed" not in life.card.text
        await hours(life, 1)
        assert "Closed" in life.card.text
        assert time.fired[3:] == [(1, Alarm.EXPIRE)]
        assert await time.in_line()


async def test_a_timer_that_fails_is_set_aside_and_the_owners_hear_of_it_while_the_others_go_on(
    telegram: LocalTelegram, tmp_path: Path, time: Passing, monkeypatch: pytest.MonkeyPatch
) -> None:
    remind = Ticket.remind

    def fails(ticket: Ticket, **more: Any) -> Any:
        if ticket.number == 1:
            raise ZeroDivisionError
        return remind(ticket, **more)

    monkeypatch.setattr(Ticket, "remind", fails)
    otto, carla = telegram.customer("Otto", language="en"), telegram.customer("Carla", language="en")
    otto.account.started = otto.account.known = True
    with capture_logs() as events:
        desk = RunningDesk(telegram, tmp_path / "desk.sqlite3", owner_ids=(otto.id,))
        life = Life(telegram, telegram.customer("Anna", language="en"), *staff(telegram), desk=desk)
        await filed(telegram, desk.settings, [Request(life.anna), Request(carla)])
        async with desk:
            await telegram.settle()
            for number in (1, 2):
                await life.tap(life.ivan, "Take", "Complete", "Software fault", number=number)
                await life.staff_says(life.ivan, "It works again.", topic=life.topic_of(number))
            await days(life, 2.1)
            assert [text for text in life.told(carla) if "is it solved" in text], "the other one went on"
            assert len([event for event in events if event["event"] == "timer_failed"]) == 5
            await time.do(lambda ledger: tell_of_stuck(ledger, ledger.alarms))
            await telegram.settle()
            assert otto.chat.last.text == (
                "What should happen by itself does not: one timer has failed again and again, the first one of #1 "
                "(acceptance). The log says why. Everything else goes on; they are tried once more at the next start."
            )
            monkeypatch.undo()
    async with RunningDesk(telegram, tmp_path / "desk.sqlite3"):
        await telegram.settle()
        assert len(reminders(life)) == 1


@pytest.mark.asyncio(loop_scope="package")
@pytest.mark.parametrize("kind", ["drop_before", "drop_after"])
async def test_a_desk_that_is_killed_over_a_reminder_goes_on_with_it(
    nursery: Nursery, tmp_path: Path, kind: str
) -> None:
    """Killed while the reminder is on its way: it is said once more where Telegram may not have got it, and counts
    once; nothing closes before a day has passed since it was delivered.
    """
    url = f"sqlite:///{tmp_path / 'desk.sqlite3'}"
    async with LocalTelegram() as telegram:
        stopped = RunningDesk(telegram, tmp_path / "desk.sqlite3")
        life = Life(telegram, telegram.customer("Anna", language="en"), *staff(telegram), desk=stopped)
        await filed(telegram, settings(telegram, tmp_path / "desk.sqlite3"), [Request(life.anna)])
        desk = await nursery.start(telegram, url)
        await telegram.settle()
        await life.complete()
        await desk.stop()
        await telegram.clock.advance(49 * 3600)
        assassin = Assassin(telegram, "sendMessage", kind)
        assassin.victim = await nursery.start(telegram, url)
        await telegram.settle()
        assert assassin.struck
        await assassin.victim.kill()
        await telegram.clock.advance(3600)
        desk = await nursery.start(telegram, url)
        await telegram.settle()
        assert len(reminders(life)) == (1 if kind == "drop_before" else 2)
        await desk.stop()
        await telegram.clock.advance(23 * 3600)
        desk = await nursery.start(telegram, url)
        await telegram.settle()
        assert "Closed" not in life.card.text
        await desk.stop()
        await telegram.clock.advance(2 * 3600)
        desk = await nursery.start(telegram, url)
        await telegram.settle()
        assert "Closed" in life.card.text
        await desk.kill()
        assert telegram.strict.lines == []


def staff(telegram: LocalTelegram) -> tuple[sandbox.Person, sandbox.Person, sandbox.Person]:
    return telegram.member("Ivan"), telegram.member("Olga"), telegram.admin("Lena")
