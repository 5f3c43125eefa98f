"""The queue of updates and getUpdates: lifetimes, filters, offsets, two pollers."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.sandbox.loop import IdleLoop
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.updates import UpdateQueue
from tests.sandbox.client import Client, Refused


async def texts(bot: Client, **params: object) -> list[str]:
    return [update["message"]["text"] for update in await bot("getUpdates", **params)]


async def three(telegram: LocalTelegram) -> None:
    anna = telegram.customer("Anna")
    for text in ("one", "two", "three"):
        await anna.say(text)


async def idle() -> None:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, IdleLoop)
    await loop.idle()


async def test_nothing_is_confirmed_without_an_offset(telegram: LocalTelegram, bot: Client) -> None:
    await three(telegram)
    assert await texts(bot) == ["one", "two", "three"]
    assert await texts(bot) == ["one", "two", "three"]


async def test_an_offset_confirms_all_below_it(telegram: LocalTelegram, bot: Client) -> None:
    await three(telegram)
    first = (await bot("getUpdates"))[0]["update_id"]
    assert await texts(bot, offset=first + 2) == ["three"]
    assert await texts(bot) == ["three"]


async def test_limit_counts_and_is_clamped(telegram: LocalTelegram, bot: Client) -> None:
    await three(telegram)
    assert await texts(bot, limit=2) == ["one", "two"]
    assert await texts(bot, limit=0) == ["one"]
    assert await texts(bot, limit=1000) == ["one", "two", "three"]


async def test_a_negative_offset_keeps_only_the_last(telegram: LocalTelegram, bot: Client) -> None:
    await three(telegram)
    assert await texts(bot, offset=-2) == ["two", "three"]
    assert await texts(bot) == ["two", "three"]


async def test_an_offset_far_off_starts_from_the_head(telegram: LocalTelegram, bot: Client) -> None:
    await three(telegram)
    last = (await bot("getUpdates"))[-1]["update_id"]
    assert await texts(bot, offset=last + 12) == ["one", "two", "three"]
    assert await texts(bot, offset=last - 200_000) == ["one", "two", "three"]


async def test_an_offset_a_little_ahead_confirms_what_nobody_saw(telegram: LocalTelegram, bot: Client) -> None:
    await three(telegram)
    last = (await bot("getUpdates"))[-1]["update_id"]
    assert await texts(bot, offset=last + 5) == []
    await three(telegram)
    assert await texts(bot, offset=last + 3) == ["three"]


async def test_update_ids_start_at_random_and_grow_by_one(telegram: LocalTelegram, bot: Client) -> None:
    await three(telegram)
    ids = [update["update_id"] for update in await bot("getUpdates")]
    assert ids == list(range(ids[0], ids[0] + 3))
    assert 2_000_000 <= ids[0] <= 1_000_000_000
    others = {UpdateQueue(telegram.clock)._next for _ in range(5)}
    assert len(others) == 5


@pytest.mark.parametrize(
    ("kind", "lifetime"),
    [("message", 86400), ("my_chat_member", 86400), ("callback_query", 150), ("inline_query", 30), ("poll", 86400)],
)
async def test_updates_live_as_long_as_their_kind(
    telegram: LocalTelegram, bot: Client, kind: str, lifetime: int
) -> None:
    telegram.world.updates.add(kind, {"date": telegram.world.date()})
    await telegram.clock.advance(lifetime - 1)
    assert len(await bot("getUpdates")) == 1
    await telegram.clock.advance(1)
    assert await bot("getUpdates") == []


async def test_a_kind_not_asked_for_is_lost_for_good(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna")
    await bot("getUpdates", allowed_updates=["callback_query"])
    await anna.say("unheard")
    await bot("getUpdates", allowed_updates=["message"])
    await anna.say("heard")
    assert await texts(bot) == ["heard"]


async def test_a_new_filter_leaves_the_queue_alone(telegram: LocalTelegram, bot: Client) -> None:
    await three(telegram)
    assert await texts(bot, allowed_updates=["callback_query"]) == ["one", "two", "three"]


async def test_by_default_reactions_and_member_changes_stay_away(telegram: LocalTelegram, bot: Client) -> None:
    ivan = telegram.member("Ivan")
    said = await ivan.say("hello")
    await ivan.react(said, "👍")
    await ivan.leave(telegram.staff)
    assert [list(update)[1] for update in await bot.updates()] == ["message", "message"]


async def test_unknown_kinds_alone_mean_the_default(telegram: LocalTelegram, bot: Client) -> None:
    await bot("getUpdates", allowed_updates=["dreams"])
    await three(telegram)
    assert len(await texts(bot)) == 3


async def test_a_waiting_call_ends_with_the_first_update(telegram: LocalTelegram, bot: Client) -> None:
    waiting = asyncio.create_task(texts(bot, timeout=30))
    await idle()
    assert not waiting.done()
    await telegram.customer("Anna").say("hello")
    assert await waiting == ["hello"]


async def test_a_waiting_call_ends_when_virtual_time_is_up(telegram: LocalTelegram, bot: Client) -> None:
    waiting = asyncio.create_task(texts(bot, timeout=99))
    await telegram.clock.advance(49)
    assert not waiting.done()
    await telegram.clock.advance(1)
    assert await waiting == []


async def test_the_older_waiting_call_gets_the_conflict(telegram: LocalTelegram, bot: Client) -> None:
    older = asyncio.create_task(bot("getUpdates", timeout=30))
    await idle()
    newer = asyncio.create_task(texts(bot, timeout=30))
    with pytest.raises(Refused) as refused:
        await older
    assert refused.value.code == 409
    assert refused.value.description == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    await telegram.customer("Anna").say("hello")
    assert await newer == ["hello"]


async def test_two_pollers_meet_no_conflict_while_updates_are_pending(telegram: LocalTelegram, bot: Client) -> None:
    await three(telegram)
    first, second = await asyncio.gather(texts(bot, timeout=30), texts(bot, timeout=30))
    assert first == second == ["one", "two", "three"]


async def test_a_webhook_ends_and_forbids_polling(bot: Client) -> None:
    waiting = asyncio.create_task(bot("getUpdates", timeout=30))
    await idle()
    await bot("setWebhook", url="https://desk.example/hook")
    with pytest.raises(Refused) as refused:
        await waiting
    assert refused.value.description == "Conflict: terminated by setWebhook request"
    assert (await bot.refused("getUpdates")).description == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    assert (await bot("getWebhookInfo"))["url"] == "https://desk.example/hook"
    await bot("deleteWebhook")
    assert await bot("getUpdates") == []


async def test_dropping_pending_updates_empties_the_queue(telegram: LocalTelegram, bot: Client) -> None:
    await three(telegram)
    assert (await bot("getWebhookInfo"))["pending_update_count"] == 3
    await bot("deleteWebhook", drop_pending_updates=True)
    assert await texts(bot) == []


async def test_what_is_queued_does_not_change_with_the_message(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna")
    said = await anna.say("first")
    await anna.edit(said, text="second")
    first, second = await bot.updates()
    assert first["message"]["text"] == "first"
    assert second["edited_message"]["text"] == "second"
    assert second["edited_message"]["edit_date"]


async def test_a_full_queue_drops_silently(telegram: LocalTelegram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.sandbox.updates.MAX_PENDING", 2)
    await three(telegram)
    assert telegram.world.updates.pending() == 2


async def test_an_answer_is_about_four_mebibytes_at_most(telegram: LocalTelegram, bot: Client) -> None:
    for _ in range(12):
        telegram.world.updates.add("message", {"date": telegram.world.date(), "text": "x" * 500_000})
    assert len(json.dumps(await bot("getUpdates"))) <= 4 * 1024 * 1024 + 1000


async def test_an_oversized_update_is_dropped(telegram: LocalTelegram) -> None:
    assert telegram.world.updates.add("message", {"date": telegram.world.date(), "text": "x" * 600_000}) is None


async def test_own_messages_do_not_come_back_but_own_topics_do(telegram: LocalTelegram, bot: Client) -> None:
    await bot("sendMessage", chat_id=telegram.staff.chat_id, text="hello")
    await bot("createForumTopic", chat_id=telegram.staff.chat_id, name="#1")
    echo = await bot.update()
    assert echo["from"]["id"] == telegram.bot_id
    assert echo["forum_topic_created"]["name"] == "#1"


async def test_deletions_by_people_are_never_told(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna")
    said = await anna.say("oops")
    await bot.update()
    await anna.delete(said)
    assert await bot.updates() == []
