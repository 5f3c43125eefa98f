"""A local Telegram without a bot: it shows what a test puts in, and remembers what the page asks for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

from aiohttp import web

import bot.sandbox
from tests.page.pictures import png

Json = dict[str, Any]

PAGE = Path(bot.sandbox.__file__).parent / "page"
GROUP, GENERAL, BOT = -1001, 1, 700
ANNA, BORIS, CARLA, IVAN, OLGA, PAVEL = 1, 2, 3, 11, 12, 13
WAIT = 60  # seconds
START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


class FakeTelegram:
    """Tests call its methods; the page talks to it over HTTP."""

    def __init__(self) -> None:
        self._streams: set[asyncio.Queue[str | None]] = set()
        self.reset()

    def reset(self) -> None:
        """Three customers, three executors, nothing said yet."""
        self.acts: asyncio.Queue[Json] = asyncio.Queue()
        self.switches: asyncio.Queue[Json] = asyncio.Queue()
        self.uploads: asyncio.Queue[Json] = asyncio.Queue()
        self.refusal: str | None = None
        self.silent = False  # no stream of events can be had
        self.turned_away = asyncio.Event()
        self.commands: list[Json] = []
        self.messages: dict[int, Json] = {}
        self.files: dict[str, tuple[bytes, str]] = {"photo": (png(320, 240, (90, 160, 220)), "image/png")}
        self.now = START
        self.state: Json = {
            "token": "700:fake", "bot": {"id": BOT, "name": "Acme support", "username": "acme_bot"},
            "people": [_person(ANNA, "Anna", "customer", "en"), _person(BORIS, "Борис", "customer", "ru"),
                       _person(CARLA, "Carla", "customer", "en"), _person(IVAN, "Ivan", "staff", "en"),
                       _person(OLGA, "Olga", "staff", "en", admin=True), _person(PAVEL, "Павел", "staff", "ru")],
            "staff_chats": [{"id": GROUP, "title": "Acme support", "topics": []}],
            "desk": {"running": True, "restarts": 0}, "down": False, "strict": [],
            "calls": {"total": 0, "staff": 0}, "flowing": False,
        }  # fmt: skip

    # what tests put in and read

    async def asked(self, verb: str) -> Json:
        """The next thing that a person did; anything else than the verb is a failure."""
        found = await asyncio.wait_for(self.acts.get(), WAIT)
        assert found["do"] == verb, found
        return found

    def message(self, chat: int, sender: int, text: str = "", *, topic: int | None = None, **more: Any) -> int:
        """Adds a message and tells the page; returns its id."""
        number = len(self.messages) + 1
        self.now += timedelta(seconds=20)
        topic = topic or (GENERAL if chat == GROUP else None)
        found = _message(number, chat, topic, self.now, self._sender(sender), text) | more
        found["kind"] = found["media"]["kind"] if found["media"] else "text"
        self.messages[number] = found
        self.tell(type="message", message=found)
        return number

    def change(self, number: int, **changes: Any) -> None:
        self.messages[number].update(changes)
        if "text" in changes:
            self.messages[number]["html"] = changes.get("html", changes["text"])
        self.tell(type="edit", message=self.messages[number])

    def remove(self, number: int) -> None:
        found = self.messages.pop(number)
        self.tell(type="delete", chat=found["chat"], id=number)

    def topic(self, number: int, name: str, icon: str | None = None, *, closed: bool = False) -> int:
        topic = {"id": number, "name": name, "icon": icon, "icon_color": 7322096, "closed": closed, "unread": 0,
                 "last_at": self.now.isoformat()}  # fmt: skip
        topics = self.state["staff_chats"][0]["topics"]
        topics[:] = [each for each in topics if each["id"] != number] + [topic]
        self.tell(type="topic", chat=GROUP, topic=topic)
        return number

    def set(self, **changes: Any) -> None:
        """Changes the state, or with ``person=id`` a person."""
        person = changes.pop("person", None)
        target = self._person(person) if person else self.state
        target.update(changes)
        self.tell(type="state", **self._state())

    def tell(self, **event: Any) -> None:
        self._put(json.dumps(event))

    def hang_up(self) -> None:
        """Ends all streams; the page comes back by itself."""
        self._put(None)

    # what the page asks for

    def _put(self, event: str | None) -> None:
        for stream in self._streams:
            stream.put_nowait(event)

    def _state(self) -> Json:
        return {"now": self.now.isoformat(), **self.state}

    def _person(self, number: int) -> Json:
        return next(each for each in self.state["people"] if each["id"] == number)

    def _sender(self, number: int) -> Json:
        name = self.state["bot"]["name"] if number == BOT else self._person(number)["name"]
        return {"id": number, "name": name, "bot": number == BOT}

    async def state_view(self, request: web.Request) -> web.Response:
        return web.json_response(self._state())

    async def messages_view(self, request: web.Request) -> web.Response:
        chat, topic = int(request.query["chat"]), int(request.query.get("topic", 0)) or None
        here = [each for each in self.messages.values() if each["chat"] == chat]
        found = [each for each in here if topic in (None, each["topic"])]
        return web.json_response({"messages": found})

    async def events_view(self, request: web.Request) -> web.StreamResponse:
        if self.silent:
            self.turned_away.set()
            raise web.HTTPServiceUnavailable
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        stream: asyncio.Queue[str | None] = asyncio.Queue()
        self._streams.add(stream)
        await response.write(b"retry: 100\n\n")
        try:
            while (event := await stream.get()) is not None:
                await response.write(f"data: {event}\n\n".encode())
        finally:
            self._streams.discard(stream)
        return response

    async def act_view(self, request: web.Request) -> web.Response:
        asked = await request.json()
        self.acts.put_nowait(asked)
        if self.refusal:
            return web.json_response({"ok": False, "error": self.refusal})
        if asked["do"] == "start":
            self.message(asked["person"], asked["person"], "/start")
        if asked["do"] == "say":
            self.message(asked["chat"], asked["person"], asked["text"], topic=asked["topic"])
        return web.json_response({"ok": True})

    async def upload_view(self, request: web.Request) -> web.Response:
        form = await request.post()
        fields: Json = {name: value for name, value in form.items() if isinstance(value, str)}
        files = [each for each in form.getall("files") if isinstance(each, web.FileField)]
        self.uploads.put_nowait(fields | {"files": [each.filename for each in files]})
        return web.json_response({"ok": True})

    async def switch_view(self, request: web.Request) -> web.Response:
        asked = await request.json()
        self.switches.put_nowait(asked)
        self.now += timedelta(seconds=asked.get("advance", 0))
        self.set(**{name: asked[name] for name in asked if name == "down"})
        return web.json_response({"ok": True})

    async def people_view(self, request: web.Request) -> web.Response:
        asked = await request.json()
        number = 100 + len(self.state["people"])
        person = _person(number, asked["name"], asked["kind"], asked["language"], admin=asked["admin"])
        self.state["people"].append(person)
        return web.json_response(person)

    async def commands_view(self, request: web.Request) -> web.Response:
        return web.json_response({"commands": self.commands})

    async def file_view(self, request: web.Request) -> web.Response:
        data, mime = self.files[request.match_info["id"]]
        return web.Response(body=data, content_type=mime)

    async def index_view(self, request: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html")

    def app(self) -> web.Application:
        app = web.Application()
        app.add_routes([
            web.get("/", self.index_view), web.static("/page", PAGE), web.get("/sandbox/state", self.state_view),
            web.get("/sandbox/messages", self.messages_view), web.get("/sandbox/events", self.events_view),
            web.get("/sandbox/commands", self.commands_view), web.get("/sandbox/files/{id}", self.file_view),
            web.post("/sandbox/act", self.act_view), web.post("/sandbox/upload", self.upload_view),
            web.post("/sandbox/switch", self.switch_view), web.post("/sandbox/people", self.people_view),
        ])  # fmt: skip
        return app

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        """Serves until left; yields the address."""
        runner = web.AppRunner(self.app(), shutdown_timeout=0.1, handler_cancellation=True)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        finally:
            self.hang_up()
            await runner.cleanup()


def _person(number: int, name: str, kind: str, language: str, *, admin: bool = False) -> Json:
    return {"id": number, "name": name, "username": None, "language": language, "kind": kind, "admin": admin,
            "anonymous": False, "blocked": False, "present": kind == "staff",
            "groups": {str(GROUP): {"present": True, "admin": admin}} if kind == "staff" else {}}  # fmt: skip


def _message(number: int, chat: int, topic: int | None, at: datetime, sender: Json, text: str) -> Json:
    return {
        "id": number, "chat": chat, "topic": topic, "at": at.isoformat(), "from": sender, "kind": "text",
        "text": text, "html": escape(text), "media": None, "album": None, "reply_to": None, "quote": None,
        "buttons": [], "reactions": [], "edited": False, "service": None, "pinned": False,
    }  # fmt: skip


def media(kind: str, **more: Any) -> Json:
    """The media part of a message."""
    url = f"/sandbox/files/{kind}"
    return {"kind": kind, "file_id": kind, "file_name": None, "size": 5000, "mime": None, "url": url} | more
