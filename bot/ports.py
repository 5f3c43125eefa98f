"""What the rules need from the outside world."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from bot.domain.content import Content, Incoming, Message, Place, Side
from bot.domain.facts import Fact
from bot.domain.intake import Draft
from bot.domain.people import Actor, Person, Standing
from bot.domain.release import Release, Version
from bot.domain.rules import DeskRules
from bot.domain.statements import MAIN, Address, Face, Priority, Private, Statement, TicketTopic, View
from bot.domain.team import Absence, Service
from bot.domain.ticket import Ticket
from bot.domain.timers import Alarm, LeftDraft

T = TypeVar("T")
P = ParamSpec("P")


class Clock(Protocol):
    """The only source of time; everything that stamps, waits or paces asks it."""

    def now(self) -> datetime:
        """Aware, UTC."""
        ...

    async def sleep_until(self, at: datetime) -> None:
        """Return when `at` has come, at once when it is past."""
        ...


class Desk(Protocol):
    """One use case for one update, done whole or not at all; a refusal is put into words."""

    async def __call__(
        self, use_case: Callable[Concatenate[UnitOfWork, P], Any], *args: P.args, **kwargs: P.kwargs
    ) -> None: ...


class Standings(Protocol):
    """Who is what in each of the staff groups."""

    async def of(self, chat_id: int, person_id: int) -> Standing:
        """Asked of Telegram, remembered for a short time, ended at once by a leave update."""
        ...

    def forget(self, chat_id: int, person_id: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in the desk file: the key of the sentence that names it with its line and remedy, its values."""

    key: str
    values: dict[str, str | int]


class Misset(Exception):
    """The desk file cannot be used as it is; the rules in force are not touched."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(f"{len(mistakes)} mistakes in the desk file")
        self.mistakes = tuple(mistakes)


class DeskFile(Protocol):
    """Where services and terms stand, which may change while the desk is at work."""

    rules: DeskRules
    """Those in force."""

    async def read(self) -> DeskRules:
        """The rules as the file says now. Raises Misset."""
        ...

    def adopt(self, rules: DeskRules) -> None:
        """They are in force as soon as what is on its way is finished."""
        ...


class Waiting(Protocol):
    """What is held back because of a trouble in a chat."""

    def look_again(self, chat_id: int) -> None:
        """Something has changed there: it is tried at once."""
        ...


class Purpose(StrEnum):
    """What a person's next message in a place is for."""

    COMPLETING = "completing"
    TAKING_BACK = "taking_back"
    DISAGREEING = "disagreeing"
    RATING = "rating"
    SUBJECT = "subject"
    ASKING = "asking"
    ANSWERING = "answering"
    CANNOT = "cannot"
    REOPENING = "reopening"
    REJECTING = "rejecting"
    TRANSFERRING = "transferring"
    VERDICT = "verdict"
    HANDING_BACK = "handing_back"
    OFFERING = "offering"


FOR_STAFF = frozenset({Purpose.TRANSFERRING, Purpose.VERDICT, Purpose.HANDING_BACK})
"""Words that are for colleagues: whatever has happened meanwhile, they are not for the customer."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """The desk asked `person_id` for a text about a ticket; the next one there is the answer."""

    chat_id: int
    person_id: int
    number: int
    purpose: Purpose
    data: dict[str, Any]
    turn: int


class People(Protocol):
    def meet(self, actor: Actor, message_id: int | None = None) -> Person:
        """The stored person, made or brought up to date from what Telegram says of them; that message of theirs is now
        the newest one in the private chat.
        """
        ...

    def get(self, person_id: int) -> Person | None: ...

    def called(self, username: str) -> Person | None:
        """In any letter case. None also where two are said to have it: nobody is chosen by chance."""
        ...

    def heard(self, person_id: int, message_id: int, *, of_ticket: bool = False) -> None:
        """The desk's own message is the newest one in the private chat; `of_ticket`: it spoke of a ticket there."""
        ...

    def set_language(self, person_id: int, language: str) -> None: ...

    def set_zone(self, person_id: int, zone: str) -> None: ...

    def set_reachable(self, person_id: int, reachable: bool, at: datetime) -> bool:
        """Whether that was news."""
        ...


class Members(Protocol):
    """The staff as the desk has seen it: for choosing a person; authority is asked of Telegram."""

    def seen(self, chat_id: int, person: Actor, standing: Standing) -> None: ...

    def left(self, chat_id: int, person_id: int) -> None: ...

    def present(self, chat_id: int) -> Sequence[Person]: ...

    def leads(self, chat_id: int) -> Sequence[Person]: ...

    def find(self, chat_id: int, name_or_username: str) -> Person | None: ...


