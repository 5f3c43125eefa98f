"""The state of the local Telegram, and the few things that happen in it: accounts, chats, ids, calls."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.sandbox.budgets import Budgets
from bot.sandbox.chats import ADMIN_RIGHTS, Account, Chat, Json, Member, Record
from bot.sandbox.clock import SandboxClock
from bot.sandbox.commands import Scope
from bot.sandbox.events import Events
from bot.sandbox.faults import Faults
from bot.sandbox.files import FileStore
from bot.sandbox.params import Call
from bot.sandbox.strict import StrictReport
from bot.sandbox.updates import UpdateQueue

SUPERGROUP = -1_000_000_000_000


@dataclass
class Settings:
    """Behaviours of the cloud that no primary source confirms; tests may try both.

    ``query_window``: seconds in which a press may be answered. ``press_shows_anonymous``: a press by an anonymous
    administrator carries the anonymous bot instead of the person. ``deleted_topic_constant``: what a send to a topic
    gets within ``deleted_topic_seconds`` of its deletion, None for the usual refusal. ``private_reactions``: reactions
    of people in private chats reach the bot. ``flood_patience``: seconds the server waits itself before it gives 429.
    """

    query_window: float = 15
    press_shows_anonymous: bool = False
    deleted_topic_constant: str | None = None
    deleted_topic_seconds: float = 60
    private_reactions: bool = True
    flood_patience: float = 0


@dataclass(eq=False)
class Answer:
    """What a press gets back; empty until the bot has answered."""

    given: bool = False
    text: str | None = None
    alert: bool = False


@dataclass
class Query:
    """A press of a button that waits for its answer."""

    id: str
    person: Account
    asked_at: float
    answer: Answer


@dataclass
class World:
    clock: SandboxClock
    token: str
    bot: Account
    privacy: bool = True
    settings: Settings = field(default_factory=Settings)
    accounts: dict[int, Account] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    polls: dict[str, Record] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    logged_out: bool = False

    def __post_init__(self) -> None:
        self.files = FileStore(self.bot.id)
        self.updates = UpdateQueue(self.clock)
        self.events = Events()
        self.faults = Faults(self)
        self.budgets = Budgets()
        self.strict = StrictReport()
        self.random = random.Random(self.bot.id)
        self.accounts[self.bot.id] = self.bot
        self._numbers = count(1)
        self._private_ids = count(1)
        self._account_ids = count(500_001)

    def unique(self) -> int:
        """A number never given before."""
        return next(self._numbers)

    def date(self) -> int:
        return int(self.clock.seconds())

    def account(self, name: str, **details: Any) -> Account:
        """A new person; ``details`` are fields of Account."""
        first, _, last = name.partition(" ")
        account = Account(next(self._account_ids), first, last or None, **details)
        self.accounts[account.id] = account
        return account

    def private_chat(self, account: Account) -> Chat:
        chat = self.chats.get(account.id)
        if chat is None:
            chat = self.chats[account.id] = Chat(account.id, "private", person=account)
        return chat

    def group(self, title: str, kind: str = "supergroup", *, forum: bool = False, rights: Json | None = None) -> Chat:
        """A chat with the bot as administrator (as ordinary member when ``rights`` is an empty dict)."""
        number = self.random.randint(1_000_000_000, 2_000_000_000) + self.unique()
        chat = Chat(-number if kind == "group" else SUPERGROUP - number, kind, title=title, is_forum=forum)
        chat.last_id = 1  # the first number belongs to the message about the creation
        self.chats[chat.id] = chat
        given = dict.fromkeys(ADMIN_RIGHTS, True) if rights is None else rights
        chat.members[self.bot.id] = Member(self.bot, "administrator" if given else "member", dict(given))
        return chat

    def message_id(self, chat: Chat) -> int:
        """Supergroups and channels number their messages themselves, all other chats share one numbering."""
        if chat.type in ("supergroup", "channel"):
            chat.last_id += 1
            return chat.last_id
        return next(self._private_ids)

    def member(self, chat: Chat, account_id: int) -> Member | None:
        return chat.members.get(account_id)

    def bot_member(self, chat: Chat) -> Member:
        return chat.members.get(self.bot.id) or Member(self.bot, "left")

    def find(self, chat_id: int, message_id: int) -> Record | None:
        chat = self.chats.get(chat_id)
        return chat.find(message_id) if chat else None
