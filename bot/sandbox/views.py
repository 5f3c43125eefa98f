"""What people see: messages, chats and topics. Views are live: they show the present state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.sandbox.chats import GENERAL, Chat, Json, Record, Topic
from bot.sandbox.markup import Entity, to_html
from bot.sandbox.posting import media_of
from bot.sandbox.world import World


@dataclass(frozen=True)
class Button:
    text: str
    data: str | None = None
    style: str | None = None
    url: str | None = None


class Message:
    """One message. ``sender`` is the name shown above it, ``quote`` the quoted part of what it answers."""

    def __init__(self, world: World, record: Record) -> None:
        self.world = world
        self.record = record

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and other.record is self.record

    def __hash__(self) -> int:
        return hash((self.record.chat.id, self.record.id))

    def __repr__(self) -> str:
        return f"<Message {self.id} {self.sender}: {self.text or self.media or self.service}>"

    @property
    def json(self) -> Json:
        """The message as the Bot API shows it."""
        return self.record.message

    @property
    def id(self) -> int:
        return self.record.id

    @property
    def chat_id(self) -> int:
        return self.record.chat.id

    @property
    def topic(self) -> int | None:
        """None outside forums, 1 in General."""
        return self.record.topic

    @property
    def sender(self) -> str:
        shown = self.json.get("sender_chat") or self.json.get("from") or {}
        return str(shown.get("title") or shown.get("first_name") or "")

    @property
    def by_bot(self) -> bool:
        return self.record.sender == self.world.bot.id

    @property
    def text(self) -> str:
        """Text or caption."""
        return str(self.json.get("text") or self.json.get("caption") or "")

    @property
    def entities(self) -> list[Entity]:
        found: list[Entity] = self.json.get("entities") or self.json.get("caption_entities") or []
        return found

    @property
    def html(self) -> str:
        return to_html(self.text, self.entities)

    @property
    def media(self) -> str | None:
        """The kind of media, None for a text."""
        found = media_of(self.json)
        return found[0] if found else None

    @property
    def file_id(self) -> str | None:
        found = media_of(self.json)
        if found is None:
            return None
        body = found[1][-1] if found[0] == "photo" else found[1]
        return body.get("file_id") if isinstance(body, dict) else None

    @property
    def service(self) -> str | None:
        """The kind of a service message, such as ``forum_topic_created``."""
        return next((key for key in self.json if key not in SENDER_FIELDS), None) if self.record.service else None

    @property
    def reply_to(self) -> Message | None:
        target = self.json.get("reply_to_message")
        found = self.record.chat.records.get(target["message_id"]) if target else None
        return Message(self.world, found) if found and "forum_topic_created" not in found.message else None

    @property
    def quote(self) -> str | None:
        found: str | None = self.json.get("quote", {}).get("text")
        return found

    @property
    def buttons(self) -> list[list[Button]]:
        rows = self.json.get("reply_markup", {}).get("inline_keyboard", [])
        return [[_button(one) for one in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        return [button.text for row in self.buttons for button in row]

    @property
    def reactions(self) -> list[str]:
        return [emoji for given in self.record.reactions.values() for emoji in given]

    @property
    def edited(self) -> bool:
        return "edit_date" in self.json

    @property
    def deleted(self) -> bool:
        return self.record.deleted

    @property
    def pinned(self) -> bool:
        chat, topic = self.record.chat, self.record.topic
        pins = chat.topics[topic].pinned if topic in chat.topics else chat.pinned
        return self.id in pins

    @property
    def media_group_id(self) -> str | None:
        found: str | None = self.json.get("media_group_id")
        return found

    def line(self) -> str:
        """One line of a transcript."""
        words = f"({self.service})" if self.service else f"{f'<{self.media}> ' if self.media else ''}{self.text}"
        rows = "".join(f" [{button.text}]" for row in self.buttons for button in row)
        return f"{self.sender}: {words.strip()}{rows}"


_SENDER_FIELDS = (
    "message_id message_thread_id from sender_chat author_signature date chat is_topic_message "
    "reply_to_message edit_date"
)
SENDER_FIELDS = frozenset(_SENDER_FIELDS.split())


def _button(button: Json) -> Button:
    return Button(button["text"], button.get("callback_data"), button.get("style"), button.get("url"))


class ChatView:
    """A chat, or one topic of it, as it looks now: deleted messages are gone."""

    def __init__(self, world: World, chat: Chat, topic: int | None = None) -> None:
        self.world = world
        self._chat = chat
        self.topic_id = topic

    @property
    def chat(self) -> Chat:
        """The place itself; after a migration the new one."""
        moved = self._chat.migrated_to
        return self.world.chats[moved] if moved else self._chat

    @property
    def chat_id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        records = self.chat.records.values()
        return [Message(self.world, one) for one in records if not one.deleted and self._shows(one)]

    def _shows(self, record: Record) -> bool:
        return self.topic_id is None or record.topic == self.topic_id

    @property
    def last(self) -> Message:
        return self.messages[-1]

    def transcript(self) -> str:
        return "\n".join(message.line() for message in self.messages)


class TopicView(ChatView):
    """A topic of a forum. ``id`` 1 is General."""

    def __init__(self, world: World, chat: Chat, topic: Topic) -> None:
        super().__init__(world, chat, topic.id)
        self.state = topic

    @property
    def id(self) -> int:
        return self.state.id

    @property
    def name(self) -> str:
        return self.state.name

    @property
    def icon(self) -> str | None:
        """The custom emoji id."""
        return self.state.icon

    @property
    def closed(self) -> bool:
        return self.state.closed

    @property
    def deleted(self) -> bool:
        return self.state.deleted


class Forum(ChatView):
    """A staff group. ``topics`` are those that exist, without General."""

    @property
    def topics(self) -> dict[int, TopicView]:
        chat = self.chat
        return {one.id: TopicView(self.world, chat, one) for one in chat.topics.values()
                if not one.deleted and one.id != GENERAL}  # fmt: skip

    @property
    def general(self) -> TopicView:
        return TopicView(self.world, self.chat, self.chat.topics[GENERAL])

    @property
    def title(self) -> str | None:
        return self.chat.title


def place(where: Any) -> tuple[Chat, int | None]:
    """The chat and topic of a view."""
    return where.chat, where.topic_id
