"""People, chats, topics, memberships and messages as the local Telegram keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

GENERAL = 1
ANONYMOUS_BOT: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNEL_BOT: Json = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
TELEGRAM: Json = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
ICON_COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)

ADMIN_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_pin_messages", "can_manage_topics", "can_send_welcome_messages",
)  # fmt: skip
SEND_RIGHTS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info", "can_invite_users",
    "can_pin_messages", "can_manage_topics",
)  # fmt: skip
PRESENT = frozenset({"creator", "administrator", "member", "restricted"})


@dataclass
class Account:
    """A person or a bot. ``known``: the bot has met them, so that their id means something to it."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None
    is_bot: bool = False
    known: bool = False
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    hides_forwards: bool = False
    refuses_voice: bool = False
    chat_unread: int = 0

    def user(self) -> Json:
        """The Bot API's User."""
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        if self.language:
            user["language_code"] = self.language
        return user


@dataclass
class Member:
    account: Account
    status: str = "member"
    rights: dict[str, bool] = field(default_factory=dict)
    anonymous: bool = False
    title: str | None = None
    is_member: bool = True

    @property
    def present(self) -> bool:
        return self.status in PRESENT and (self.status != "restricted" or self.is_member)

    @property
    def admin(self) -> bool:
        return self.status in ("creator", "administrator")

    def may(self, right: str) -> bool:
        return self.status == "creator" or (self.status == "administrator" and self.rights.get(right, False))

    def json(self) -> Json:
        """The Bot API's ChatMember."""
        found: Json = {"status": self.status, "user": self.account.user()}
        if self.status == "creator":
            found["is_anonymous"] = self.anonymous
        if self.status == "administrator":
            found |= {"can_be_edited": False, "is_anonymous": self.anonymous}
            found |= {right: self.rights.get(right, False) for right in ADMIN_RIGHTS}
        if self.status == "restricted":
            found |= {"is_member": self.is_member, "until_date": 0}
            found |= {right: self.rights.get(right, False) for right in SEND_RIGHTS}
        if self.status == "kicked":
            found["until_date"] = 0
        if self.admin and self.title:
            found["custom_title"] = self.title
        return found


@dataclass
class Topic:
    id: int
    name: str
    icon_color: int = ICON_COLORS[0]
    icon: str | None = None
    closed: bool = False
    hidden: bool = False
    deleted: bool = False
    deleted_at: float = 0
    creator: int = 0
    pinned: list[int] = field(default_factory=list)


@dataclass
class Record:
    """A message: ``message`` is the Bot API's JSON, the rest is what that JSON does not tell.

    ``sender`` is the true account, for anonymous ones too. ``topic`` is None outside forums.
    """

    chat: Chat
    message: Json
    sender: int
    topic: int | None = None
    deleted: bool = False
    service: bool = False
    keyboard: Json | None = None
    reactions: dict[int, list[str]] = field(default_factory=dict)

    @property
    def id(self) -> int:
        return int(self.message["message_id"])


@dataclass
class Chat:
    """``permissions`` are what ordinary members may send; a missing one is allowed."""

    id: int
    type: str
    title: str | None = None
    username: str | None = None
    person: Account | None = None
    is_forum: bool = False
    gone: bool = False
    migrated_to: int | None = None
    linked: int | None = None
    permissions: dict[str, bool] = field(default_factory=dict)
    protected: bool = False
    records: dict[int, Record] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    last_id: int = 0
    last_speaker: int = 0

    def json(self) -> Json:
        """The Bot API's Chat."""
        chat: Json = {"id": self.id, "type": self.type}
        if self.person:
            user = self.person.user()
            chat |= {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
            return chat
        chat["title"] = self.title
        if self.username:
            chat["username"] = self.username
        if self.is_forum:
            chat["is_forum"] = True
        return chat

    def kind(self) -> str:
        """As error descriptions call it."""
        return {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}[self.type]

    def topic(self, topic_id: int) -> Topic | None:
        topic = self.topics.get(topic_id)
        return None if topic is None or topic.deleted else topic

    def find(self, message_id: int) -> Record | None:
        record = self.records.get(message_id)
        return None if record is None or record.deleted else record
