"""What the page asks for, over HTTP."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox.telegram import LocalTelegram
from tests.sandbox.client import Client

Json = dict[str, Any]


class Page:
    def __init__(self, telegram: LocalTelegram, session: aiohttp.ClientSession) -> None:
        self.url = f"{telegram.url}/sandbox/"
        self.session = session

    async def get(self, path: str, **query: Any) -> Any:
        async with self.session.get(self.url + path, params=query) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def post(self, path: str, **body: Any) -> Any:
        async with self.session.post(self.url + path, json=body) as response:
            assert response.status == 200, await response.text()
            return await response.json()


@pytest.fixture
async def page(telegram: LocalTelegram) -> AsyncIterator[Page]:
    async with aiohttp.ClientSession() as session:
        yield Page(telegram, session)


async def test_the_state_tells_who_and_what_there_is(telegram: LocalTelegram, page: Page) -> None:
    anna, olga = telegram.customer("Anna", language="ru"), telegram.admin("Olga")
    topic = await telegram.create_topic("#1")
    state = await page.get("state")
    assert state["now"] == telegram.clock.now().isoformat()
    assert state["bot"]["username"] == "acme_desk_bot"
    shown = {one["id"]: one for one in state["people"]}
    assert (shown[anna.id]["kind"], shown[anna.id]["language"], shown[anna.id]["present"]) == ("customer", "ru", False)
    assert (shown[olga.id]["kind"], shown[olga.id]["admin"], shown[olga.id]["present"]) == ("staff", True, True)
    (group,) = state["staff_chats"]
    assert [(one["id"], one["name"], one["closed"]) for one in group["topics"]] == [(topic.id, "#1", False)]
    assert state["desk"] == {"running": False, "restarts": 0}
    assert (state["down"], state["strict"], state["flowing"]) == (False, [], False)


async def test_the_state_counts_calls_and_the_groups_units(telegram: LocalTelegram, page: Page, bot: Client) -> None:
    await bot("sendMessage", chat_id=telegram.staff.chat_id, text="hello")
    await bot("getMe")
    assert (await page.get("state"))["calls"] == {"total": 2, "staff": 1}


async def test_messages_come_with_all_that_the_page_shows(telegram: LocalTelegram, page: Page, bot: Client) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    keys = {"inline_keyboard": [[{"text": "Go", "callback_data": "go", "style": "primary"}]]}
    await bot("sendMessage", chat_id=anna.id, text="<b>hi</b>", parse_mode="HTML", reply_markup=keys)
    await anna.say("hello", reply_to=anna.chat.last, quote="hi")
    _, hi, hello = (await page.get("messages", chat=anna.id, viewer=anna.id))["messages"]
    assert (hi["html"], hi["from"]["bot"], hi["kind"], hi["topic"]) == ("<b>hi</b>", True, "text", None)
    assert hi["buttons"] == [[{"text": "Go", "data": "go", "style": "primary", "url": None}]]
    assert hello["reply_to"] == {"id": hi["id"], "name": "Desk", "text": "hi"}
    assert (hello["quote"], hello["from"]["name"], hello["edited"]) == ("hi", "Anna", False)


async def test_messages_of_one_topic(telegram: LocalTelegram, page: Page) -> None:
    topic = await telegram.create_topic("#1")
    ivan = telegram.member("Ivan")
    await ivan.say("here", topic=topic)
    await ivan.say("elsewhere")
    service, said = (await page.get("messages", chat=telegram.staff.chat_id, viewer=ivan.id, topic=topic.id))[
        "messages"
    ]
    assert service["service"] == "Owner created the topic “#1”"
    assert (said["text"], said["topic"], said["reply_to"]) == ("here", topic.id, None)


ACTS: list[tuple[Json, str]] = [
    ({"do": "start"}, "Anna: /start"),
    ({"do": "start", "payload": "abc"}, "Anna: /start abc"),
    ({"do": "say", "text": "hello"}, "Anna: hello"),
    ({"do": "send", "kind": "voice"}, "Anna: <voice>"),
    (
        {"do": "send", "kind": "document", "file_name": "a.txt", "file": "eA==", "caption": "log"},
        "Anna: <document> log",
    ),
    ({"do": "album", "kinds": ["photo", "photo"], "caption": "two"}, "Anna: <photo> two\nAnna: <photo>"),
]


@pytest.mark.parametrize(("act", "line"), ACTS)
async def test_people_act_through_the_page(telegram: LocalTelegram, page: Page, act: Json, line: str) -> None:
    anna = telegram.customer("Anna")
    assert await page.post("act", person=anna.id, **act) == {"ok": True}
    assert anna.chat.transcript() == line


async def test_acts_on_messages(telegram: LocalTelegram, page: Page, bot: Client) -> None:
    anna = telegram.customer("Anna")
    said = await anna.say("hello")
    place = {"person": anna.id, "chat": anna.id, "message": said.id}
    await page.post("act", do="edit", text="bye", **place)
    await page.post("act", do="react", emoji="👍", **place)
    assert (said.text, said.reactions) == ("bye", ["👍"])
    await page.post("act", do="react", emoji=None, **place)
    assert said.reactions == []
    await page.post("act", do="tap", data="go", **place)
    assert "callback_query" in (await bot.updates())[-1]
    await page.post("act", do="delete", **place)
    assert said.deleted


async def test_acts_on_oneself(telegram: LocalTelegram, page: Page) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    for verb, blocked in (("block", True), ("unblock", False)):
        await page.post("act", person=anna.id, do=verb)
        assert anna.account.blocked is blocked
    await page.post("act", person=anna.id, do="language", language="ru")
    assert anna.account.language == "ru"
    await page.post("act", person=anna.id, do="join", chat=telegram.staff.chat_id)
    assert telegram.staff.chat.members[anna.id].present
    await page.post("act", person=anna.id, do="leave", chat=telegram.staff.chat_id)
    assert not telegram.staff.chat.members[anna.id].present


@pytest.mark.parametrize(
    ("act", "error"),
    [
        ({"do": "fly"}, "nobody can 'fly'"),
        ({"do": "say", "text": "x", "chat": "staff"}, "Anna is not in Acme support"),
        ({"do": "delete", "message": 999}, "this message is gone"),
    ],
)
async def test_what_cannot_be_done_is_said_in_a_sentence(
    telegram: LocalTelegram, page: Page, act: Json, error: str
) -> None:
    anna = telegram.customer("Anna")
    if act.get("chat") == "staff":
        act = act | {"chat": telegram.staff.chat_id}
    assert await page.post("act", person=anna.id, **act) == {"ok": False, "error": error}


async def test_only_the_author_edits(telegram: LocalTelegram, page: Page) -> None:
    ivan, olga = telegram.member("Ivan"), telegram.admin("Olga")
    said = await ivan.say("hello")
    answer = await page.post("act", person=olga.id, do="edit", chat=telegram.staff.chat_id, message=said.id, text="x")
    assert answer == {"ok": False, "error": "only the author can edit"}


async def test_files_go_up_and_down(telegram: LocalTelegram, page: Page) -> None:
    anna = telegram.customer("Anna")
    form = aiohttp.FormData(
        {"person": str(anna.id), "chat": str(anna.id), "kind": "photo,video", "caption": "two", "album": "1"}
    )
    form.add_field("files", b"one", filename="a.png")
    form.add_field("files", b"two", filename="b.mp4")
    async with page.session.post(page.url + "upload", data=form) as response:
        assert await response.json() == {"ok": True}
    first, second = (await page.get("messages", chat=anna.id, viewer=anna.id))["messages"]
    assert first["album"] == second["album"] is not None
    assert (first["text"], second["text"], second["media"]["file_name"]) == ("two", "", "b.mp4")
    async with page.session.get(page.url.removesuffix("/sandbox/") + second["media"]["url"]) as response:
        assert await response.read() == b"two"


async def test_nothing_that_came_up_is_shown_as_a_page(telegram: LocalTelegram, page: Page) -> None:
    anna = telegram.customer("Anna")
    sent = await anna.send("document", file_name="evil.html", data=b"<script>alert(1)</script>")
    picture = await anna.send("document", file_name="evil.svg", data=b"<svg onload='alert(1)'/>")
    for message in (sent, picture):
        async with page.session.get(f"{page.url}files/{message.file_id}") as response:
            assert response.content_type == "application/octet-stream"


async def test_people_can_be_added(telegram: LocalTelegram, page: Page) -> None:
    added = await page.post("people", kind="customer", name="Dora", language="ru", admin=False)
    assert (added["kind"], added["language"]) == ("customer", "ru")
    lead = await page.post("people", kind="staff", name="Petra", language="en", admin=True)
    assert (lead["kind"], lead["admin"], lead["present"]) == ("staff", True, True)


async def test_commands_are_those_that_the_person_would_see(telegram: LocalTelegram, page: Page, bot: Client) -> None:
    anna = telegram.customer("Anna")
    commands = [{"command": "new", "description": "New request"}]
    await bot("setMyCommands", commands=commands, scope={"type": "all_private_chats"})
    assert (await page.get("commands", person=anna.id, chat=anna.id))["commands"] == commands


async def test_switches(telegram: LocalTelegram, page: Page, bot: Client) -> None:
    before = telegram.clock.now()
    await page.post("switch", advance=3600)
    assert (telegram.clock.now() - before).total_seconds() == 3600
    await page.post("switch", down=True)
    assert (await page.get("state"))["down"]
    await page.post("switch", down=False, budgets=True)
    assert telegram.world.budgets.on
    await page.post("switch", fault={"kind": "flood", "retry_after": 5, "method": "getMe"})
    assert (await bot.refused("getMe")).parameters == {"retry_after": 5}


async def test_restarting_asks_the_desk(telegram: LocalTelegram, page: Page) -> None:
    class Desk:
        restarts = 0
        running = True

        async def restart(self) -> None:
            self.restarts += 1

    telegram.control.desk = Desk()
    await page.post("switch", restart=True)
    assert (await page.get("state"))["desk"] == {"running": True, "restarts": 1}


async def events(response: aiohttp.ClientResponse, count: int) -> list[Json]:
    found: list[Json] = []
    while len(found) < count:
        line = (await response.content.readline()).decode()
        if line.startswith("data: "):
            found.append(json.loads(line.removeprefix("data: ")))
    return found


async def test_everything_is_told_as_it_happens(telegram: LocalTelegram, page: Page, bot: Client) -> None:
    anna = telegram.customer("Anna")
    async with page.session.get(page.url + "events") as response:
        said = await anna.say("hello")
        await anna.edit(said, text="bye")
        await anna.delete(said)
        topic = await telegram.create_topic("#1")
        await telegram.delete_topic(topic)
        await bot("sendChatAction", chat_id=anna.id, action="typing")
        await bot("setMyCommands", commands=[{"command": "new", "description": "New"}])
        told = await events(response, 8)
    kinds = [one["type"] for one in told]
    assert kinds == ["message", "edit", "delete", "message", "topic", "topic_deleted", "typing", "commands"]
    assert told[1]["message"]["text"] == "bye"
    assert (told[2]["chat"], told[2]["id"]) == (anna.id, said.id)
    assert told[4]["topic"]["name"] == "#1"


async def test_an_answer_is_told_to_the_page(telegram: LocalTelegram, page: Page, bot: Client) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    await bot.updates()
    async with page.session.get(page.url + "events") as response:
        await anna.press(anna.chat.last, data="go")
        query = await bot.update("callback_query")
        await bot("answerCallbackQuery", callback_query_id=query["id"], text="Done", show_alert=True)
        (told,) = await events(response, 1)
    assert (told["person"], told["text"], told["alert"]) == (anna.id, "Done", True)


async def test_who_comes_back_gets_what_was_missed(telegram: LocalTelegram, page: Page) -> None:
    anna = telegram.customer("Anna")
    await anna.say("one")
    seen = telegram.world.events.number
    await anna.say("two")
    async with page.session.get(page.url + "events", headers={"Last-Event-ID": str(seen)}) as response:
        (told,) = await events(response, 1)
    assert told["message"]["text"] == "two"


async def test_the_page_itself_is_served(telegram: LocalTelegram) -> None:
    async with aiohttp.ClientSession() as session, session.get(telegram.url) as response:
        assert response.content_type == "text/html"
