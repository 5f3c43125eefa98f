"""What a ticket carries in some states only. All moments are aware UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.lifecycle import Ask, Cause, Status
from bot.domain.sla import Goal


@dataclass(frozen=True, slots=True)
class Question:
    """What the ticket waits for in `waiting_customer`.

    `message` is the stored message that asks; `back` the state it was asked from. `delivered_at`: when the customer got
    it, which is when the clocks stop; `undelivered`: it could not be. `shown`: the messages in the customer's chat that
    have its buttons. `reminders` counts those that were delivered, the newest at `reminded_at`; `reminding`: one more
    is on its way. `committed`: "I'll do it" was said; `heard_at`: when they were last heard of.
    """

    ask: Ask
    message: int
    by_id: int
    by_name: str
    at: datetime
    back: Status
    variants: tuple[str, ...] = ()
    delivered_at: datetime | None = None
    reminders: int = 0
    reminded_at: datetime | None = None
    committed: bool = False
    undelivered: bool = False
    shown: tuple[int, ...] = ()
    reminding: bool = False
    heard_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Transfer:
    """Whom the ticket is with while it is `transferred`. `chat_id` is that service's staff group; `note` says why it is
    there; without an assignee nobody has picked it up.
    """

    service: str
    chat_id: int
    note: str
    since: datetime
    assignee_id: int | None = None
    assignee_name: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the other service has found: which part failed, how it can be resolved, in which ways to choose from."""

    service: str
    part: str
    resolution: str
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """The release that is to bring the solution; `on` is its date on the ticket's stand.

    `release` is its stored id; `cause`: what the ticket has turned out to be, when the release is out.
    """

    version: str
    on: date
    at: datetime
    release: int = 0
    cause: Cause = Cause.IMPROVEMENT


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The customer's time to say whether it is solved (move 14).

    It counts from `since`: when the last staff message was delivered, or the customer's last text; None before.
    `closes_at`: the hour that the reminder names, from when it is on its way; `reminded_at`: when it was delivered.
    """

    since: datetime | None = None
    reminded_at: datetime | None = None
    closes_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Alarmed:
    """Somebody was told that the target of `goal`, due at that moment, is nearly or (`breached`) wholly used up."""

    goal: Goal
    due_at: datetime
    breached: bool = False
