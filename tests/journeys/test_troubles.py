"""What goes wrong with the staff group, the token and the polling: held, told once, mended, and nothing lost."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.sandbox.errors import ApiError, bad_request, conflict, forbidden
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import Message
from tests.journeys.filed import Request, filed
from tests.journeys.stage import RunningDesk, file_request
from tests.journeys.talk import copy_of, said, texts

MENDED = "The desk can write in the staff group again. What had to wait is sent now."


@dataclass
class Trouble:
    """Anna has filed #1, Ivan has taken it; Bob runs the desk and has started the bot."""

    telegram: LocalTelegram
    desk: RunningDesk
    anna: Person
    ivan: Person
    bob: Person
    log: list[MutableMapping[str, Any]]

    @property
    def told(self) -> list[str]:
        """The owner, in private, since he has started the bot."""
        return [message.text for message in self.bob.chat.messages if message.by_bot][1:]

    @property
    def topic(self) -> Any:
        return self.topics[0]

    @property
    def topics(self) -> list[Any]:
        return [topic for topic in self.telegram.staff.topics.values() if topic.name.startswith("#")]

    async def settle(self) -> None:
        await self.telegram.settle(quiet=40)

    async def anna_says(self, text: str) -> Message:
        message = await self.anna.say(text)
        await self.settle()
        return message

    async def ivan_says(self, text: str) -> Message:
        message = await self.ivan.say(text, topic=self.topic)
        await self.settle()
        return message

    def in_topic(self) -> list[str]:
        return texts(said(self.topic))

    def logged(self, event: str) -> list[MutableMapping[str, Any]]:
        return [entry for entry in self.log if entry["event"] == event]


@asynccontextmanager
async def troubled(telegram: LocalTelegram, folder: Path) -> AsyncIterator[Trouble]:
    anna, bob = telegram.customer("Anna"), telegram.customer("Bob")
    ivan = telegram.member("Ivan")
    desk = RunningDesk(telegram, folder / "desk.sqlite3", owner_ids=(bob.id,))
    await filed(telegram, desk.settings, [Request(anna)])
    with capture_logs() as log:
        async with desk:
            await bob.start()
            await telegram.settle()
            trouble = Trouble(telegram, desk, anna, ivan, bob, log)
            await ivan.tap("Take", topic=trouble.topic)
            await trouble.settle()
            yield trouble


@pytest.fixture
async def trouble(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Trouble]:
    async with troubled(telegram, tmp_path) as trouble:
        yield trouble


async def test_a_closed_topic_is_opened_again_and_nothing_is_lost(trouble: Trouble) -> None:
    await trouble.telegram.bot_rights(can_manage_topics=False)
    await trouble.telegram.close_topic(trouble.topic)
    await trouble.anna_says("One")
    await trouble.anna_says("Two")
    assert not trouble.topic.state.closed
    assert trouble.in_topic()[-2:] == ["One", "Two"]


async def test_a_closed_topic_that_may_not_be_opened_is_told_to_the_owner(trouble: Trouble) -> None:
    await trouble.telegram.bot_rights(can_manage_topics=False)
    await trouble.settle()
    assert trouble.told[-1].startswith("The desk cannot write in the staff group: the bot lacks a right there.")
    await trouble.telegram.close_topic(trouble.topic)
    refused = bad_request("not enough rights to close or open the topic")
    trouble.telegram.faults.refuse(refused, method="reopenForumTopic", times=2)
    await trouble.anna_says("One")
    await trouble.telegram.clock.advance(200)
    assert trouble.in_topic()[-1] == "One"
    assert trouble.told[-1] == MENDED
    assert len(trouble.told) == 2


GROUP: list[tuple[ApiError, str]] = [
    (forbidden("bot was kicked from the supergroup chat"), "the bot was removed from it"),
    (forbidden("bot is not a member of the supergroup chat"), "the bot is no longer in it"),
    (bad_request("not enough rights to send text messages to the chat"), "the bot lacks a right there"),
    (bad_request("have no write access to the chat"), "the bot lacks a right there"),
    (bad_request("CHAT_WRITE_FORBIDDEN"), "the bot lacks a right there"),
    (bad_request("the chat is not a forum"), "topics are switched off"),
    (bad_request("chat not found"), "Telegram does not know the group"),
    (forbidden("the group chat was deleted"), "the group was deleted"),
]


@pytest.mark.parametrize(("error", "words"), GROUP, ids=lambda value: str(value)[:40])
async def test_a_trouble_of_the_group_holds_everything_and_is_told_once(
    trouble: Trouble, error: ApiError, words: str
) -> None:
    staff = trouble.telegram.staff
    trouble.telegram.faults.refuse(error, chat=staff.chat_id, times=None)
    before = len(trouble.telegram.calls)
    for number in range(5):
        await trouble.anna.say(f"anna {number}")
    await trouble.telegram.clock.advance(600)
    asked = [call for call in trouble.telegram.calls[before:] if call.chat_id == staff.chat_id]
    assert 9 <= len(asked) <= 11, "once a minute"
    assert len(trouble.told) == 1
    assert words in trouble.told[0]
    trouble.telegram.faults.clear()
    await trouble.telegram.clock.advance(200)
    assert trouble.in_topic()[-1] == "\n\n".join(f"anna {number}" for number in range(5)), "what waited goes together"
    assert trouble.told[1:] == [MENDED]


