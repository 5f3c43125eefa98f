"""Restarts, double taps, old buttons, repeated updates: one draft, one ticket."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.dialog import EN, STEPS, Customer, data_of, visiting


async def again(customer: Customer) -> None:
    """The desk is stopped and started anew."""
    await customer.desk.stop()
    await customer.desk.start()


@pytest.mark.parametrize("step", STEPS)
async def test_the_draft_survives_a_restart_at_every_step(anyone: Customer, step: str) -> None:
    words = anyone.words
    await anyone.reach(step)
    before = anyone.person.chat.transcript()
    await again(anyone)
    assert anyone.person.chat.transcript() == before
    rest = {
        "kind": words.wrong,
        "description": words.problem,
        "stand": words.live,
        "period": words.ongoing,
        "log": words.no_log,
        "summary": words.send,
    }
    for name in STEPS[STEPS.index(step) :]:
        if name == "description":
            await anyone.say(rest[name])
            await again(anyone)
            await anyone.tap(words.next)
        else:
            await anyone.tap(rest[name])
    assert words.problem in anyone.card
    assert len(anyone.bot) == 2


async def test_what_is_written_while_the_desk_is_down_is_not_lost(anna: Customer) -> None:
    await anna.reach("description")
    await anna.desk.stop()
    await anna.person.say("Payment fails with error 500.")
    await anna.person.send("photo", caption="the screen")
    await anna.desk.start()
    assert "1 message, 1 file" in anna.window.text
    assert anna.at_the_bottom


async def test_a_stand_that_was_taken_away_meanwhile_is_asked_again(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with visiting(telegram, tmp_path / "desk", EN) as anna:
        await anna.reach("summary")
        await anna.desk.stop()
        anna.desk.settings = anna.desk.settings.model_copy(update={"stands": ("LIVE", "TEST")})
        await anna.desk.start()
        await anna.tap("Send")
        assert anna.topics == []
        assert anna.asked == "3/6"
        await anna.tap("LIVE", "Send")
        assert "Where: LIVE" in anna.card


async def test_a_component_step_that_was_taken_away_meanwhile_is_passed(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    async with visiting(telegram, tmp_path / "desk", EN, components=("Billing",)) as anna:
        await anna.reach("stand")
        await anna.tap("PROD, live")
        assert anna.asked == "4/7"
        await anna.desk.stop()
        anna.desk.settings = anna.desk.settings.model_copy(update={"components": ()})
        await anna.desk.start()
        await anna.say("/new")
        assert anna.asked == "4/6"
        await anna.tap("Still happening", "No log", "Send")
        assert "Where: PROD" in anna.card


async def test_two_taps_on_send_from_two_devices_give_one_ticket(anyone: Customer) -> None:
    await anyone.reach("summary")
    answers = [await anyone.person.tap(anyone.words.send) for _ in range(3)]
    await anyone.telegram.settle()
    assert [answer.text for answer in answers] == [None, anyone.words.not_current, anyone.words.not_current]
    assert len(anyone.topics) == 1
    assert len(anyone.bot) == 2


async def test_two_taps_on_next_are_one_step(anna: Customer) -> None:
    await anna.reach("description")
    await anna.say("Payment fails with error 500.")
    await asyncio.gather(anna.person.tap("Next"), anna.person.tap("Next"))
    await anna.telegram.settle()
    assert anna.asked == "3/6"
    assert len(anna.bot) == 1


async def test_updates_that_are_handed_out_again_count_once(
    telegram: LocalTelegram, anna: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram forgets three times that they were confirmed."""
    await anna.reach("log")
    queue, confirm, forgets = telegram.world.updates, telegram.world.updates._confirm, [True] * 3

    def forgetful(offset: int) -> None:
        if not forgets or not forgets.pop():
            confirm(offset)

    monkeypatch.setattr(queue, "_confirm", forgetful)
    await anna.send("document", file_name="server.log")
    assert "1 file" in anna.window.text
    await anna.tap("Next")
    forgets.extend([True] * 3)
    await anna.tap("Send")
    assert forgets == []
    assert len(anna.topics) == 1
    assert [message.media for message in anna.relayed] == ["document"]


async def test_updates_whose_delivery_was_cut_off_are_not_lost(telegram: LocalTelegram, anna: Customer) -> None:
    await anna.reach("summary")
    telegram.faults.drop_after(method="getUpdates", times=2)
    await anna.tap("Send")
    assert len(anna.topics) == 1
    assert len(anna.bot) == 2


async def test_old_buttons_say_so_and_show_what_is(anyone: Customer) -> None:
    words = anyone.words
    await anyone.reach("kind")
    pages = {}
    await anyone.tap(words.wrong)
    pages["description"] = data_of(anyone.window)
    await anyone.say(words.problem)
    pages["described"] = data_of(anyone.window)
    await anyone.tap(words.next)
    await anyone.say(words.problem[:5])
    shown = anyone.window
    for data in {press for page in pages.values() for press in page}:
        assert (await anyone.press(data, on=shown)).text == words.not_current
        assert (anyone.asked, len(anyone.bot)) == ("3/6", 1)
    await anyone.tap(words.live)
    assert anyone.asked == "4/6"


async def test_buttons_of_a_window_that_has_ended_say_so(anyone: Customer) -> None:
    words = anyone.words
    await anyone.reach("summary")
    window, pressed = anyone.window, data_of(anyone.window)
    await anyone.tap(words.send)
    before = anyone.person.chat.transcript()
    for data in pressed:
        assert (await anyone.press(data, on=window)).text == words.not_current
    assert anyone.person.chat.transcript() == before
    assert len(anyone.topics) == 1


async def test_an_old_window_that_the_customer_deleted_is_made_anew(anna: Customer) -> None:
    await anna.reach("stand")
    window, live = anna.window, data_of(anna.window)[0]
    await anna.person.delete(window)
    assert anna.bot == []
    await anna.press(live, on=window)
    assert anna.asked == "4/6"
    assert len(anna.bot) == 1