class Team(Protocol):
    """Who works in which service. Of people who have left its group nobody is a member, whatever they have joined."""

    def join(self, service: str, person_id: int) -> bool:
        """By the service's key. Whether that was news."""
        ...

    def leave(self, service: str, person_id: int) -> bool:
        """Whether that was news."""
        ...

    def members_of(self, service: Service) -> Sequence[Person]:
        """Who has joined it and is in its group; if that is nobody, all who are in its group. Ordered by name."""
        ...

    def services_of(self, person_id: int) -> Sequence[str]:
        """The keys of those the person has joined, also of services that are no longer there."""
        ...

    def turns(self, service: str) -> Mapping[int, int]:
        """By person: which turn was their newest, of the tickets that were given out automatically there."""
        ...

    def had_turn(self, service: str, person_id: int, turn: int) -> None: ...


class Presence(Protocol):
    """Who has said that they are away; working hours are no part of it."""

    def away(self, person_id: int, until: datetime | None) -> None:
        """From now on; None: until they are `here`."""
        ...

    def here(self, person_id: int) -> bool:
        """Whether that was news."""
        ...

    def absences(self) -> Mapping[int, Absence]:
        """All who are away now, by their ids."""
        ...


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


@dataclass(frozen=True, slots=True)
class Reach:
    """How many tickets a release concerns: `waiting` for it; `completed` by it; `closed` since, and to be reopened."""

    waiting: int = 0
    completed: int = 0
    closed: int = 0


class Releases(Protocol):
    """One row a version and stand."""

    def get(self, release: int) -> Release | None:
        """For an id that came from a button."""
        ...

    def find(self, version: Version, stand: str) -> Release | None: ...

    def save(self, release: Release) -> Release:
        """With its id."""
        ...

    def promisable(self, stand: str, today: date) -> Sequence[Release]:
        """The next one first."""
        ...

    def tellable(self, stand: str, today: date) -> Sequence[Release]:
        """What is planned or published there: the newest version first, no more than anybody would page through."""
        ...

    def reach(self, release: int) -> Reach: ...

    def unfinished(self) -> Release | None:
        """One whose last change has not been brought to all tickets concerned."""
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


class Prompts(Protocol):
    def ask(self, prompt: Prompt) -> None: ...

    def pending(self, chat_id: int, person_id: int, number: int | None = None) -> Prompt | None: ...

    def answered(self, prompt: Prompt) -> None: ...

    def forget(self, chat_id: int, number: int, by: int = 0) -> None:
        """Whomever the desk had asked there about that ticket; but who was asked for words FOR_STAFF may be writing
        them, and is remembered, unless it is `by` that person.
        """
        ...


class History(Protocol):
    def record(self, fact: Fact) -> None: ...

    def of(self, number: int) -> Sequence[HistoryRow]:
        """In the order in which it was made."""
        ...


class Speech(Protocol):
    """The way out: what is to be said or shown, stored in the same transaction as its reason."""

    def say(
        self,
        to: Address,
        statement: Statement,
        priority: Priority = Priority.NOTICE,
        *,
        not_before: datetime | None = None,
    ) -> None: ...

    def show(self, to: Address, view: View, face: Face = MAIN, *, not_before: datetime | None = None) -> None:
        """Bring a view up to date, with this face; only its newest state will be sent."""
        ...

    def renew(self, to: Address, view: View, *, not_before: datetime) -> None:
        """Bring a view up to date, with whatever face is up; nothing if it waits to be sent anyway."""
        ...

    def cancel(self, to: Address, statement: Statement) -> bool:
        """Take back what has not gone yet, or could not be delivered; False when it is gone or going."""
        ...

    def waits(self, to: Address, statement: Statement) -> bool:
        """Whether it is still to go, and so will say what is stored then."""
        ...

    def shown(self, view: View) -> Shown | None:
        """Where a view stands on the screen; None when it has never been shown."""
        ...


class Chats(Protocol):
    """Staff chats."""

    def present(self, chat_id: int) -> int:
        """The id that a chat has by now: its own, unless it became a supergroup."""
        ...

    def move(self, old: int, new: int) -> Sequence[TicketTopic] | None:
        """Everything of the old chat belongs to the new one; its messages and topics are there no more.

        The topics that open tickets, its own and its guests, are to have there; None when the move was known already.
        """
        ...

    def trouble(self, chat_id: int) -> str | None:
        """Why nothing can be said there, as far as it is known."""
        ...

    def begin_trouble(self, chat_id: int, reason: str) -> bool:
        """Whether that was news."""
        ...

    def end_trouble(self, chat_id: int) -> bool:
        """Whether there was one."""
        ...

    def in_trouble(self) -> Sequence[int]: ...


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


