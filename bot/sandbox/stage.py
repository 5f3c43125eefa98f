"""Who and what there is, and what is done to groups by those who own them."""

from __future__ import annotations

from bot.sandbox import topics
from bot.sandbox.chats import ADMIN_RIGHTS, CHANNEL_BOT, GENERAL, TELEGRAM, Account, Chat, Json, Member, Topic
from bot.sandbox.membership import change
from bot.sandbox.people import Person
from bot.sandbox.posting import post, service
from bot.sandbox.views import Forum, Message, TopicView
from bot.sandbox.world import World


class Stage:
    """The cast. ``staff`` is the forum that is there from the beginning, with the bot as administrator."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.people: dict[int, Person] = {}
        self.owner = world.account("Owner", known=True)
        self.staff = self.forum("Acme support")

    def forum(self, title: str, *, rights: dict[str, bool] | None = None) -> Forum:
        """A supergroup with topics and the bot as administrator; ``rights`` empty: as plain member."""
        return self._group(title, "supergroup", forum=True, rights=rights)

    def group(self, title: str, kind: str = "group", *, rights: dict[str, bool] | None = None) -> Forum:
        """A chat without topics: group, supergroup or channel."""
        return self._group(title, kind, forum=False, rights=rights)

    def _group(self, title: str, kind: str, *, forum: bool, rights: dict[str, bool] | None) -> Forum:
        chat = self.world.group(title, kind, forum=forum, rights=rights)
        if forum:
            chat.topics[GENERAL] = Topic(GENERAL, "General")
        return Forum(self.world, chat)

    def customer(self, name: str, *, language: str = "en", username: str | None = None) -> Person:
        """Somebody who has not pressed start yet."""
        return self._cast(self.world.account(name, language=language, username=username), None)

    def _cast(self, account: Account, home: Forum | None) -> Person:
        person = self.people[account.id] = Person(self.world, account, home)
        return person

    def member(
        self, name: str, *, chat: Forum | None = None, language: str = "en", username: str | None = None
    ) -> Person:
        """Somebody who has long been in the staff group; no update tells of it."""
        return self._staff(name, chat, "member", language, username)

    def admin(
        self,
        name: str,
        *,
        chat: Forum | None = None,
        anonymous: bool = False,
        title: str | None = None,
        language: str = "en",
        username: str | None = None,
    ) -> Person:
        """As ``member``, with all rights of an administrator."""
        person = self._staff(name, chat, "administrator", language, username)
        member = (chat or self.staff).chat.members[person.id]
        member.anonymous, member.title = anonymous, title
        return person

    def _staff(self, name: str, where: Forum | None, status: str, language: str, username: str | None) -> Person:
        forum = where or self.staff
        account = self.world.account(name, language=language, username=username, known=True)
        forum.chat.members[account.id] = _standing(account, status)
        return self._cast(account, forum)

    async def promote(self, person: Person, where: Forum | None = None) -> None:
        """To administrator, with all rights."""
        self._change(where, _standing(person.account, "administrator"))

    async def demote(self, person: Person, where: Forum | None = None) -> None:
        self._change(where, _standing(person.account, "member"))

    async def kick(self, person: Person, where: Forum | None = None) -> None:
        self._change(where, _standing(person.account, "kicked"))

    async def kick_bot(self, where: Forum | None = None) -> None:
        self._change(where, _standing(self.world.bot, "kicked"))

    async def add_bot(self, where: Forum | None = None) -> None:
        """As administrator with all rights."""
        self._change(where, _standing(self.world.bot, "administrator"))

    async def demote_bot(self, where: Forum | None = None) -> None:
        """To a plain member."""
        self._change(where, _standing(self.world.bot, "member"))

    async def bot_rights(self, where: Forum | None = None, /, **rights: bool) -> None:
        """Change single rights of the bot, an administrator."""
        now = self.world.bot_member((where or self.staff).chat)
        self._change(where, Member(self.world.bot, "administrator", now.rights | rights))

    def _change(self, where: Forum | None, member: Member) -> None:
        change(self.world, (where or self.staff).chat, self.owner, member.account, member)

    async def create_topic(self, name: str, where: Forum | None = None) -> TopicView:
        chat = (where or self.staff).chat
        return TopicView(self.world, chat, topics.create_topic(self.world, chat, self.owner, name))

    async def delete_topic(self, topic: TopicView) -> None:
        """No update tells of it."""
        topics.delete_topic(self.world, topic.chat, topic.state)

    async def close_topic(self, topic: TopicView) -> None:
        topics.set_closed(self.world, topic.chat, topic.state, self.owner, closed=True)

    async def reopen_topic(self, topic: TopicView) -> None:
        topics.set_closed(self.world, topic.chat, topic.state, self.owner, closed=False)

    async def rename_topic(self, topic: TopicView, name: str) -> None:
        topics.edit_topic(self.world, topic.chat, topic.state, self.owner, name=name, icon=topic.icon)

    async def forum_off(self, where: Forum | None = None) -> None:
        """Switch topics off. No service message tells of it."""
        (where or self.staff).chat.is_forum = False

    async def forum_on(self, where: Forum | None = None) -> None:
        chat = (where or self.staff).chat
        chat.is_forum = True
        chat.topics.setdefault(GENERAL, Topic(GENERAL, "General"))

    async def migrate(self, group: Forum, *, forum: bool = True, new_first: bool = False) -> int:
        """Turn a basic group into a supergroup, and return the new chat id. The view follows.

        ``new_first``: the message in the new chat comes before the one in the old.
        """
        old = group.chat
        if old.type != "group":
            raise ValueError("only a basic group can become a supergroup")
        new = self.world.group(old.title or "", forum=forum)
        new.members = old.members
        new.topics = {GENERAL: Topic(GENERAL, "General")} if forum else {}
        new.last_id = 0
        signals: list[tuple[Chat, Json]] = [
            (old, {"migrate_to_chat_id": new.id}),
            (new, {"migrate_from_chat_id": old.id}),
        ]
        for chat, content in reversed(signals) if new_first else signals:
            service(self.world, chat, self.owner, content)
        old.migrated_to = new.id
        standing = self.world.bot_member(new)
        change(self.world, new, self.owner, self.world.bot, standing)
        return new.id

    async def say_as_channel(self, text: str, *, topic: TopicView | None = None, channel: Forum) -> Message:
        """Somebody writes in the staff group in the name of a channel."""
        heads: Json = {"from": CHANNEL_BOT, "sender_chat": channel.chat.json()}
        return self._alien(text, topic, heads, CHANNEL_BOT)

    async def auto_forward(self, text: str, *, channel: Forum) -> Message:
        """A post of the linked channel arrives in the staff group."""
        origin: Json = {"type": "channel", "date": self.world.date(), "chat": channel.chat.json(), "message_id": 5}
        heads: Json = {"from": TELEGRAM, "sender_chat": channel.chat.json(), "is_automatic_forward": True}
        return self._alien(text, None, heads | {"forward_origin": origin}, TELEGRAM)

    def _alien(self, text: str, topic: TopicView | None, heads: Json, user: Json) -> Message:
        sender = Account(user["id"], user["first_name"], is_bot=user["is_bot"])
        place = topic.id if topic else None
        return Message(self.world, post(self.world, self.staff.chat, sender, {"text": text}, topic=place, heads=heads))


def _standing(account: Account, status: str) -> Member:
    return Member(account, status, dict.fromkeys(ADMIN_RIGHTS, True) if status == "administrator" else {})