async def test_a_bot_that_is_kicked_serves_customers_and_goes_on_when_it_is_back(trouble: Trouble) -> None:
    reply = await trouble.ivan_says("Which card?")
    await trouble.telegram.kick_bot()
    await trouble.telegram.settle()
    assert "the bot was removed from it" in trouble.told[-1], "told before anything had to be said there"
    carla = trouble.telegram.customer("Carla")
    await carla.start()
    await file_request(trouble.telegram, carla, "Another thing fails.")
    assert "#2" in "".join(message.text for message in carla.chat.messages if message.by_bot)
    await trouble.anna.say("A green one", reply_to=copy_of(reply, trouble.anna.chat))
    await trouble.telegram.clock.advance(300)
    assert len(trouble.told) == 1
    await trouble.telegram.add_bot()
    await trouble.telegram.settle()
    assert trouble.in_topic()[-1] == "A green one", "at once, not after a minute"
    await trouble.telegram.clock.advance(120)
    assert [topic.name[:2] for topic in trouble.topics] == ["#1", "#2"]
    assert trouble.told[1:] == [MENDED]


async def test_topics_switched_off_hold_new_tickets_until_they_are_on_again(trouble: Trouble) -> None:
    await trouble.telegram.forum_off()
    carla = trouble.telegram.customer("Carla")
    await carla.start()
    await file_request(trouble.telegram, carla, "Another thing fails.")
    await trouble.settle()
    assert "topics are switched off" in trouble.told[-1]
    await trouble.telegram.forum_on()
    await trouble.telegram.clock.advance(120)
    assert [topic.name[:2] for topic in trouble.topics] == ["#1", "#2"]
    assert trouble.told[1:] == [MENDED]


async def test_a_restart_does_not_tell_the_same_trouble_again(trouble: Trouble) -> None:
    gone = forbidden("bot was kicked from the supergroup chat")
    trouble.telegram.faults.refuse(gone, chat=trouble.telegram.staff.chat_id, times=None)
    await trouble.anna_says("Hello?")
    await trouble.desk.stop()
    await trouble.desk.start()
    await trouble.telegram.clock.advance(200)
    assert len(trouble.told) == 1
    trouble.telegram.faults.clear()
    await trouble.telegram.clock.advance(120)
    assert trouble.told[1:] == [MENDED]
    assert trouble.in_topic()[-1] == "Hello?"


@pytest.mark.parametrize("new_first", [False, True], ids=["old-first", "new-first"])
async def test_a_group_that_becomes_a_supergroup_is_followed(trouble: Trouble, new_first: bool) -> None:
    telegram = trouble.telegram
    telegram.staff.chat.type = "group"
    old = telegram.staff.chat_id
    new = await telegram.migrate(telegram.staff, new_first=new_first)
    await trouble.settle()
    assert "in DESKGRAM_STAFF_CHAT_ID or in the desk file." in trouble.told[0]
    assert str(new) in trouble.told[0]
    assert len(trouble.told) == 1
    await follows(trouble, old)


async def test_a_group_whose_move_nobody_told_is_followed_by_the_answer(trouble: Trouble) -> None:
    telegram = trouble.telegram
    telegram.staff.chat.type = "group"
    old = telegram.staff.chat_id
    await trouble.desk.stop()
    await telegram.migrate(telegram.staff)
    telegram.world.updates.clear()
    await trouble.desk.start()
    await trouble.anna_says("Hello?")
    assert len(trouble.told) == 1
    assert "Hello?" in trouble.in_topic()
    await follows(trouble, old)


async def follows(trouble: Trouble, old: int) -> None:
    """The ticket has its topic, card and history in the new group, both ways work, also after a restart."""
    await trouble.anna_says("Still there?")
    assert len(trouble.topics) == 1
    assert "Payment fails with error 500." in trouble.in_topic()[0]
    assert trouble.in_topic()[-1] == "Still there?"
    assert any("sent the request" in text for text in trouble.in_topic())
    await trouble.desk.stop()
    await trouble.desk.start()
    await trouble.ivan_says("Yes, here")
    assert trouble.anna.chat.last.text == "Yes, here"
    before = len(trouble.telegram.calls)
    await trouble.ivan.say("/queue", topic=trouble.topic)
    await trouble.settle()
    assert trouble.in_topic()[-1].startswith("Open tickets")
    assert [call for call in trouble.telegram.calls[before:] if call.chat_id == old] == []
    assert len(trouble.told) == 1


