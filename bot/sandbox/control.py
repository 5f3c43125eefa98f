"""The page's HTTP face, under ``/sandbox``, and the page itself."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from aiohttp import web

from bot.sandbox.acts import Acts
from bot.sandbox.chats import Chat, Json
from bot.sandbox.commands import shown_commands
from bot.sandbox.following import ClockFace
from bot.sandbox.params import Upload
from bot.sandbox.people import Person
from bot.sandbox.props import content
from bot.sandbox.shown import shown_event, shown_group, shown_message
from bot.sandbox.views import Forum

if TYPE_CHECKING:
    from bot.sandbox.telegram import LocalTelegram

SHOWN = ("image/", "video/", "audio/")
SCRIPTABLE = "image/svg+xml"
PAGE = Path(__file__).parent / "page"


class DeskProcess(Protocol):
    """The desk as the demo runs it."""

    restarts: int

    @property
    def running(self) -> bool: ...

    async def restart(self) -> None:
        """Kill it as a power cut would, and start anew."""
        ...


class Control:
    """``desk`` is there when a demo runs one; ``language`` is that of notices on the page."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.telegram = telegram
        self.acts = Acts(telegram)
        self.clock = ClockFace(telegram.clock)
        self.desk: DeskProcess | None = None
        self.language = "en"

    def add_routes(self, app: web.Application) -> None:
        app.add_routes([
            web.get("/", self._index),
            web.static("/page", PAGE),
            web.get("/sandbox/state", self._state),
            web.get("/sandbox/messages", self._messages),
            web.get("/sandbox/events", self._events),
            web.get("/sandbox/commands", self._commands),
            web.get("/sandbox/files/{id}", self._file),
            web.post("/sandbox/act", self._act),
            web.post("/sandbox/upload", self._upload),
            web.post("/sandbox/people", self._people),
            web.post("/sandbox/switch", self._switch),
            web.get("/sandbox/clock", self.clock.stream),
            web.post("/sandbox/clock/idle", self.clock.idle),
        ])  # fmt: skip

    def state(self) -> Json:
        telegram, world = self.telegram, self.telegram.world
        groups = [chat for chat in world.chats.values() if chat.type == "supergroup"]
        staff = {chat.id for chat in groups}
        return {
            "now": telegram.clock.now().isoformat(),
            "token": telegram.token,
            "bot": {"id": world.bot.id, "name": world.bot.first_name, "username": world.bot.username},
            "people": [self._person(person) for person in telegram.people.values()],
            "staff_chats": [shown_group(chat) for chat in groups],
            "desk": {
                "running": bool(self.desk and self.desk.running),
                "restarts": self.desk.restarts if self.desk else 0,
            },
            "down": world.faults.down,
            "strict": world.strict.lines,
            "calls": {
                "total": len(world.calls),
                "staff": sum(one.units for one in world.calls if one.chat_id in staff),
            },
            "flowing": not telegram.clock.standing,
        }

    def _person(self, person: Person) -> Json:
        account = person.account
        groups = [chat for chat in self.telegram.world.chats.values() if account.id in chat.members]
        standing = {str(chat.id): chat.members[account.id] for chat in groups}
        here = [member for member in standing.values() if member.present]
        return {
            "id": account.id,
            "name": account.first_name,
            "username": account.username,
            "language": account.language,
            "kind": "staff" if person.home else "customer",
            "admin": any(member.admin for member in here),
            "anonymous": any(member.anonymous for member in here),
            "blocked": account.blocked,
            "present": bool(here),
            "groups": {
                chat: {"present": one.present, "admin": one.present and one.admin} for chat, one in standing.items()
            },
        }

    async def _index(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE / "index.html")

    async def _state(self, _request: web.Request) -> web.Response:
        return web.json_response(self.state())

    async def _messages(self, request: web.Request) -> web.Response:
        chat = self._chat(request)
        topic = int(request.query.get("topic") or 0) or None
        records = [one for one in chat.records.values() if not one.deleted and topic in (None, one.topic)]
        return web.json_response(
            {"messages": [shown_message(self.telegram.world, one, self.language) for one in records]}
        )

    def _chat(self, request: web.Request) -> Chat:
        world, number = self.telegram.world, int(request.query["chat"])
        if number in world.chats:
            return world.chats[number]
        if number not in world.accounts:
            raise web.HTTPNotFound
        return world.private_chat(world.accounts[number])

    async def _commands(self, request: web.Request) -> web.Response:
        account = self.acts.person(request.query["person"]).account
        return web.json_response({"commands": shown_commands(self.telegram.world, account, self._chat(request))})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        await response.write(b"retry: 500\n\n")
        seen = request.headers.get("Last-Event-ID")
        queue = self.telegram.world.events.listen(int(seen) if seen else None)
        try:
            while True:
                await response.write(self._told(*await queue.get(), queue))
        finally:
            self.telegram.world.events.leave(queue)

    def _told(self, number: int, event: Json, queue: asyncio.Queue[tuple[int, Json]]) -> bytes:
        """One event; of several states in a row only the last is worth telling."""
        while event["type"] == "state" and not queue.empty():
            following = queue.get_nowait()
            if following[1]["type"] != "state":
                first = self._frame(number, {"type": "state"} | self.state())
                return first + self._told(*following, queue)
            number, event = following
        if event["type"] == "state":
            return self._frame(number, event | self.state())
        return self._frame(number, shown_event(self.telegram.world, event, self.language))

    def _frame(self, number: int, event: Json) -> bytes:
        return f"id: {number}\ndata: {json.dumps(event, ensure_ascii=False)}\n\n".encode()

    async def _act(self, request: web.Request) -> web.Response:
        return await self._answer(self.acts.do(await request.json()))

    async def _answer(self, doing: Any) -> web.Response:
        try:
            return web.json_response(await doing)
        except (ValueError, LookupError) as refusal:
            return web.json_response({"ok": False, "error": str(refusal.args[0] if refusal.args else refusal)})

    async def _upload(self, request: web.Request) -> web.Response:
        form = await request.post()
        fields: Json = {name: value for name, value in form.items() if isinstance(value, str)}
        files = [each for each in form.getall("files", []) if isinstance(each, web.FileField)]
        uploads = [Upload(each.filename, each.file.read(), each.content_type) for each in files]
        return await self._answer(self._send_files(fields, uploads))

    async def _send_files(self, fields: Json, uploads: list[Upload]) -> Json:
        world = self.telegram.world
        person, place = self.acts.person(fields.get("person")), self.acts.place(fields)
        kinds = (fields.get("kind") or "document").split(",")
        group = (
            {"media_group_id": str(world.random.getrandbits(56))} if fields.get("album") and len(uploads) > 1 else {}
        )
        for number, upload in enumerate(uploads):
            kind = kinds[min(number, len(kinds) - 1)]
            caption = None if number else fields.get("caption")
            body = content(world, person.account, kind, caption=caption, file_name=upload.name, data=upload.data)
            person.put(body | group, **place)
        return {"ok": True}

    async def _file(self, request: web.Request) -> web.Response:
        file = self.telegram.world.files.by_id.get(request.match_info["id"])
        if file is None:
            raise web.HTTPNotFound
        mime = "image/png" if file.data.startswith(b"\x89PNG") else file.mime
        safe = mime.startswith(SHOWN) and mime != SCRIPTABLE
        return web.Response(body=file.data, content_type=mime if safe else "application/octet-stream")

    async def _people(self, request: web.Request) -> web.Response:
        asked = await request.json()
        language = asked.get("language") or "en"
        if asked.get("kind") == "customer":
            person = self.telegram.customer(asked["name"], language=language)
        else:
            add = self.telegram.admin if asked.get("admin") else self.telegram.member
            group = self.telegram.world.chats.get(asked.get("chat"))
            chat = Forum(self.telegram.world, group) if group else None
            person = add(asked["name"], chat=chat, language=language)
        self.telegram.world.events.emit("state")
        return web.json_response(self._person(person))

    async def _switch(self, request: web.Request) -> web.Response:
        asked = await request.json()
        telegram = self.telegram
        if "down" in asked:
            telegram.faults.down = bool(asked["down"])
        if "budgets" in asked:
            telegram.world.budgets.on = bool(asked["budgets"])
        if "fault" in asked:
            telegram.faults.switch(asked["fault"])
        if asked.get("advance"):
            await telegram.clock.advance(float(asked["advance"]))
        if asked.get("restart") and self.desk:
            await self.desk.restart()
        telegram.world.events.emit("state")
        return web.json_response({"ok": True})
