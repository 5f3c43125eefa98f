"""What the page asks people to do, as JSON."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from bot.sandbox.chats import Json
from bot.sandbox.people import Person
from bot.sandbox.views import ChatView, Forum, Message

if TYPE_CHECKING:
    from bot.sandbox.stage import Stage


class Acts:
    """``do`` runs one act. ValueError and LookupError carry a sentence for the person at the page."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    async def do(self, asked: Json) -> Json:
        person = self.person(asked.get("person"))
        act = getattr(self, f"_{asked.get('do')}", None)
        if act is None or asked.get("do") not in VERBS:
            raise ValueError(f"nobody can {asked.get('do')!r}")
        result: Json | None = await act(person, asked)
        self.stage.world.events.emit("state")
        return {"ok": True} | (result or {})

    def person(self, number: object) -> Person:
        found = self.stage.people.get(int(str(number or 0)))
        if found is None:
            raise LookupError(f"there is no person {number}")
        return found

    def message(self, asked: Json, name: str = "message") -> Message:
        chat = int(asked.get("chat") or asked["person"])
        record = self.stage.world.find(chat, int(asked[name]))
        if record is None:
            raise LookupError("this message is gone")
        return Message(self.stage.world, record)

    def place(self, asked: Json) -> dict[str, Any]:
        """Where an act happens, as arguments of a person's methods."""
        number = int(asked.get("chat") or asked["person"])
        chat = self.stage.world.chats.get(number)
        if chat is None:
            chat = self.stage.world.private_chat(self.stage.world.accounts[number])
        topic = int(asked["topic"]) if asked.get("topic") and chat.is_forum else None
        found: dict[str, Any] = {"to": ChatView(self.stage.world, chat, topic)}
        if asked.get("reply_to"):
            found["reply_to"] = self.message(asked, "reply_to")
        return found

    async def _say(self, person: Person, asked: Json) -> None:
        await person.say(asked["text"], **self.place(asked), quote=asked.get("quote") or None)

    async def _send(self, person: Person, asked: Json) -> None:
        data = base64.b64decode(asked["file"]) if asked.get("file") else None
        named = {name: asked[name] for name in ("caption", "file_name") if asked.get(name)}
        await person.send(asked["kind"], data=data, **named, **self.place(asked))

    async def _album(self, person: Person, asked: Json) -> None:
        await person.album(asked["kinds"], caption=asked.get("caption"), **self.place(asked))

    async def _edit(self, person: Person, asked: Json) -> None:
        message = self.message(asked)
        if message.record.sender != person.id:
            raise ValueError("only the author can edit")
        await person.edit(message, text=asked.get("text"), caption=asked.get("caption"))

    async def _tap(self, person: Person, asked: Json) -> None:
        await person.press(self.message(asked), data=asked["data"])

    async def _react(self, person: Person, asked: Json) -> None:
        await person.react(self.message(asked), *([asked["emoji"]] if asked.get("emoji") else []))

    async def _delete(self, person: Person, asked: Json) -> None:
        await person.delete(self.message(asked))

    async def _block(self, person: Person, _asked: Json) -> None:
        await person.block()

    async def _unblock(self, person: Person, _asked: Json) -> None:
        await person.unblock()

    async def _start(self, person: Person, asked: Json) -> None:
        await person.start(asked.get("payload"))

    async def _join(self, person: Person, asked: Json) -> None:
        await person.join(self._forum(asked))

    async def _leave(self, person: Person, asked: Json) -> None:
        await person.leave(self._forum(asked))

    async def _language(self, person: Person, asked: Json) -> None:
        person.account.language = asked["language"]

    def _forum(self, asked: Json) -> Forum:
        return Forum(self.stage.world, self.stage.world.chats[int(asked["chat"])])


_VERBS = "say send album edit tap react delete block unblock start join leave language"
VERBS = frozenset(_VERBS.split())
