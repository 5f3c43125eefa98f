"""People who do anything that a client lets them do, alone and all at once."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from bot.ports import Purpose
from bot.sandbox.people import Person
from tests.fuzz.books import Asked
from tests.fuzz.deeds import Act
from tests.fuzz.errands import Errands
from tests.fuzz.words import PRIVATE_WORDS, TAILS, question, release

FOR_COLLEAGUES = frozenset({Purpose.TRANSFERRING, Purpose.VERDICT, Purpose.HANDING_BACK})
ANSWERED = 0.8
"""How often somebody answers what the desk asks for, before they do anything else."""


class Crowd(Errands):
    """Also `answer`s what the desk asks for."""

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

    def _of_customer(self, who: Person) -> Act:
        def words() -> str:
            return f"c{who.id}w{next(self._numbers)}.{self.chance.choice(TAILS)}"

        if who.account.blocked:
            back: list[Act] = [who.unblock, who.start]
            return self.chance.choice([*back, *[self._nothing] * 12])
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

    def _of_staff(self) -> Act:
        """Mostly of somebody whose turn it is, in the topic of an open ticket."""
        ticket = self._ticket()
        who = self._whose_turn(ticket) if ticket and self.chance.random() < 0.8 else self.chance.choice(self.staff)
        homes = self.homes(who)
        if not homes:
            return partial(who.join, self.backend if who in (self.bella, self.kurt) else self.telegram.staff)
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
