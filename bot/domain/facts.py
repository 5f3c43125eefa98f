"""What has happened: one dataclass a fact, past tense. Each is one row of the ticket's history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.lifecycle import Cause, Status


@dataclass(frozen=True, slots=True)
class Who:
    """Who made the move, with the name of that moment."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """What all facts share: which ticket, who, when, from which state to which."""

    number: int
    by: Who
    at: datetime
    source: Status | None
    to: Status


@dataclass(frozen=True, slots=True)
class TicketReceived(Step):
    pass


@dataclass(frozen=True, slots=True)
class TicketTaken(Step):
    pass


@dataclass(frozen=True, slots=True)
class TicketReassigned(Step):
    to_id: int
    to_name: str


@dataclass(frozen=True, slots=True)
class TicketCompleted(Step):
    cause: Cause
    answer: int


@dataclass(frozen=True, slots=True)
class CompletionTakenBack(Step):
    reason: str


@dataclass(frozen=True, slots=True)
class TicketConfirmed(Step):
    by_customer: bool
    proof: int | None


@dataclass(frozen=True, slots=True)
class CustomerDisagreed(Step):
    """`explained`: with words of the customer that say why, so that nobody has to ask."""

    times: int
    explained: bool = False


@dataclass(frozen=True, slots=True)
class DisagreementExplained(Step):
    reason: str


@dataclass(frozen=True, slots=True)
class TicketClosedByCustomer(Step):
    pass


@dataclass(frozen=True, slots=True)
class TicketCorrected(Step):
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TicketRated(Step):
    rating: int
    comment: str = ""


Fact = (
    TicketReceived
    | TicketTaken
    | TicketReassigned
    | TicketCompleted
    | CompletionTakenBack
    | TicketConfirmed
    | CustomerDisagreed
    | DisagreementExplained
    | TicketClosedByCustomer
    | TicketCorrected
    | TicketRated
)