@pytest.mark.parametrize("error", [ApiError(401, "Unauthorized"), ApiError(404, "Not Found")], ids=["401", "404"])
async def test_a_token_that_is_revoked_is_one_line_in_the_log_and_costs_nothing(
    trouble: Trouble, error: ApiError
) -> None:
    faults = trouble.telegram.faults
    faults.refuse(error, times=None)
    faults.refuse(error, method="getUpdates", times=None)
    await trouble.telegram.clock.advance(30)
    before = len(trouble.telegram.calls)
    for number in range(10):
        await trouble.anna.say(f"anna {number}")
    await trouble.telegram.clock.advance(900)
    assert len(trouble.telegram.calls) - before < 40
    assert len([entry for entry in trouble.log if entry["log_level"] == "error"]) == 1
    assert trouble.logged("token_refused")
    faults.clear()
    await trouble.telegram.clock.advance(200)
    assert trouble.in_topic()[-10:] == [f"anna {number}" for number in range(10)]
    assert trouble.logged("token_accepted")


async def test_a_token_that_is_revoked_while_words_wait_pauses_all_chats_together(trouble: Trouble) -> None:
    people = [trouble.telegram.customer(f"P{number}") for number in range(10)]
    for person in people:
        await person.start()
    await trouble.settle()
    trouble.telegram.faults.refuse(ApiError(401, "Unauthorized"), times=None)
    before = len(trouble.telegram.calls)
    for person in people:
        await person.say("/help")
    await trouble.telegram.clock.advance(600)
    assert len(trouble.telegram.calls) - before < 40
    trouble.telegram.faults.clear()
    await trouble.telegram.clock.advance(120)
    assert all("/new" in person.chat.last.text for person in people)


CONFLICTS: list[tuple[Callable[[], ApiError], str]] = [
    (lambda: conflict("terminated by other getUpdates request; make sure that only one bot instance is running"),
     "another program asks for the messages"),
    (lambda: conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook "
                      "first"), "a webhook is set"),
]  # fmt: skip


@pytest.mark.parametrize(("error", "words"), CONFLICTS, ids=["poller", "webhook"])
async def test_updates_that_go_elsewhere_are_told_once(
    trouble: Trouble, error: Callable[[], ApiError], words: str
) -> None:
    trouble.telegram.faults.refuse(error(), method="getUpdates", times=4)
    await trouble.anna.say("Hello?")
    await trouble.telegram.clock.advance(120)
    assert [words in text for text in trouble.told] == [True]
    assert len(trouble.logged("updates_go_elsewhere")) == 1
    assert trouble.in_topic()[-1] == "Hello?"


@pytest.mark.parametrize("accepted", [0, 1, 2])
async def test_an_album_of_a_customer_that_came_in_part_is_not_said_again(trouble: Trouble, accepted: int) -> None:
    trouble.telegram.faults.partial(accepted)
    await trouble.anna.album(["photo", "photo", "photo"])
    await trouble.telegram.clock.advance(120)
    photos = [message for message in said(trouble.topic) if message.media == "photo"]
    assert len(photos) == accepted
    assert "took only a part of an album" in trouble.in_topic()[-1]
    await trouble.anna_says("And words")
    assert trouble.in_topic()[-1] == "And words"


async def test_an_album_of_the_staff_that_came_in_part_is_said_again_only_on_request(trouble: Trouble) -> None:
    trouble.telegram.faults.partial(1)
    await trouble.ivan.album(["photo", "photo"], topic=trouble.topic)
    await trouble.telegram.clock.advance(120)
    assert [message.media for message in said(trouble.anna.chat)][-1:] == ["photo"]
    last = said(trouble.topic)[-1]
    assert last.text == "💔 Not delivered: Telegram took only a part of the album."
    assert last.labels == ["Send again"]


async def test_a_member_is_not_taken_for_a_stranger_because_telegram_refuses_the_question(trouble: Trouble) -> None:
    await trouble.telegram.clock.advance(61)
    trouble.telegram.faults.refuse(bad_request("CHAT_ADMIN_REQUIRED"), method="getChatMember", times=3)
    await trouble.ivan.say("Which card?", topic=trouble.topic)
    await trouble.telegram.clock.advance(8)
    assert trouble.anna.chat.last.text != "Which card?"
    await trouble.settle()
    assert trouble.anna.chat.last.text == "Which card?"


async def test_what_may_have_been_said_twice_is_counted_in_the_log(trouble: Trouble) -> None:
    trouble.telegram.faults.drop_after(method="sendMessage")
    await trouble.anna_says("Hello?")
    assert trouble.in_topic()[-2:] == ["Hello?", "Hello?"]
    (entry,) = trouble.logged("possibly_twice")
    assert entry["row"] > 0
    await trouble.desk.stop()
    assert trouble.logged("stopped")[-1]["possibly_twice"] == 1
