"""What has happened: one dataclass a fact, past tense. Each is one row of the ticket's history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.lifecycle import Ask, Cause, Status


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
    """`filed`: by the staff, for the customer. `answer_by`: what the customer is told of the first answer, where there
    is a target; `opens_at`: when the desk opens, if it is closed then.
    """

    filed: bool = False
    answer_by: datetime | None = None
    opens_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TicketAssigned(Step):
    to_id: int
    to_name: str
    by_lead: bool


@dataclass(frozen=True, slots=True)
class TicketTaken(Step):
    pass


@dataclass(frozen=True, slots=True)
class TicketDeclined(Step):
    """`nobody_left`: nobody is eligible for it any more."""

    reason: str
    nobody_left: bool = False


@dataclass(frozen=True, slots=True)
class TakeMissed(Step):
    """Nobody took it in time: it goes back to the queue. `nobody_left`: there is nobody else to take it."""

    person_id: int
    person_name: str
    nobody_left: bool = False


@dataclass(frozen=True, slots=True)
class TicketReassigned(Step):
    """`before`: the name of who had it."""

    to_id: int
    to_name: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class TicketCorrected(Step):
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TicketNudged(Step):
    """No reply for days, nobody has picked it up, or the promised date has passed."""

    times: int


@dataclass(frozen=True, slots=True)
class CustomerAsked(Step):
    """`message` is the stored reply that asks."""

    ask: Ask
    message: int
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CustomerAnswered(Step):
    """By a stored `message`, by a `choice` in words, by what was `done`, or with the `reason` why it cannot be done
    (which is empty where the message has no words).
    """

    message: int | None
    choice: str
    reason: str
    done: bool
    cannot: bool = False


@dataclass(frozen=True, slots=True)
class CustomerCommitted(Step):
    """The customer will do it, and goes on being waited for."""


@dataclass(frozen=True, slots=True)
class QuestionDelivered(Step):
    """The customer has got it: from now on the clocks wait."""


@dataclass(frozen=True, slots=True)
class QuestionWithdrawn(Step):
    """`seen`: the customer may have got it."""

    seen: bool = True


@dataclass(frozen=True, slots=True)
class CustomerReminded(Step):
    """`given_up_at`: when an answer is expected no more, if this is the last reminder of a question."""

    given_up_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InformationMissing(Step):
    """The question was never answered."""


@dataclass(frozen=True, slots=True)
class TicketTransferred(Step):
    """`before`: the service that it was with."""

    service: str
    before: str
    note: str


@dataclass(frozen=True, slots=True)
class TransferPickedUp(Step):
    service: str


@dataclass(frozen=True, slots=True)
class TransferLeft(Step):
    """`name`: who had picked it up, and is gone from that group."""

    service: str
    name: str


@dataclass(frozen=True, slots=True)
class VerdictGiven(Step):
    service: str
    part: str
    resolution: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TransferDeclined(Step):
    service: str
    reason: str


@dataclass(frozen=True, slots=True)
class TransferRecalled(Step):
    service: str


@dataclass(frozen=True, slots=True)
class ReleasePromised(Step):
    """`on` is its date on the ticket's stand; `before` the version promised until now, the same one when only its date
    has changed; `cause` what the ticket will have been.
    """

    version: str
    on: date
    before: str
    cause: Cause = Cause.IMPROVEMENT


@dataclass(frozen=True, slots=True)
class PromiseWithdrawn(Step):
    version: str


@dataclass(frozen=True, slots=True)
class ReleasePublished(Step):
    version: str
    cause: Cause = Cause.IMPROVEMENT


@dataclass(frozen=True, slots=True)
class ReleaseWithdrawn(Step):
    version: str


@dataclass(frozen=True, slots=True)
class WithdrawalTold(Step):
    """The ticket was closed already when the release that had solved it was withdrawn."""

    version: str


@dataclass(frozen=True, slots=True)
class TicketCompleted(Step):
    """`answer` is the stored message that tells the customer; `release` the version that was told with it, `on` its
    date.
    """

    cause: Cause
    answer: int
    release: str = ""
    on: date | None = None


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
class DisagreementLapsed(Step):
    """Why it is not solved was never said."""


@dataclass(frozen=True, slots=True)
class TicketExpired(Step):
    """No word for so many `days`; the customer may reopen it `until` then."""

    days: int
    until: datetime


@dataclass(frozen=True, slots=True)
class TicketGivenUp(Step):
    """The customer cannot be reached."""


@dataclass(frozen=True, slots=True)
class TicketClosedByCustomer(Step):
    pass


@dataclass(frozen=True, slots=True)
class TicketReopened(Step):
    """`reason`: in words; a customer who only taps has given none."""

    by_customer: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TicketMerged(Step):
    into: int


@dataclass(frozen=True, slots=True)
class TicketRejected(Step):
    reason: str


@dataclass(frozen=True, slots=True)
class TicketRated(Step):
    rating: int
    comment: str = ""


@dataclass(frozen=True, slots=True)
class TicketAbsorbed(Step):
    """Another ticket of the customer goes on in this one."""

    merged: int


@dataclass(frozen=True, slots=True)
class TicketLinked(Step):
    """`same_customer`: the other ticket is the customer's own, so they may know of it."""

    other: int
    same_customer: bool


@dataclass(frozen=True, slots=True)
class TicketUnlinked(Step):
    other: int
    same_customer: bool


@dataclass(frozen=True, slots=True)
class MessageMoved(Step):
    """A stored message of the customer (an album by its first part) belongs to ticket `into`, no longer to `origin`."""

    message: int
    origin: int
    into: int


@dataclass(frozen=True, slots=True)
class LevelWarned(Step):
    """Most of the time for this `goal` of the service level is used up."""

    goal: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class LevelBreached(Step):
    """All of it."""

    goal: str
    due_at: datetime


WorkingFact = (
    TicketReceived
    | TicketAssigned
    | TicketTaken
    | TicketDeclined
    | TakeMissed
    | TicketReassigned
    | TicketCorrected
    | TicketNudged
)
AskingFact = (
    CustomerAsked
    | QuestionDelivered
    | CustomerAnswered
    | CustomerCommitted
    | QuestionWithdrawn
    | CustomerReminded
    | InformationMissing
)
HandingFact = TicketTransferred | TransferPickedUp | TransferLeft | VerdictGiven | TransferDeclined | TransferRecalled
PromisingFact = ReleasePromised | PromiseWithdrawn | ReleasePublished | ReleaseWithdrawn | WithdrawalTold
EndingFact = (
    TicketCompleted
    | CompletionTakenBack
    | TicketConfirmed
    | CustomerDisagreed
    | DisagreementExplained
    | DisagreementLapsed
    | TicketExpired
    | TicketGivenUp
    | TicketClosedByCustomer
    | TicketReopened
    | TicketMerged
    | TicketRejected
    | TicketRated
)
RelatingFact = TicketAbsorbed | TicketLinked | TicketUnlinked | MessageMoved
LevelFact = LevelWarned | LevelBreached
Fact = WorkingFact | AskingFact | HandingFact | PromisingFact | EndingFact | RelatingFact | LevelFact
