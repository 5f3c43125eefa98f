"""Requests from their draft to their end, and what was said and done about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.domain.content import Content, Incoming, Message, Place, Side
from bot.domain.facts import Fact
from bot.domain.intake import Draft
from bot.domain.people import Actor
from bot.domain.team import Service
from bot.domain.ticket import Ticket
from bot.domain.timers import Alarm, LeftDraft


class Drafts(Protocol):
    def start(self, customer_id: int, at: datetime) -> Draft: ...

    def of(self, customer_id: int) -> Draft | None: ...

    def save(self, draft: Draft, at: datetime) -> None: ...

    def left(self, before: datetime) -> Sequence[LeftDraft]:
        """Saved before that, the oldest first."""
        ...

    def saved_after(self, before: datetime) -> datetime | None:
        """When the oldest of all others was saved."""
        ...

    def recalled(self, customer_id: int, at: datetime) -> None: ...

    def discard(self, draft: Draft) -> None: ...


class Tickets(Protocol):
    def add(self, draft: Draft, service: Service, at: datetime, *, filed_by: str | None = None) -> Ticket:
        """A new ticket with the next number, in the service's group; the draft's messages become the ticket's."""
        ...

    def get(self, number: int) -> Ticket:
        """Raises NoSuchTicket."""
        ...

    def of_draft(self, draft_id: int) -> Ticket | None: ...

    def in_topic(self, chat_id: int, topic_id: int | None) -> Ticket | None:
        """At home there, or a guest; none outside of a topic."""
        ...

    def open_of(self, customer_id: int) -> Sequence[Ticket]:
        """In ascending number."""
        ...

    def last_closed(self, customer_id: int, since: datetime) -> Ticket | None:
        """The one closed last, and not before that; none that goes on in another one."""
        ...

    def open_with(self, executor_id: int) -> Sequence[Ticket]:
        """In ascending number."""
        ...

    def picked_up_by(self, person_id: int) -> Sequence[Ticket]:
        """Open ones of other services, in ascending number."""
        ...

    def active_with(self, executors: Sequence[int]) -> Mapping[int, int]:
        """How many tickets are in the hands of each; who has none may be missing."""
        ...

    def queued_in(self, services: Sequence[str]) -> Sequence[str]:
        """Those of the services in which a ticket waits to be given to somebody."""
        ...

    def queue_of(self, service: str, skipped: int) -> Sequence[Ticket]:
        """The next ones that wait there, in the order of the queue."""
        ...

    def stranded_in(self, service: str) -> Sequence[int]:
        """The numbers of those that wait there and of which nobody was told so; from now on the leads are. As many as
        one message has room for.
        """
        ...

    def save(self, ticket: Ticket) -> None:
        """Raises VersionConflict when somebody else saved first."""
        ...

    def replied(self, number: int, message: int, at: datetime) -> None:
        """The last reply of the staff: it may serve as the closing answer."""
        ...

    def open_after(self, number: int) -> Sequence[Ticket]:
        """The next batch in ascending number."""
        ...

    def promised(self, release: int, after: int) -> Sequence[Ticket]:
        """The next batch of those that carry the promise of that release, the closed ones too, in ascending number."""
        ...

    def adopt_topic(self, chat_id: int, number: int, topic_id: int) -> None:
        """If there is such a ticket in that chat and it has no topic yet."""
        ...

    def in_place(self, number: int, topic_id: int | None) -> None:
        """The topic of a ticket is known (or gone)."""
        ...

    def adopt_guest(self, chat_id: int, number: int, topic_id: int) -> None:
        """If the ticket is with a service of that other group now, and has no topic there yet."""
        ...

    def guest_topic(self, number: int, chat_id: int) -> int | None:
        """Its topic in another group than its own."""
        ...

    def guest_in_place(self, number: int, chat_id: int, topic_id: int | None) -> None:
        """As `in_place`, in another group than its own."""
        ...


class Messages(Protocol):
    def add(
        self, incoming: Incoming, author: Actor, side: Side, at: datetime, *,
        ticket: int | None = None, draft: int | None = None, reply_to: int | None = None,
    ) -> Message:  # fmt: skip
        """Neither ticket nor draft: the message is held until its ticket is known. Raises WrittenBefore."""
        ...

    def get(self, message: int) -> Message: ...

    def find(self, message: int) -> Message | None:
        """For an id that came from a button."""
        ...

    def album(self, ticket: int, album: str, chat_id: int) -> Sequence[Message]:
        """The parts that have no copy in that chat yet, as they were written; never a note."""
        ...

    def parts(self, ticket: int, album: str) -> Sequence[Message]:
        """All parts that have come so far, notes too."""
        ...

    def written(self, chat_id: int, message_id: int) -> Message | None:
        """What a person wrote there."""
        ...

    def place(self, chat_id: int, message_id: int) -> Place | None:
        """What stands there, whoever wrote it."""
        ...

    def copies(self, message: int) -> Sequence[Place]: ...

    def newest(self, ticket: int) -> int:
        """The last one that was stored; 0 where there is none."""
        ...

    def files(self, ticket: int) -> Sequence[Message]:
        """The newest ten of those with a file, of the customer and of replies, in their order."""
        ...

    def joined(self, place: Place) -> Sequence[Message]:
        """The texts that stand there as one message, in their order; none where at most one stands."""
        ...

    def shown(self, place: Place, joined: Sequence[int] = ()) -> None:
        """The bot has put something there; `joined`: several texts as one message, in this order."""
        ...

    def gone(self, place: Place) -> None: ...

    def amend(self, message: int, content: Content) -> None: ...

    def become(self, message: int, side: Side) -> None: ...

    def held(self, customer_id: int) -> Sequence[Message]: ...

    def conversation(self, ticket: int) -> Sequence[Message]:
        """All of a ticket's, as they were written."""
        ...

    def file(self, messages: Sequence[int], *, ticket: int | None = None, draft: int | None = None) -> None:
        """Held messages find their ticket or draft."""
        ...


class Links(Protocol):
    """Which tickets have to do with each other; a link has no direction."""

    def add(self, one: int, other: int) -> bool:
        """Whether it was new."""
        ...

    def remove(self, one: int, other: int) -> bool:
        """Whether it was there."""
        ...

    def of(self, number: int) -> Sequence[Ticket]:
        """In ascending number."""
        ...


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One fact as it was recorded: `fact` is its class name, `details` its own fields."""

    at: datetime
    actor_id: int
    actor_name: str
    fact: str
    source: str | None
    to: str
    details: dict[str, Any]


class History(Protocol):
    def record(self, fact: Fact) -> None: ...

    def of(self, number: int) -> Sequence[HistoryRow]:
        """In the order in which it was made."""
        ...


class Timers(Protocol):
    """What happens by itself. Whatever ticket a unit of work stores, its timers are stored with it."""

    def follow(self, ticket: Ticket) -> None:
        """Something else has changed that they depend on: the zone of the customer, the settings."""
        ...

    def claim(self, number: int, alarm: Alarm) -> datetime | None:
        """It is this unit's alone; when it was to be looked at. None: it is not due, or somebody else had it."""
        ...

    def put_off(self, number: int, alarm: Alarm, due: datetime, until: datetime) -> None:
        """A claimed one goes back: it is due, and is looked at again then."""
        ...
