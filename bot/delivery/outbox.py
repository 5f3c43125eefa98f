"""The way out: rows become calls, one at a time within each order key, side by side across them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any

import structlog

from bot.delivery.compose import Composer
from bot.delivery.courtesies import Courtesies
from bot.delivery.errands import Errands
from bot.delivery.fate import Fate, fate_of
from bot.delivery.holds import Holds
from bot.delivery.line import Lines
from bot.delivery.moving import ChatMoved
from bot.delivery.outcome import Outcome, Verdict
from bot.delivery.pace import Pace
from bot.delivery.parcel import Effect, Parcel
from bot.delivery.record import again, succeeded, topic_gone, undelivered, view_gone
from bot.delivery.rest import ECHO, Rest
from bot.delivery.sender import Sender
from bot.delivery.waiting import sleep, woken
from bot.domain.statements import Address, AlbumRelay, Priority, Relay, TicketTopic
from bot.ports import Clock, Ledger, Queued, Row, Store, StoreTrouble
from bot.usecases.staff_chat import staff_chat_mended, staff_chat_moved, staff_chat_troubled

log = structlog.get_logger("outbox")
AT_ONCE = 40
"""Calls on their way at the same time."""
TROUBLE_PAUSE = 1.0
UNTOUCHED = frozenset(
    {Verdict.GROUP_PROBLEM, Verdict.FLOOD, Verdict.NOT_SENT, Verdict.IN_DOUBT, Verdict.MISCONFIGURED, Verdict.MIGRATED}
)
"""Answers that do not prove that a chat with a trouble is well again."""
TELLING = frozenset({Effect.SAID, Effect.VIEW_SENT})
"""What would be seen twice if it were done twice."""
BESIDE = timedelta(seconds=1)
"""How long a row waits for the topic that another row of its ticket is making."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A parcel that came back: with Telegram's result, or with what went wrong and what is to be done about it.

    `mended`: it ends a trouble of its chat.
    """

    parcel: Parcel
    result: Any = None
    outcome: Outcome | None = None
    fate: Fate = Fate.DONE
    until: datetime | None = None
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """A row that was looked at: with its parcel to be sent; with `units` (which may be 0) or a moment (`until`) it has
    to wait for; or with nothing to do.
    """

    row: Row
    parcel: Parcel | None = None
    units: int | None = None
    until: datetime | None = None


class Outbox:
    """`run` sends until it is cancelled; `close` waits for what is on its way."""

    def __init__(
        self, store: Store, clock: Clock, composer: Composer, sender: Sender, pace: Pace, courtesies: Courtesies
    ) -> None:
        self._store, self._clock = store, clock
        self._composer, self._sender, self._pace, self._courtesies = composer, sender, pace, courtesies
        self._lines = Lines()
        self._rest = Rest(clock, pace)
        self._wake = asyncio.Event()
        self._back: list[Attempt] = []
        self._going = Errands()
        self._unsure = False
        self._fallback: dict[int, int] = {}  # who is in it was refused before, and goes alone
        self._making: set[Address] = set()
        self._closed: set[int] = set()
        self._holds = Holds()
        self._closing = False
        self.possibly_twice = 0

    async def run(self) -> None:
        rows, troubled = await self._store.unit(lambda ledger: (ledger.outbox.waiting(), ledger.chats.in_trouble()))
        self._holds = Holds(troubled)
        self._lines = Lines(self._at_the_start(row) for row in rows)
        self._store.employ(self._begin)
        self._store.listen(self._queued)
        while True:
            if not await self._turn():
                await woken(self._wake, self._clock, self._next_moment())

    def look_again(self, chat_id: int) -> None:
        """What is held back there may be sent now."""
        self._pace.pause(chat_id, self._clock.now())
        self._wake.set()

    async def close(self) -> None:
        """No new calls; those on their way come back and are written down."""
        self._closing = True
        await self._going.over()
        back, self._back = self._back, []
        if back:
            await self._store.unit(lambda ledger: self._write_down(ledger, back))

    async def watch(self) -> None:
        """Raise what has lost a call that was on its way."""
        await self._going.watch()

    def _queued(self, queued: Queued) -> None:
        self._lines.take_in(queued)
        now = self._clock.now()
        for looked_at in queued.begun:
            self._lines.leave(looked_at.row, now)
            self._start(looked_at)
        self._wake.set()

    def _begin(self, ledger: Ledger, rows: Sequence[Row]) -> list[Ready]:
        """Words of a conversation for which nothing has to be waited are marked as going in the transaction that queues
        them: it spares them a commit of their own. In the writer's thread.
        """
        room = AT_ONCE - len(self._going)
        if self._closing or self._holds or self._rest.everywhere or room <= 0:
            return []
        said = [row for row in rows if isinstance(row.payload, Relay) and ledger.outbox.first(row)]
        looked_at = [self._look_at(ledger, row, [], set(self._making)) for row in said[:room]]
        return self._claimed(ledger, [ready for ready in looked_at if not _makes_a_topic(ready)])

    async def _turn(self) -> bool:
        """One hop to the writer: what came back is written down, what may go next is marked as going."""
        back, self._back = self._back, []
        picked = self._pick()
        if not back and not picked:
            return False
        try:
            ready = await self._store.unit(lambda ledger: self._books(ledger, back, picked))
        except Exception as error:  # the disk is full, the file locked: the same again in a moment
            log.error("books_not_kept", exc_info=not isinstance(error, StoreTrouble))
            self._back[:0], self._unsure = back, True
            for row, _ in picked:
                self._lines.stay(row)
            await sleep(self._clock, TROUBLE_PAUSE)
            return True
        self._unsure = False
        for attempt in back:
            self._back_in_line(attempt)
        for looked_at in ready:
            self._start(looked_at)
        if any(attempt.fate is Fate.MOVED for attempt in back):
            raise ChatMoved
        return True

    def _pick(self) -> list[tuple[Row, list[Row]]]:
        """Heads of lines whose chats have budget now, with what may go along; it is spent when the cost is known."""
        now = self._clock.now()
        heads = [row for row, units in self._lines.heads(now) if self._pace.ready(row.chat_id, units, now) <= now]
        if self._holds:
            heads = self._holds.may_go(heads, self._lines.away())
        room = (1 if self._rest.everywhere else AT_ONCE) - len(self._going)
        picked = heads[: max(min(room, self._pace.at_most(now)), 0)]  # looking at more would be for nothing
        for row in picked:
            self._lines.leave(row, now)
        return [(row, self._behind(row, now)) for row in picked]

    def _behind(self, row: Row, now: datetime) -> list[Row]:
        """What waits in its line, where the chat can hardly take it one by one. What an earlier process may have said
        as one message is said so again.
        """
        if row.id in self._fallback:
            return []
        behind = list(takewhile(lambda one: one.id not in self._fallback, self._lines.behind(row)))
        if row.in_doubt:
            return list(takewhile(lambda one: one.in_doubt, behind))
        return behind if behind and self._pace.scarce(row.chat_id, 1 + len(behind), now) else []

    def _books(self, ledger: Ledger, back: list[Attempt], picked: list[tuple[Row, list[Row]]]) -> list[Ready]:
        self._write_down(ledger, back)
        making = set(self._making)  # a copy: what this commit takes back, nobody is making
        looked_at = [self._look_at(ledger, row, behind, making) for row, behind in picked]
        return self._claimed(ledger, looked_at)

    def _claimed(self, ledger: Ledger, looked_at: Sequence[Ready]) -> list[Ready]:
        going = [row.id for ready in looked_at if ready.parcel for row in ready.parcel.rows]
        claimed = set(ledger.outbox.sending(going)) if going else set()
        return [ready if ready.parcel is None or ready.row.id in claimed else Ready(ready.row) for ready in looked_at]

    def _look_at(self, ledger: Ledger, row: Row, behind: list[Row], making: set[Address]) -> Ready:
        fallback, closed = self._fallback.get(row.id, 0), row.id in self._closed
        try:
            parcel = self._composer.compose(ledger, row, fallback, closed=closed, behind=behind)
        except StoreTrouble:
            raise
        except Exception as error:  # a defect of one row must not stop the others
            if behind:
                return self._look_at(ledger, row, [], making)
            log.exception("cannot_compose", row=row.id)
            ledger.outbox.dead(row.id, type(error).__name__)
            return Ready(row)
        if parcel is None:
            ledger.outbox.sent(row.id)
            return Ready(row)
        if parcel.effect is Effect.TOPIC_MADE and row.to in making:
            return Ready(row, until=ledger.now + BESIDE)
        courtesy = row.priority is Priority.COURTESY
        if not self._pace.take(parcel.spot.chat_id, parcel.units, ledger.now, courtesy=courtesy):
            return Ready(row, units=self._pace.wanted(parcel.spot.chat_id, parcel.units, courtesy=courtesy))
        if parcel.effect is Effect.TOPIC_MADE:
            making.add(row.to)
        return Ready(row, parcel)

    def _start(self, ready: Ready) -> None:
        if ready.parcel is not None:
            if ready.parcel.effect is Effect.TOPIC_MADE:
                self._making.add(ready.row.to)
            self._going.begin(self._send(ready.parcel))
        elif ready.until:
            self._lines.put_off(ready.row, ready.until)
        elif ready.units is not None:
            self._lines.stay(ready.row, ready.units)
        else:
            self._lines.done(ready.row)

    async def _send(self, parcel: Parcel) -> None:
        if parcel.row.in_doubt or parcel.row.attempts:
            log.info("sending_again", row=parcel.row.id)
        if parcel.row.in_doubt and parcel.effect in TELLING:
            self._doubt(parcel.row)
        answer = await self._sender.send(parcel)
        if isinstance(answer, Outcome):
            self._back.append(self._failed(parcel, answer))
        else:
            self._rest.over(parcel.spot.chat_id)
            self._back.append(Attempt(parcel, answer, mended=self._holds.over(parcel.row)))
        self._wake.set()

    def _failed(self, parcel: Parcel, outcome: Outcome) -> Attempt:
        fate = fate_of(parcel, outcome, self._fallback.get(parcel.row.id, 0))
        if outcome.verdict is not Verdict.MISCONFIGURED:
            log.warning("refused", row=parcel.row.id, reason=outcome.reason, fate=fate.name.lower())
        if outcome.verdict is Verdict.IN_DOUBT and parcel.effect in TELLING:
            self._doubt(parcel.row)
        until = None
        if fate is Fate.PLAINER:
            self._fallback[parcel.row.id] = self._fallback.get(parcel.row.id, 0) + 1
        elif fate is Fate.APART:
            self._fallback.update(dict.fromkeys((row.id for row in parcel.rows), 0))
        elif fate is Fate.REOPEN:
            self._closed.add(parcel.row.id)
        elif fate is Fate.AGAIN:
            until = self._rest.begin(parcel, outcome)
        if outcome.verdict is Verdict.GROUP_PROBLEM:
            self._holds.begin(parcel.row)
            until = None  # the chat pauses, and the row goes as soon as that is over
        mended = outcome.verdict not in UNTOUCHED and self._holds.over(parcel.row)
        return Attempt(parcel, None, outcome, fate, until, mended)

    def _write_down(self, ledger: Ledger, back: list[Attempt]) -> None:
        """Once each, also when the commit that had done so seemed to fail."""
        if self._unsure:
            going = set(ledger.outbox.going([attempt.parcel.row.id for attempt in back]))
            back = [attempt for attempt in back if attempt.parcel.row.id in going]
        for attempt in back:
            chat_id = attempt.parcel.spot.chat_id
            if attempt.mended:
                staff_chat_mended(ledger, chat_id)
            if attempt.outcome and attempt.outcome.verdict is Verdict.GROUP_PROBLEM:
                staff_chat_troubled(ledger, chat_id, attempt.outcome.reason)
            match attempt.fate:
                case Fate.DONE:
                    succeeded(ledger, attempt.parcel, attempt.result)
                case Fate.MOVED if attempt.outcome and attempt.outcome.chat_id:
                    staff_chat_moved(ledger, chat_id, attempt.outcome.chat_id)
                    again(ledger, attempt.parcel)
                case Fate.AGAIN | Fate.PLAINER | Fate.APART | Fate.REOPEN:
                    again(ledger, attempt.parcel, attempt.until)
                case Fate.NEW_TOPIC:
                    topic_gone(ledger, attempt.parcel)
                case Fate.NEW_VIEW:
                    view_gone(ledger, attempt.parcel)
                case Fate.UNDELIVERED if attempt.outcome:
                    for row in attempt.parcel.rows:
                        undelivered(ledger, row, attempt.outcome)
                case _:
                    for row in attempt.parcel.rows:
                        ledger.outbox.sent(row.id)

    def _back_in_line(self, attempt: Attempt) -> None:
        parcel, row = attempt.parcel, attempt.parcel.row
        if parcel.effect is Effect.TOPIC_MADE:
            self._making.discard(row.to)
        if parcel.effect is Effect.TOPIC_OPENED and attempt.fate is Fate.DONE:
            self._closed.discard(row.id)
        match attempt.fate:
            case Fate.AGAIN | Fate.PLAINER | Fate.APART | Fate.NEW_TOPIC | Fate.NEW_VIEW | Fate.REOPEN | Fate.MOVED:
                return self._lines.put_off(row, attempt.until)
            case Fate.DONE if parcel.first:
                return self._lines.put_off(row, None)
            case Fate.DONE if row.part + 1 < parcel.parts:
                return self._lines.put_off(row, None, part=row.part + 1)
            case Fate.DONE:
                for chat_id, message_id in parcel.written:
                    self._courtesies.arrived(chat_id, message_id)
            case Fate.UNDELIVERED | Fate.DROPPED:
                pass
        self._fallback.pop(row.id, None)
        return self._lines.done(row, parcel.along)

    def _next_moment(self) -> datetime | None:
        """When something may change by time alone: a row becomes due, or a budget is free again."""
        now = self._clock.now()
        waiting = [self._pace.ready(row.chat_id, units, now) for row, units in self._lines.heads(now)]
        moments = [*waiting, self._lines.next_moment(now)]
        return min((moment for moment in moments if moment is not None and moment > now), default=None)

    def _at_the_start(self, row: Row) -> Row:
        """A topic that an earlier process may have made tells of itself: the row waits for that, lest there be two.
        An album waits for the parts that it has not handled.
        """
        if row.in_doubt and isinstance(row.to, TicketTopic):
            return replace(row, not_before=self._clock.now() + ECHO)
        if isinstance(row.payload, AlbumRelay) and not row.in_doubt:
            return replace(row, not_before=self._clock.now() + BESIDE)
        return row

    def _doubt(self, row: Row) -> None:
        """The one window that Telegram leaves open: the call may have arrived, the answer has not."""
        self.possibly_twice += 1
        log.warning("possibly_twice", row=row.id)


def _makes_a_topic(ready: Ready) -> bool:
    """Another row of the ticket may be about to do so in the same transaction."""
    return ready.parcel is not None and ready.parcel.effect is Effect.TOPIC_MADE