class UnitOfWork(Protocol):
    """Everything one update may touch. It is committed by the one who began it, never by a use case."""

    now: datetime
    rules: DeskRules
    people: People
    members: Members
    team: Team
    presence: Presence
    drafts: Drafts
    tickets: Tickets
    releases: Releases
    messages: Messages
    links: Links
    prompts: Prompts
    history: History
    speech: Speech
    chats: Chats
    timers: Timers


class VersionConflict(Exception):
    """A row was saved by somebody else since it was read: the unit of work is to be done again."""


class StoreTrouble(Exception):
    """The database cannot be used at present (full, locked, failing): the same is to be tried again."""


class WrittenBefore(Exception):
    """The same message came before, in another update: it has been seen to."""


class UpdateState(StrEnum):
    """PARKED: set aside. AGAIN: set aside, and asked for once more; the desk has not come by yet."""

    PENDING = "pending"
    DONE = "done"
    PARKED = "parked"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """An update as Telegram handed it over: `raw` is its JSON text, `lane` whom it must not overtake."""

    update_id: int
    lane: str
    raw: str
    attempts: int = 0


class InboxStore(Protocol):
    def add(self, updates: Sequence[StoredUpdate]) -> Sequence[int]:
        """Store what is new; the ids of those (a redelivered one is not among them)."""
        ...

    def pending(self) -> Sequence[StoredUpdate]:
        """Not done yet, oldest first."""
        ...

    def newest(self) -> int | None: ...

    def done(self, update_id: int) -> bool:
        """Whether it was not done yet."""
        ...

    def failed(self, update_id: int, error: str, *, parked: bool) -> None: ...

    def again(self) -> Sequence[StoredUpdate]:
        """What was set aside and asked for once more is pending from now on; oldest first."""
        ...

    def untold(self) -> Sequence[int]:
        """What is set aside and the owners have not been told of."""
        ...

    def last_told(self) -> datetime | None:
        """When the owners were told of anything set aside."""
        ...

    def told(self, update_ids: Sequence[int]) -> None:
        """The owners are told of these now."""
        ...

    def purge(self, before: datetime) -> None:
        """Forget what is done and was stored before that."""
        ...


class RowState(StrEnum):
    """DEAD: given up. AGAIN: given up, and asked for once more; the desk has not come by yet."""

    WAITING = "waiting"
    SENDING = "sending"
    DEAD = "dead"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the outbox.

    `order_key`: nothing overtakes within it. `chat_id` is the budget it is paid from. `in_doubt`: a former process had
    committed `sending` and never the outcome. `part` counts from 0 where one statement needs several messages.
    """

    id: int
    order_key: str
    to: Address
    payload: Statement | View
    priority: Priority
    created_at: datetime
    not_before: datetime | None = None
    attempts: int = 0
    part: int = 0
    in_doubt: bool = False

    @property
    def chat_id(self) -> int:
        return self.to.person_id if isinstance(self.to, Private) else self.to.chat_id


@dataclass(frozen=True, slots=True)
class Shown:
    """A view on the screen: `digest` of what was sent last, so that an unchanged one is not sent again."""

    chat_id: int
    message_id: int
    digest: str
    at: datetime


class OutboxStore(Protocol):
    def waiting(self) -> Sequence[Row]:
        """All that is to be sent, in the order of their ids; what was `sending` comes back in doubt."""
        ...

    def unsent(self, rows: Sequence[int]) -> Sequence[int]:
        """Those that are still to be sent: a row may have been cancelled or replaced."""
        ...

    def sending(self, rows: Sequence[int]) -> Sequence[int]:
        """Committed before the call. Those that are still to be sent."""
        ...

    def going(self, rows: Sequence[int]) -> Sequence[int]:
        """Those whose outcome is not in the books yet."""
        ...

    def first(self, row: Row) -> bool:
        """Whether nothing before it is still to be sent in its line."""
        ...

    def sent(self, row: int) -> None: ...

    def again(self, row: int, not_before: datetime | None) -> None:
        """Back to waiting."""
        ...

    def advance(self, row: int) -> None:
        """One part is out; the row waits with the next one."""
        ...

    def dead(self, row: int, error: str) -> None: ...

    def revive(self) -> Sequence[Row]:
        """What was given up and asked for once more waits from now on, unless a newer row says the same already."""
        ...

    def face(self, view: View) -> Face: ...

    def put(self, view: View, shown: Shown) -> None:
        """The view is on the screen now."""
        ...

    def forget(self, view: View) -> None:
        """It is on no screen any more: the next `show` is a new message."""
        ...


@dataclass(frozen=True, slots=True)
class Held:
    """The lease of a desk: only its `holder` serves, until then or until it is renewed."""

    holder: str
    until: datetime


class LeaseStore(Protocol):
    def held(self) -> Held | None: ...

    def take(self, holder: str, until: datetime) -> None: ...

    def drop(self, holder: str) -> None:
        """If it is that one's."""
        ...


