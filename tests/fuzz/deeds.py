"""What anybody can do to a desk, and some things that only a forged client can."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import ChatView, Forum, Message, TopicView
from tests.fuzz.books import Books
from tests.fuzz.cast import CHANGES, Cast
from tests.fuzz.words import CAPTIONED, KINDS, TAILS, command, forged, kind_of, pressable
from tests.hostile.mutation import mutated
from tests.hostile.reception import samples

Act = Callable[[], Awaitable[object]]
HURRY = {
    "t:close": 0.2, "t:close_sure": 0.2, "c:merge_into": 0.3, "c:reject": 0.3, "c:main": 0.4, "c:correct": 0.4,
    "d:cancel": 0.3, "d:back": 0.3, "n": 0.5, "c:pick_up": 4, "c:verdict": 4, "c:no_variants": 3, "c:offer": 4,
    "c:for_fault": 3, "c:for_improvement": 3, "c:unpromise": 2, "v:publish": 3, "v:withdraw": 3, "t:not_solved": 2,
    "t:solved": 2, "c:decline": 2, "c:give_up": 8, "c:to": 2,
}  # fmt: skip
"""What ends everything is pressed less often than the rest, what leads on more often."""


class Deeds(Cast):
    """Everybody's words carry who may read them: `c7w3.` is a word of customer 7, `r2w4.` one in the topic of ticket 2,
    `n5.` a note, and `k6.` what colleagues tell each other.

    `pressed` counts the kinds of buttons: the rarer one was pressed, the sooner it is pressed again.
    """

    def __init__(self, telegram: LocalTelegram, books: Books, desk_file: Path, seed: int) -> None:
        super().__init__(telegram)
        self.books, self.desk_file, self.chance = books, desk_file, random.Random(seed)
        self.pressed: Counter[str] = Counter()
        self._samples: list[dict[str, Any]] = []
        self._numbers = count(1)

    async def gather(self) -> None:
        """What broken updates are made of, is learned from a Telegram elsewhere."""
        self._samples = await samples(LocalTelegram())

    async def arrive(self) -> None:
        """Everybody joins a service, and some releases are planned."""
        for who, group, words in self.joining():
            await who.say(words, topic=group.general)
        for version, days in (("1.4.1", 1), ("1.4.2", 4), ("1.5.1", 9)):
            day = (self.telegram.clock.now() + timedelta(days=days)).date().isoformat()
            await self.owner.say(f"/release {version} PROD {day}", topic=self.telegram.staff.general)

    def _topic(self, chat_id: int, number: int) -> TopicView | None:
        group = next(group for group in self.groups if group.chat_id == chat_id)
        found = [key for (chat, key), of in self.books.topics.items() if chat == chat_id and of == number]
        return next((topic for key, topic in group.topics.items() if key in found), None)

    def _command(self) -> str:
        words = f"k{next(self._numbers)}.{self.chance.choice(TAILS)}"
        return command(self.chance, len(self.books.tickets), self.telegram.clock.now(), words)

    async def _reload(self, group: Forum) -> None:
        self.write(self.desk_file, self.chance.choice(CHANGES))
        await self.owner.say("/reload", topic=group.general)

    async def _confirm(self, who: Person, topic: TopicView) -> None:
        copies = [one for one in topic.messages if one.by_bot and "w" in one.text and not pressable(one.buttons)]
        await who.say("/confirmed", reply_to=self.chance.choice(copies))

    async def _tap(self, who: Person, chat: ChatView) -> None:
        """A button of the newest message that has some, or that kind of all here which was pressed least."""
        offered = [one for one in chat.messages if "reply_markup" in one.json and pressable(one.buttons)]
        if not offered:
            return
        if self.chance.random() < 0.4:
            message = offered[-1]
            data = self.chance.choice(pressable(message.buttons))
        else:
            message, data = self._rarest(offered[-12:] + offered[:1])
        self.pressed[kind_of(data)] += 1
        await who.press(message, data=data)

    def _rarest(self, offered: list[Message]) -> tuple[Message, str]:
        seen = {(one, data) for one in offered for data in pressable(one.buttons)}
        known = sorted(seen, key=lambda found: (found[0].id, found[1]))
        return self.chance.choices(known, [self._appeal(kind_of(data)) for _, data in known])[0]

    def _appeal(self, kind: str) -> float:
        often: float = (1 + self.pressed[kind]) ** 1.5
        return HURRY.get(kind, 1) / often

    async def _forge(self, who: Person, chat: ChatView) -> None:
        """Made up, or somebody else's: a button that was seen elsewhere."""
        message = self.chance.choice([message for message in chat.messages if message.by_bot])
        data = forged(self.chance, len(self.books.tickets))
        if self.chance.random() < 0.4:
            chats = [*(one.chat for one in self.customers), *self.groups]
            seen = [data for one in self.chance.choice(chats).messages[-60:] for data in pressable(one.buttons)]
            data = self.chance.choice(seen)
        await who.press(message, data=data)

    async def _swipe(self, who: Person, chat: ChatView, words: str) -> None:
        message = self.chance.choice(chat.messages[-40:])
        quote = message.text[:12].strip() if self.chance.random() < 0.2 else None
        await who.say(words, reply_to=message, quote=quote or None)

    async def _send(self, who: Person, chat: ChatView, words: str) -> None:
        kind = self.chance.choice(KINDS)
        caption = words[:1024] if kind in CAPTIONED and self.chance.random() < 0.7 else None
        if words.startswith("//") and caption is None:
            return
        await who.send(kind, to=chat, caption=caption)

    async def _album(self, who: Person, chat: ChatView, words: str) -> None:
        kinds = self.chance.choice((["photo"] * 3, ["photo", "video"], ["document"] * 2, ["audio"] * 4, ["photo"] * 10))
        await who.album(kinds, to=chat, caption=words[:1024])

    async def _edit(self, who: Person, chat: ChatView, words: str) -> None:
        """What was not for the customer keeps its mark, whatever becomes of its slashes."""
        own = [one for one in chat.messages if one.record.sender == who.id and not one.service and "text" in one.json]
        if not own:
            return
        message = self.chance.choice(own[-20:])
        if message.text.startswith(("// n", "n", "k", "/decline")):
            words = message.text.removeprefix("// ") + " edited"
        await who.edit(message, text=words[:4096])

    async def _forward(self, who: Person, chat: ChatView) -> None:
        await who.forward(self.chance.choice([one for one in chat.messages if not one.service]))

    async def _delete(self, who: Person, chat: ChatView) -> None:
        await who.delete(self.chance.choice([one for one in chat.messages if not one.service]))

    async def _nothing(self) -> None:
        pass

    async def _garbage(self) -> None:
        """An update that no Telegram should send."""
        update = mutated(self.chance.choice(self._samples), self.chance)
        kind = next((kind for kind in update if kind != "update_id"), "nothing")
        if isinstance(payload := update.get(kind), dict):
            self.telegram.world.updates.add(kind, payload, forced=True)

    async def _of_the_world(self) -> None:
        topics: list[TopicView] = [topic for group in self.groups for topic in group.topics.values()]
        faults = self.telegram.faults
        match self.chance.randrange(7):
            case 0:
                faults.unknown_update()
            case 1:
                faults.unknown_field()
            case 2:
                faults.poison()
            case 3 if topics:
                await self.telegram.delete_topic(self.chance.choice(topics))
            case 4 if topics:
                await self.telegram.close_topic(self.chance.choice(topics))
            case 5 if topics:
                await self.telegram.reopen_topic(self.chance.choice(topics))
            case 6 if topics:
                await self.telegram.rename_topic(self.chance.choice(topics), "renamed by hand")

    def _weighed(self, weights: dict[Act, int]) -> Act:
        return self.chance.choices(list(weights), list(weights.values()))[0]
