"""What goes wrong between a bot and Telegram, switched on."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.sandbox.errors import bad_request
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from tests.sandbox.client import Client


@pytest.fixture
async def anna(telegram: LocalTelegram, bot: Client) -> Person:
    anna = telegram.customer("Anna")
    await anna.start()
    await bot.updates()
    return anna


async def test_a_flood_wait_has_header_and_body(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    telegram.faults.flood(17, method="sendMessage")
    async with bot.session.post(bot.address("sendMessage"), data={"chat_id": anna.id, "text": "x"}) as response:
        assert response.headers["Retry-After"] == "17"
        assert await response.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 17",
            "parameters": {"retry_after": 17},
        }
    assert await bot("sendMessage", chat_id=anna.id, text="x")


async def test_a_fault_hits_its_method_chat_and_turn(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    telegram.faults.refuse(bad_request("CHAT_RESTRICTED"), method="sendMessage", chat=anna.id, times=2, after=1)
    await bot("sendMessage", chat_id=telegram.staff.chat_id, text="x")
    await bot("sendMessage", chat_id=anna.id, text="first passes")
    for _ in range(2):
        assert (
            await bot.refused("sendMessage", chat_id=anna.id, text="x")
        ).description == "Bad Request: CHAT_RESTRICTED"
    await bot("sendMessage", chat_id=anna.id, text="passes again")


async def test_a_broken_front_answers_no_json(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    telegram.faults.server_error(502)
    async with bot.session.post(bot.address("sendMessage"), data={"chat_id": anna.id, "text": "x"}) as response:
        assert response.status == 502
        assert "<html>" in await response.text()
    assert anna.chat.transcript() == "Anna: /start"


async def test_dropped_before_nothing_was_done(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    telegram.faults.drop_before()
    with pytest.raises(aiohttp.ClientError):
        await bot("sendMessage", chat_id=anna.id, text="x")
    assert anna.chat.transcript() == "Anna: /start"


async def test_dropped_after_everything_was_done(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    telegram.faults.drop_after()
    with pytest.raises(aiohttp.ClientError):
        await bot("sendMessage", chat_id=anna.id, text="x")
    assert anna.chat.last.text == "x"


async def test_a_delayed_answer_comes_by_virtual_time(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    telegram.faults.delay(30)
    sending = asyncio.create_task(bot("sendMessage", chat_id=anna.id, text="x"))
    await telegram.clock.advance(29)
    assert anna.chat.last.text == "x"
    assert not sending.done()
    await telegram.clock.advance(1)
    assert (await sending)["text"] == "x"


async def test_while_telegram_is_down_nothing_is_answered(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    telegram.faults.down = True
    for method in ("getMe", "getUpdates"):
        with pytest.raises(aiohttp.ClientError):
            await bot(method)
    await anna.say("are you there?")
    telegram.faults.down = False
    assert (await bot.update())["text"] == "are you there?"


async def test_going_down_ends_waiting_calls(telegram: LocalTelegram, bot: Client) -> None:
    waiting = asyncio.create_task(bot("getUpdates", timeout=30))
    await telegram.clock.advance(1)
    telegram.faults.down = True
    with pytest.raises(aiohttp.ClientError):
        await waiting


async def test_updates_can_be_hit_when_they_are_named(telegram: LocalTelegram, bot: Client) -> None:
    telegram.faults.server_error(500)
    assert await bot.updates() == []
    telegram.faults.clear()
    telegram.faults.server_error(500, method="getUpdates")
    async with bot.session.post(bot.address("getUpdates")) as response:
        assert response.status == 500


async def test_a_poison_update_breaks_aiograms_decoder(telegram: LocalTelegram, bot: Client) -> None:
    from aiogram.types import Update
    from pydantic import ValidationError

    telegram.faults.poison()
    (update,) = await bot.updates()
    with pytest.raises(ValidationError):
        Update.model_validate(update)


async def test_an_update_of_an_unknown_kind(telegram: LocalTelegram, bot: Client) -> None:
    telegram.faults.unknown_update()
    assert list((await bot.updates())[0])[1] == "dreamt_message"


async def test_a_message_with_nothing_but_an_unknown_field(telegram: LocalTelegram, bot: Client) -> None:
    telegram.faults.unknown_field()
    assert (await bot.update())["dream"] == {"of": "the future"}


async def test_budgets_refuse_with_a_flood_wait() -> None:
    async with LocalTelegram() as telegram, Client(telegram) as bot:
        for number in range(20):
            await bot("sendMessage", chat_id=telegram.staff.chat_id, text=str(number))
        refused = await bot.refused("sendMessage", chat_id=telegram.staff.chat_id, text="x")
        assert (refused.code, refused.parameters) == (429, {"retry_after": 60})
        assert telegram.units(telegram.staff.chat_id) == 20
        await telegram.clock.advance(60)
        await bot("createForumTopic", chat_id=telegram.staff.chat_id, name="#1")
        assert telegram.units(telegram.staff.chat_id) == 21


async def test_a_flood_wait_may_first_show_as_slowness() -> None:
    async with LocalTelegram() as telegram, Client(telegram) as bot:
        telegram.world.settings.flood_patience = 8
        for number in range(20):
            await bot("sendMessage", chat_id=telegram.staff.chat_id, text=str(number))
        sending = asyncio.create_task(bot.refused("sendMessage", chat_id=telegram.staff.chat_id, text="x"))
        await telegram.clock.advance(7)
        assert not sending.done()
        await telegram.clock.advance(1)
        assert (await sending).code == 429
