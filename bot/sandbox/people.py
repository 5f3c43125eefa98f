"""People and what they do. Every act makes its updates at once; let the bot react with ``settle``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.sandbox.chats import GENERAL, Account, Chat, Json, Member, Record
from bot.sandbox.markup import MESSAGE, Entity, formatted
from bot.sandbox.membership import change, private_status
from bot.sandbox.pins import pin
from bot.sandbox.posting import CONTENT, edited, post, shallow
from bot.sandbox.pressing import press
from bot.sandbox.props import caption_fields, content
from bot.sandbox.reactions import react
from bot.sandbox.replies import external, origin, quote_of_person
from bot.sandbox.views import ChatView, Forum, Message, TopicView, place
from bot.sandbox.world import Answer, World

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
Place = ChatView | TopicView | Forum


class Person:
    """Somebody with a client. ``home`` is where they speak unless told otherwise: the private chat, or a group."""

    def __init__(self, world: World, account: Account, home: Place | None = None) -> None:
        self.world = world
        self.account = account
        self.home = home

    def __repr__(self) -> str:
        return f"<{self.name}>"

    @property
    def id(self) -> int:
        return self.account.id

    @property
    def name(self) -> str:
        return self.account.first_name

    @property
    def chat(self) -> ChatView:
        """The private chat with the bot."""
        return ChatView(self.world, self.world.private_chat(self.account))

    async def say(
        self,
        text: str,
        *,
        to: Place | None = None,
        topic: TopicView | None = None,
        reply_to: Message | None = None,
        quote: str | None = None,
        entities: list[Entity] | None = None,
    ) -> Message:
        """Write. A text over 4096 characters leaves as several messages, the last one is returned."""
        record: Record | None = None
        for start in range(0, len(text), MESSAGE):
            clean, found = formatted(text[start : start + MESSAGE], None, entities)
            words: Json = {"text": clean} | ({"entities": found} if found else {})
            record = self.put(words, to=to, topic=topic, reply_to=reply_to, quote=quote)
        if record is None:
            raise ValueError("nothing to say")
        return Message(self.world, record)

    def put(
        self,
        body: Json,
        *,
        to: Place | None = None,
        topic: TopicView | None = None,
        reply_to: Message | None = None,
        quote: str | None = None,
    ) -> Record:
        """Post any content of the Bot API's form."""
        chat, topic_id = self._where(to, topic, reply_to)
        self._check(chat, topic_id)
        reply = self._reply(chat, topic_id, reply_to, quote)
        return post(self.world, chat, self.account, body, topic=topic_id, reply=reply)

    async def start(self, payload: str | None = None) -> Message:
        """Press the start button, with the payload of a deep link: 1 to 64 of ``A-Za-z0-9_-``."""
        if payload is not None and not PAYLOAD.fullmatch(payload):
            raise ValueError(f"{payload!r} cannot be the payload of a deep link")
        if self.account.blocked:
            await self.unblock()
        words: Json = {"text": f"/start {payload}" if payload else "/start"}
        words["entities"] = [{"type": "bot_command", "offset": 0, "length": 6}]
        return Message(self.world, self.put(words, to=self.chat))

    async def send(
        self,
        kind: str,
        *,
        caption: str | None = None,
        file_name: str | None = None,
        size: int | None = None,
        data: bytes | None = None,
        to: Place | None = None,
        topic: TopicView | None = None,
        reply_to: Message | None = None,
        **details: Any,
    ) -> Message:
        """Send a photo, video, voice, video_note, audio, document, animation, sticker, location, live_location, venue,
        contact, poll, dice or story. ``details`` are fields of the thing itself.
        """
        thing = content(
            self.world, self.account, kind, caption=caption, file_name=file_name, size=size, data=data, **details
        )
        return Message(self.world, self.put(thing, to=to, topic=topic, reply_to=reply_to))

    async def album(
        self,
        kinds: Sequence[str],
        *,
        caption: str | None = None,
        to: Place | None = None,
        topic: TopicView | None = None,
        reply_to: Message | None = None,
    ) -> list[Message]:
        """Several files as one album, an update each; the first has the caption."""
        group = {"media_group_id": str(self.world.random.getrandbits(56))}
        things = [content(self.world, self.account, kind, caption=None if number else caption) | group
                  for number, kind in enumerate(kinds)]  # fmt: skip
        return [Message(self.world, self.put(thing, to=to, topic=topic, reply_to=reply_to)) for thing in things]

    async def forward(self, message: Message, *, to: Place | None = None, topic: TopicView | None = None) -> Message:
        """Forward a message that this person sees."""
        author = self.world.accounts.get(message.record.sender)
        body = {name: value for name, value in message.json.items() if name in CONTENT}
        body["forward_origin"] = origin(message.record, author)
        return Message(self.world, self.put(body, to=to, topic=topic))

    async def edit(
        self, message: Message, *, text: str | None = None, caption: str | None = None, location: Json | None = None
    ) -> Message:
        """Edit a text, a caption, or the place of a live location."""
        if location is not None:
            edited(self.world, message.record, {"location": message.json["location"] | location})
        elif text is not None:
            clean, found = formatted(text, None, None)
            changes: Json = {"text": clean} | ({"entities": found} if found else {})
            edited(self.world, message.record, changes, drop=("text", "entities"))
        else:
            edited(self.world, message.record, caption_fields(caption), drop=("caption", "caption_entities"))
        return message

    async def react(self, message: Message, *emoji: str) -> None:
        """Give these reactions instead of earlier ones; none takes them back."""
        react(self.world, message.record, self.account, [one.replace("\ufe0f", "") for one in emoji])

    async def pin(self, message: Message) -> None:
        pin(self.world, message.record, self.account)

    async def join(self, where: Forum) -> None:
        change(self.world, where.chat, self.account, self.account, Member(self.account))
        self.home = self.home or where

    async def leave(self, where: Forum) -> None:
        change(self.world, where.chat, self.account, self.account, Member(self.account, "left"))

    async def tap(
        self, label: str, *, on: Message | None = None, to: Place | None = None, topic: TopicView | None = None
    ) -> Answer:
        """Press the newest button of this name in the chat; the answer fills when the bot gives it."""
        found = self._button(label, on, to, topic)
        if found is None:
            await self.say(label, to=to, topic=topic)
            return Answer(given=True)
        message, data = found
        return press(self.world, self.account, message.record, data)

    async def press(self, message: Message, *, data: str) -> Answer:
        """Send any callback data, as a forging client can."""
        return press(self.world, self.account, message.record, data)

    async def delete(self, message: Message) -> None:
        """Delete for everybody. The bot is not told."""
        message.record.deleted = True
        self.world.events.emit("delete", chat=message.chat_id, id=message.id)

    async def block(self) -> None:
        self.account.blocked = True
        private_status(self.world, self.account, "member", "kicked")

    async def unblock(self) -> None:
        self.account.blocked = False
        private_status(self.world, self.account, "kicked", "member")

    async def deactivate(self) -> None:
        """Delete the account. Nobody is told."""
        self.account.deactivated = True

    def _where(self, to: Place | None, topic: TopicView | None, reply_to: Message | None) -> tuple[Chat, int | None]:
        if topic is not None:
            return place(topic)
        if to is None and reply_to is not None:
            return reply_to.record.chat, reply_to.record.topic
        chat, topic_id = place(to or self.home or self.chat)
        return chat, topic_id

    def _check(self, chat: Chat, topic_id: int | None) -> None:
        if self.account.deactivated:
            raise ValueError(f"{self.name} has no account any more")
        if chat.person:
            if self.account.blocked:
                raise ValueError(f"{self.name} has blocked the bot")
            self.account.started = True
            return
        member = chat.members.get(self.id)
        if member is None or not member.present:
            raise ValueError(f"{self.name} is not in {chat.title}")
        _check_topic(chat, topic_id, member)

    def _reply(self, chat: Chat, topic_id: int | None, reply_to: Message | None, quote: str | None) -> Json:
        if reply_to is None:
            return {}
        target = reply_to.record
        fields: Json = {"reply_to_message": shallow(target.message)}
        if target.chat is not chat or target.topic != (topic_id or (GENERAL if chat.is_forum else None)):
            fields = {"external_reply": external(self.world, target)}
        return fields | ({"quote": quote_of_person(target.message, quote)} if quote else {})

    def _button(
        self, label: str, on: Message | None, to: Place | None, topic: TopicView | None
    ) -> tuple[Message, str] | None:
        messages = [on] if on else list(reversed((topic or to or self.home or self.chat).messages))
        for message in messages:
            for button in (one for row in message.buttons for one in row):
                if button.text == label and button.data is not None:
                    return message, button.data
        if any(label == key for message in messages for key in _keys(message)):
            return None
        offered = [label for message in messages[:3] for label in message.labels]
        raise LookupError(f"no button {label!r}; the newest are {offered}")


def _keys(message: Message) -> list[str]:
    """Labels of a reply keyboard."""
    rows: list[list[Any]] = (message.record.keyboard or {}).get("keyboard", [])
    return [key["text"] if isinstance(key, dict) else str(key) for row in rows for key in row]


def _check_topic(chat: Chat, topic_id: int | None, member: Member) -> None:
    topic = chat.topics.get(topic_id) if topic_id is not None else None
    if topic is None:
        return
    if topic.deleted:
        raise ValueError(f"the topic {topic.name} is deleted")
    if topic.closed and not member.may("can_manage_topics"):
        raise ValueError(f"the topic {topic.name} is closed")
