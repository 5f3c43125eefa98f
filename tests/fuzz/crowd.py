"""People who do anything that a client lets them do, and some things that only a forged client can."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from bot.ports import Purpose
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import ChatView, Forum, Message, TopicView
from tests.fuzz.books import Asked, Books, Known
from tests.fuzz.cast import CHANGES, Cast
from tests.fuzz.errands import CUSTOMER, STAFF, buttons
from tests.fuzz.words import (
    CAPTIONED,
    KINDS,
    PRIVATE_WORDS,
    TAILS,
    command,
    forged,
    kind_of,
    pressable,
    question,
    release,
)
from tests.hostile.mutation import mutated
from tests.hostile.reception import samples

Act = Callable[[], Awaitable[object]]
FOR_COLLEAGUES = frozenset({Purpose.TRANSFERRING, Purpose.VERDICT, Purpose.HANDING_BACK})
HURRY = {
    "t:close": 0.2, "t:close_sure": 0.2, "c:merge_into": 0.3, "c:reject": 0.3, "c:main": 0.4, "c:correct": 0.4,
    "d:cancel": 0.3, "d:back": 0.3, "n": 0.5, "c:pick_up": 4, "c:verdict": 4, "c:no_variants": 3, "c:offer": 4,
    "c:for_fault": 3, "c:for_improvement": 3, "c:unpromise": 2, "v:publish": 3, "v:withdraw": 3, "t:not_solved": 2,
    "t:solved": 2, "c:decline": 2, "c:give_up": 8, "c:to": 2,
}  # fmt: skip
"""What ends everything is pressed less often than the rest, what leads on more often."""
ANSWERED = 0.8
"""How often somebody answers what the desk asks for, before they do anything else."""


class Crowd(Cast):
    """Everybody's words carry who may read them: `c7w3.` is a word of customer 7, `r2w4.` one in the topic of ticket 2,
    `n5.` a note, and `k6.` what colleagues tell each other.

    `pressed` counts the kinds of buttons: the rarer one was pressed, the sooner it is pressed again.
    """

    def __init__(self, telegram: LocalTelegram, books: Books, desk_file: Path, seed: int) -> None:
        super().__init__(telegram)
        self.books, self.desk_file, self.chance = books, desk_file, random.Random(seed)
        self.pressed: Counter[str] = Counter()
        self.gone: Counter[tuple[str, ...]] = Counter()
        self._samples: list[dict[str, Any]] = []
        self._numbers = count(1)
        self._focus = 0

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

    async def answer(self) -> None:
        """What the desk has asked for; most of them write before they do anything else."""
        self.books.read()
        for asked in self.books.asked:
            if self.chance.random() < ANSWERED:
                with suppress(ValueError, LookupError, TypeError):
                    await self._answer(asked)

    async def act(self) -> None:
        """One act of somebody; what is impossible just now is left undone."""
        with suppress(ValueError, LookupError, TypeError):
            await self._choose()()

    async def errand(self) -> None:
        """Somebody comes for something: button after button of one way, as far as it goes."""
        if self.chance.random() < 0.06 and any(ticket.promised for ticket in self.books.tickets.values()):
            await self._of_releases()
            return
        ticket = self._ticket()
        if ticket is None:
            return
        if self.chance.random() < 0.35:
            who = self.telegram.people[ticket.customer]
            await self._go(who, who.chat, CUSTOMER)
            return
        who = self._whose_turn(ticket) if self.chance.random() < 0.85 else self.chance.choice(self.staff)
        topics = [self._topic(home.chat_id, ticket.number) for home in self.homes(who)]
        if known := [topic for topic in topics if topic]:
            await self._go(who, self.chance.choice(known), STAFF)

    async def _of_releases(self) -> None:
        """A lead publishes or withdraws what was promised, and means it."""
        promised = sorted({ticket.promised for ticket in self.books.tickets.values() if ticket.promised})
        who, general = self.chance.choice((self.leads[0], self.owner)), self.telegram.staff.general
        deed = self.chance.choice(("publish", "publish", "withdraw"))
        await who.say(f"/{deed} {self.chance.choice(promised)} PROD", topic=general)
        await self.telegram.settle(quiet=3)
        await self._go(who, general, (("v:publish",), ("v:withdraw",)))

    async def _go(self, who: Person, chat: ChatView, ways: tuple[tuple[str, ...], ...]) -> None:
        """The way of those open here that was gone least."""
        offered = buttons(chat.messages)
        open_ways = [way for way in ways if way[0] in offered]
        if not open_ways or who.account.blocked:
            return
        way = self.chance.choices(open_ways, [1 / (1 + self.gone[way]) ** 2 for way in open_ways])[0]
        self.gone[way] += 1
        for kind in way:
            if kind not in offered:
                return
            message, data = offered[kind][-1] if self.chance.random() < 0.8 else self.chance.choice(offered[kind])
            self.pressed[kind] += 1
            await who.press(message, data=data)
            await self.telegram.settle(quiet=3)
            offered = buttons(chat.messages)

    def _choose(self) -> Act:
        draw = self.chance.random()
        if draw < 0.4:
            of_focus = self.books.tickets.get(self._focus)
            theirs = of_focus is not None and self.chance.random() < 0.5
            return self._of_customer(
                self.telegram.people[of_focus.customer] if theirs and of_focus else self.chance.choice(self.customers)
            )
        if draw < 0.97:
            return self._of_staff()
        return self.chance.choice((self._garbage, self._garbage, self._of_the_world, self._of_the_world))

    # What is asked for

    async def _answer(self, asked: Asked) -> None:
        who = self.telegram.people[asked.person]
        if asked.chat_id == who.id:
            words = f"c{who.id}w{next(self._numbers)}.{self.chance.choice(TAILS)}"
            await (who.say(words, to=who.chat) if self.chance.random() < 0.8 else self._send(who, who.chat, words))
            return
        if topic := self._topic(asked.chat_id, asked.number):
            await who.say(self._asked_words(asked), topic=topic)

    def _asked_words(self, asked: Asked) -> str:
        reply, tail = f"r{asked.number}w{next(self._numbers)}.", self.chance.choice(TAILS)
        match asked.purpose:
            case Purpose.VERDICT if len(asked.data) == 2:
                return self.chance.choice((f"- {reply} one\n- another", f"{reply} one", "none", "\n".join("abcdefgh")))
            case purpose if purpose in FOR_COLLEAGUES:
                return f"k{next(self._numbers)}.{tail}"
            case Purpose.ASKING:
                return question(self.chance, reply)
            case Purpose.SUBJECT:
                return reply + tail[:40].replace("\n", " ")
            case _:
                return reply + tail

    def _topic(self, chat_id: int, number: int) -> TopicView | None:
        group = next(group for group in self.groups if group.chat_id == chat_id)
        found = [key for (chat, key), of in self.books.topics.items() if chat == chat_id and of == number]
        return next((topic for key, topic in group.topics.items() if key in found), None)

    # Customers

    def _of_customer(self, who: Person) -> Act:
        def words() -> str:
            return f"c{who.id}w{next(self._numbers)}.{self.chance.choice(TAILS)}"

        if who.account.blocked:
            return self.chance.choice((who.unblock, who.start, *[self._nothing] * 12))
        weights: dict[Act, int] = {
            lambda: who.say(words()): 14,
            lambda: who.say(self.chance.choice(PRIVATE_WORDS)): 4,
            lambda: self._tap(who, who.chat): 54,
            lambda: self._swipe(who, who.chat, words()): 6,
            lambda: self._send(who, who.chat, words()): 6,
            lambda: self._album(who, who.chat, words()): 1,
            lambda: self._edit(who, who.chat, words()): 4,
            lambda: self._forge(who, who.chat): 5,
            lambda: self._forward(who, who.chat): 1,
            lambda: self._delete(who, who.chat): 1,
            who.block: 2,
        }
        return self._weighed(weights)

    # Staff

    def _of_staff(self) -> Act:
        """Mostly of somebody whose turn it is, in the topic of an open ticket."""
        ticket = self._ticket()
        who = self._whose_turn(ticket) if ticket and self.chance.random() < 0.8 else self.chance.choice(self.staff)
        homes = self.homes(who)
        if not homes:
            return lambda: who.join(self.backend if who in (self.bella, self.kurt) else self.telegram.staff)
        group = self.chance.choice(homes)
        topics = [self._topic(home.chat_id, ticket.number) for home in homes] if ticket else []
        topic = self.chance.choice([topic for topic in topics if topic] or list(group.topics.values()) or [None])
        if topic is None:
            return lambda: who.say(self._command(), topic=group.general)
        number = self.books.topics.get((topic.chat_id, topic.id), 0)

        def words() -> str:
            return f"r{number}w{next(self._numbers)}.{self.chance.choice(TAILS)}"

        def note() -> str:
            return f"// n{next(self._numbers)}.{self.chance.choice(TAILS)}"

        weights: dict[Act, int] = {
            lambda: self._tap(who, topic): 90,
            lambda: who.say(words(), topic=topic): 8,
            lambda: who.say(f"? {question(self.chance, words())}", topic=topic): 3,
            lambda: who.say(note(), topic=topic): 4,
            lambda: who.say(f"n{next(self._numbers)}.", topic=group.general): 1,
            lambda: who.say(self._command(), topic=self.chance.choice((topic, group.general))): 16,
            lambda: self._swipe(who, topic, words()): 6,
            lambda: self._swipe(who, topic, note()): 2,
            lambda: self._swipe(who, topic, self._command()): 6,
            lambda: self._confirm(who, topic): 16 if ticket and ticket.status == "completed" else 1,
            lambda: self._send(who, topic, words()): 4,
            lambda: self._send(who, topic, note()): 1,
            lambda: self._album(who, topic, words()): 1,
            lambda: self._album(who, topic, note()): 1,
            lambda: self._edit(who, topic, words()): 4,
            lambda: self._forge(who, topic): 6,
            lambda: self._delete(who, topic): 1,
            lambda: self._tap(who, group.general): 20 if who in self.leads else 4,
        }
        if who in self.members:
            weights[lambda: who.leave(group)] = 1
        if who is self.owner:
            weights[lambda: self._reload(group)] = 4
        if who in self.leads:
            weights[lambda: who.say(release(self.chance, self.telegram.clock.now()), topic=group.general)] = 25
        return self._weighed(weights)

    def _ticket(self) -> Known | None:
        """Mostly that of the moment, so that one thing leads to the next."""
        known = list(self.books.tickets.values())
        lively = [ticket for ticket in known if ticket.status != "closed"]
        before = self.books.tickets.get(self._focus)
        if before in lively and self.chance.random() < 0.85:
            return before
        if not known:
            return None
        chosen = self.chance.choice(lively if lively and self.chance.random() < 0.85 else known)
        self._focus = chosen.number
        return chosen

    def _whose_turn(self, ticket: Known) -> Person:
        at_work = [self.telegram.people[one] for one in (ticket.assignee, ticket.executor) if one is not None]
        if ticket.status == "transferred" and ticket.assignee is None:
            at_work += self.of(ticket.service)
        return self.chance.choice(at_work or self.staff)

    def _command(self) -> str:
        words = f"k{next(self._numbers)}.{self.chance.choice(TAILS)}"
        return command(self.chance, len(self.books.tickets), self.telegram.clock.now(), words)

    async def _reload(self, group: Forum) -> None:
        self.write(self.desk_file, self.chance.choice(CHANGES))
        await self.owner.say("/reload", topic=group.general)

    async def _confirm(self, who: Person, topic: TopicView) -> None:
        copies = [one for one in topic.messages if one.by_bot and "w" in one.text and not pressable(one.buttons)]
        await who.say("/confirmed", reply_to=self.chance.choice(copies))

    # What anybody does

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
        return HURRY.get(kind, 1) / (1 + self.pressed[kind]) ** 1.5

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

    # Nobody

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