class AlarmStore(Protocol):
    """The books of the timers."""

    def due(self) -> Sequence[tuple[int, Alarm]]:
        """The next batch of those that are to be looked at now: numbers of tickets and alarms, by their moments."""
        ...

    def next(self) -> datetime | None:
        """When the first one is to be looked at."""
        ...

    def failed(self, number: int, alarm: Alarm) -> bool:
        """It is tried again later; True when it was tried often enough and is set aside."""
        ...

    def revive(self) -> None:
        """What was set aside is tried anew."""
        ...

    def untold(self) -> Sequence[tuple[int, Alarm]]:
        """What is set aside and the owners have not been told of."""
        ...

    def last_told(self) -> datetime | None: ...

    def told(self) -> None:
        """The owners are told of all of them now."""
        ...


class Ledger(UnitOfWork, Protocol):
    """A unit of work that also keeps the books of delivery and of the timers: what these use, never a use case."""

    inbox: InboxStore
    outbox: OutboxStore
    lease: LeaseStore
    alarms: AlarmStore


@dataclass(frozen=True, slots=True)
class Queued:
    """What a commit did to the outbox: rows added or put off (same id), and rows that a newer state replaced; `begun`:
    what the clerk made of them in the same transaction. `due_at`: the earliest of the timers that it has set.
    """

    rows: tuple[Row, ...] = ()
    replaced: tuple[int, ...] = ()
    begun: tuple[Any, ...] = ()
    due_at: datetime | None = None


class Store(Protocol):
    """The one writer."""

    async def unit(self, job: Callable[[Ledger], T]) -> T:
        """Run the job whole, in one hop, and commit; any exception of the job undoes all of it and comes out here.

        After StoreTrouble the job has to be done again. Should the database have failed in the very commit, it may
        have been done all the same: jobs ask the books before they do what must not be done twice.
        """
        ...

    def employ(self, clerk: Callable[[Ledger, Sequence[Row]], Sequence[Any]]) -> None:
        """Called with the rows of each transaction that queues some, in the thread of the units and before its commit.
        After a commit that has failed it is not.
        """
        ...

    def listen(self, listener: Callable[[Queued], None]) -> None:
        """Called in the event loop after each commit that queued something; after a commit that has failed, with all
        that waits.
        """
        ...


class Reads(Protocol):
    """Screens that only read; never hold the writer."""

    async def tickets_of(self, customer_id: int, page: int) -> Page: ...

    async def queue(self, chat_id: int, page: int) -> Page:
        """Open tickets of the group, and those that are with its services, in the order of the queue: work has stopped
        first, then what is due next, then the oldest. Those of another group are as they are seen from this one.
        """
        ...

    async def tickets_with(self, person_id: int, page: int) -> Page:
        """Those that the person owns or works on."""
        ...

    async def releases(self, page: int) -> ReleasePage:
        """The newest version first."""
        ...

    async def history(self, number: int) -> tuple[Ticket, Sequence[HistoryRow], int]:
        """The newest facts, more than one message has room for, in the order of time; and how many came before them.
        Raises NoSuchTicket.
        """
        ...

    async def opened(self, number: int) -> tuple[Ticket, Sequence[Ticket]]:
        """With those it is linked with. Raises NoSuchTicket."""
        ...

    async def record(self, number: int) -> tuple[Ticket, Sequence[HistoryRow], Sequence[tuple[Message, str]]]:
        """Every fact and every message, these with their authors' names. Raises NoSuchTicket."""
        ...

    async def conversation(self, number: int, upto: int | None) -> tuple[Ticket, Sequence[tuple[Message, str]]]:
        """The newest of what the customer and the staff have said to each other, with their authors' names, in the
        order of time, without notes; the words of the request are among them. `upto`: the last stored message that
        counts. Raises NoSuchTicket.
        """
        ...


@dataclass(frozen=True, slots=True)
class Page:
    """`page` counts from 0; `pages` is at least 1."""

    tickets: tuple[Ticket, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """As `Page`; each release with the number of tickets that wait for it."""

    releases: tuple[tuple[Release, int], ...]
    page: int
    pages: int
    total: int


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
