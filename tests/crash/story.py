"""A short story that goes through every kind of row: windows, a topic, a card, a reply, an album, marks, questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import TopicView
from tests.crash.powered import read_in

Deed = Callable[[], Awaitable[object]]
CALLED = "select fact from history order by id"
LEFT = "select (select count(*) from outbox), (select count(*) from inbox where state != 'done')"


@dataclass
class Story:
    telegram: LocalTelegram
    anna: Person
    ivan: Person

    @classmethod
    def on(cls, telegram: LocalTelegram) -> Story:
        return cls(telegram, telegram.customer("Anna", language="en"), telegram.member("Ivan"))

    @property
    def topic(self) -> TopicView:
        return next(iter(self.telegram.staff.topics.values()))

    def before(self) -> list[Deed]:
        anna = self.anna
        taps = ("New request", "Something is wrong"), ("Next", "PROD, live", "Still happening")
        first, second = ([self._tap(label) for label in labels] for labels in taps)
        return [anna.start, *first, lambda: anna.say("Payment fails with error 500."), *second]

    def deeds(self) -> list[Deed]:
        """From the dialog's last step to the customer's no."""
        anna, ivan = self.anna, self.ivan
        return [
            self._tap("No log"),
            self._tap("Send"),
            self._press("Take"),
            lambda: ivan.say("Which card is it?", topic=self.topic),
            lambda: anna.album(["photo", "photo"], caption="These two"),
            self._press("Complete"),
            self._press("Software fault"),
            lambda: ivan.say("It works again.", topic=self.topic),
            self._tap("Not solved"),
            lambda: anna.say("Still error 500"),
        ]

    def read(self) -> tuple[list[str], list[str]]:
        """What both sides have before their eyes."""
        topics = self.telegram.staff.topics.values()
        return read_in(self.anna.chat), [line for topic in topics for line in [topic.name, *read_in(topic)]]

    def marks(self) -> list[list[str]]:
        """The bot's on what people have written, message by message."""
        topics = self.telegram.staff.topics.values()
        chats = [self.anna.chat.messages, *(topic.messages for topic in topics)]
        return [message.reactions for messages in chats for message in messages if not message.by_bot]

    def _tap(self, label: str) -> Deed:
        return lambda: self.anna.tap(label)

    def _press(self, label: str) -> Deed:
        return lambda: self.ivan.tap(label, topic=self.topic)


def booked(database: Path) -> tuple[list[str], tuple[int, int]]:
    """The facts of all tickets, and how many rows and updates are left over."""
    with closing(sqlite3.connect(database)) as connection:
        return [fact for (fact,) in connection.execute(CALLED)], connection.execute(LEFT).fetchone()
