"""The ticket: what it is, and what each move makes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain import facts
from bot.domain.errors import (
    AlreadyAssignee,
    AlreadyTaken,
    CustomerOnly,
    MoveNotAllowed,
    NotYourTicket,
    ProofMissing,
    StaffOnly,
    TextMissing,
)
from bot.domain.lifecycle import OPEN, TRANSITIONS, Cause, Closing, Move, Role, Rule, Status
from bot.domain.people import Actor, Person, Standing
from bot.domain.period import Period

CARD_DESCRIPTION = 2500


class Kind(StrEnum):
    """What the customer needs; in the order of the queue."""

    STOPPED = "stopped"
    WRONG = "wrong"
    QUESTION = "question"
    CHANGE = "change"


class Field(StrEnum):
    """What the staff may correct (move 19)."""

    KIND = "kind"
    STAND = "stand"
    COMPONENT = "component"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Ticket:
    """One request for support.

    `logs` and `media` count the files it came with. `last_reply` is the staff's newest stored message to the customer,
    `proof` the customer's, with which the executor confirmed for them. `turn` counts changes of state or executor:
    buttons carry it; `version` counts all.
    """

    number: int
    customer_id: int
    chat_id: int
    kind: Kind
    subject: str
    description: str
    created_at: datetime
    draft: int
    status: Status = Status.RECEIVED
    stand: str | None = None
    component: str | None = None
    period: Period | None = None
    no_log: bool = False
    logs: int = 0
    media: int = 0
    topic_id: int | None = None
    executor_id: int | None = None
    executor_name: str | None = None
    closing: Closing | None = None
    cause: Cause | None = None
    rating: int | None = None
    disagreements: int = 0
    closed_at: datetime | None = None
    last_reply: int | None = None
    proof: int | None = None
    turn: int = 0
    version: int = 0

    @property
    def open(self) -> bool:
        return self.status in OPEN

    @property
    def long(self) -> bool:
        """The card shows an excerpt; the description follows as messages of its own."""
        return len(self.description) > CARD_DESCRIPTION

    def roles(self, actor: Actor) -> frozenset[Role]:
        found = {Role.CUSTOMER} if actor.id == self.customer_id else set()
        if actor.standing >= Standing.MEMBER:
            found.add(Role.MEMBER)
            if actor.id == self.executor_id:
                found |= {Role.EXECUTOR, Role.ASSIGNEE}
        if actor.standing is Standing.LEAD:
            found.add(Role.LEAD)
        return frozenset(found)

    def speaks_to_customer(self, actor: Actor) -> bool:
        """Whether what the actor simply writes in the topic is a reply."""
        return bool(self.roles(actor) & {Role.EXECUTOR, Role.ASSIGNEE})

    def allow(self, move: Move, by: Actor) -> Rule:
        """The row of the table for this move, or the refusal that says what is in its way."""
        roles = self.roles(by)
        rule = TRANSITIONS.get((self.status, move))
        if rule is None:
            if not roles:
                raise StaffOnly
            raise MoveNotAllowed(number=self.number, move=move.value, status=self.status.value)
        if roles & rule.by:
            return rule
        if rule.by == {Role.CUSTOMER}:
            raise CustomerOnly(number=self.number)
        raise NotYourTicket(number=self.number) if Role.MEMBER in roles else StaffOnly

    def take(self, *, by: Actor, at: datetime) -> tuple[Ticket, facts.TicketTaken]:
        if self.open and self.executor_name is not None and self.status is not Status.ASSIGNED:
            if Role.MEMBER not in self.roles(by):
                raise StaffOnly
            second = AlreadyAssignee if by.id == self.executor_id else AlreadyTaken
            raise second(number=self.number, name=self.executor_name)
        taken = self._moved(Move.TAKE, by, executor_id=by.id, executor_name=by.name)
        return taken, facts.TicketTaken(*self._step(taken, by, at))

    def reassign(self, to: Person, *, by: Actor, at: datetime) -> tuple[Ticket, facts.TicketReassigned]:
        moved = self._moved(Move.REASSIGN, by, executor_id=to.id, executor_name=to.name)
        if to.id == self.executor_id:
            raise AlreadyAssignee(number=self.number, name=to.name)
        return moved, facts.TicketReassigned(*self._step(moved, by, at), to_id=to.id, to_name=to.name)

    def complete(
        self, cause: Cause, *, answer: int | None, by: Actor, at: datetime
    ) -> tuple[Ticket, facts.TicketCompleted]:
        """`answer` is the stored message that tells the customer; the last reply may serve."""
        moved = self._moved(Move.COMPLETE, by, cause=cause)
        if answer is None:
            raise TextMissing(number=self.number)
        return moved, facts.TicketCompleted(*self._step(moved, by, at), cause=cause, answer=answer)

    def take_back(self, reason: str, *, by: Actor, at: datetime) -> tuple[Ticket, facts.CompletionTakenBack]:
        moved = self._moved(Move.TAKE_BACK, by, cause=None)
        if not reason.strip():
            raise TextMissing(number=self.number)
        return moved, facts.CompletionTakenBack(*self._step(moved, by, at), reason=reason.strip())

    def confirm(self, *, by: Actor, at: datetime, proof: int | None = None) -> tuple[Ticket, facts.TicketConfirmed]:
        """By the customer; or by the executor, who points at the customer's confirming message (`proof`)."""
        moved = self._moved(Move.CONFIRM, by, closing=Closing.CONFIRMED, closed_at=at, proof=proof)
        if by.id != self.customer_id and proof is None:
            raise ProofMissing(number=self.number)
        return moved, facts.TicketConfirmed(
            *self._step(moved, by, at), by_customer=by.id == self.customer_id, proof=proof
        )

    def disagree(self, *, by: Actor, at: datetime, explained: bool = False) -> tuple[Ticket, facts.CustomerDisagreed]:
        """Also after a confirmation that the executor made for the customer."""
        if self.status is Status.CLOSED and self.proof is None:
            raise MoveNotAllowed(number=self.number, move=Move.DISAGREE.value, status=self.status.value)
        again = {"cause": None, "closing": None, "closed_at": None, "proof": None}
        moved = self._moved(Move.DISAGREE, by, disagreements=self.disagreements + 1, **again)
        step = self._step(moved, by, at)
        return moved, facts.CustomerDisagreed(*step, times=moved.disagreements, explained=explained)

    def close(self, *, by: Actor, at: datetime) -> tuple[Ticket, facts.TicketClosedByCustomer]:
        moved = self._moved(Move.CLOSE, by, closing=Closing.CUSTOMER, closed_at=at)
        return moved, facts.TicketClosedByCustomer(*self._step(moved, by, at))

    def correct(self, field: Field, value: str, *, by: Actor, at: datetime) -> tuple[Ticket, facts.TicketCorrected]:
        self.allow(Move.CORRECT, by)
        before = getattr(self, field.value) or ""
        typed: Any = Kind(value) if field is Field.KIND else value
        corrected = replace(self, **{field.value: typed})
        return corrected, facts.TicketCorrected(
            *self._step(corrected, by, at), field=field.value, before=str(before), after=value
        )

    def _moved(self, move: Move, by: Actor, **changes: Any) -> Ticket:
        rule = self.allow(move, by)
        return replace(self, status=rule.to or self.status, turn=self.turn + 1, **changes)

    def _step(self, after: Ticket, by: Actor, at: datetime) -> tuple[int, facts.Who, datetime, Status, Status]:
        return self.number, facts.Who(by.id, by.name), at, self.status, after.status
