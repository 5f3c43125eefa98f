"""What a ticket consists of, who is what to it, and what all of its moves have in common."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from bot.domain import facts
from bot.domain.errors import (
    CustomerOnly,
    LeadOnly,
    MoveNotAllowed,
    NotAssignee,
    NotOfService,
    NotYourTicket,
    StaffOnly,
    TextMissing,
)
from bot.domain.lifecycle import OPEN, TRANSITIONS, Cause, Closing, Move, Role, Rule, Status
from bot.domain.people import Actor, Standing
from bot.domain.period import Period
from bot.domain.sla import Clocks
from bot.domain.ticket.parts import Acceptance, Alarmed, Promise, Question, Transfer, Verdict

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
class Record:
    """One request for support.

    `logs` and `media` count the files it came with. `last_reply` is the staff's newest stored message to the customer,
    `proof` the customer's, with which the executor confirmed for them. `turn` counts changes of state or executor:
    buttons carry it; `version` counts all.

    `service` is the executor's; `since` when the present state began; in `assigned`, when the present
    executor got it. `declined`: who is not eligible for it again;
    `by_lead`: a lead has assigned it, so it does not wait for a take. `unexplained_since`: the customer tapped "Not
    solved" and has not said why yet. `nudges`: how often somebody was told that no reply has come; in
    `received`, that nobody can be given it. `filed_by`: who of the staff has filed it for the customer.
    `clocks` run where the desk has targets; `alarmed`: of which of their due moments somebody was told.
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
    service: str = "support"
    since: datetime | None = None
    declined: tuple[int, ...] = ()
    by_lead: bool = False
    question: Question | None = None
    transfer: Transfer | None = None
    verdict: Verdict | None = None
    promise: Promise | None = None
    acceptance: Acceptance | None = None
    unexplained_since: datetime | None = None
    replied_at: datetime | None = None
    nudges: int = 0
    follow_up_of: int | None = None
    merged_into: int | None = None
    filed_by: str | None = None
    clocks: Clocks | None = None
    alarmed: tuple[Alarmed, ...] = ()

    @property
    def open(self) -> bool:
        return self.status in OPEN

    @property
    def long(self) -> bool:
        """The card shows an excerpt; the description follows as messages of its own."""
        return len(self.description) > CARD_DESCRIPTION

    @property
    def assignee_id(self) -> int | None:
        """Who works on it now: somebody of the other service while it is there, else the executor."""
        return self.transfer.assignee_id if self.transfer else self.executor_id

    @property
    def assignee_name(self) -> str | None:
        return self.transfer.assignee_name if self.transfer else self.executor_name

    def roles(self, actor: Actor) -> frozenset[Role]:
        """Of the staff only who acts from the ticket's own group, or from that of the service it is with."""
        if actor.standing is Standing.DESK:
            return frozenset({Role.DESK})
        found = {Role.CUSTOMER} if actor.id == self.customer_id else set()
        home = actor.chat_id in (None, self.chat_id)
        there = self.transfer is not None and actor.chat_id in (None, self.transfer.chat_id)
        if actor.standing >= Standing.MEMBER and (home or there):
            found.add(Role.MEMBER)
            if actor.id == self.executor_id:
                found.add(Role.EXECUTOR)
            if actor.id == self.assignee_id:
                found.add(Role.ASSIGNEE)
            if self.transfer is not None and there and self.transfer.service in actor.services:
                found.add(Role.TARGET)
        if actor.standing is Standing.LEAD and home:
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
        if not roles & rule.by:
            raise self._not_theirs(rule, roles)
        return rule

    def _not_theirs(self, rule: Rule, roles: frozenset[Role]) -> Exception:
        people = rule.by - {Role.DESK}
        if people == {Role.CUSTOMER}:
            return CustomerOnly(number=self.number)
        if Role.MEMBER not in roles:
            return StaffOnly()
        if not people:
            return MoveNotAllowed(number=self.number, move=rule.move.value, status=self.status.value)
        if people - {Role.CUSTOMER} == {Role.LEAD}:
            return LeadOnly()
        if people == {Role.ASSIGNEE}:
            return NotAssignee(number=self.number)
        if people == {Role.TARGET} and self.transfer is not None:
            return NotOfService(number=self.number, service=self.transfer.service)
        return NotYourTicket(number=self.number)

    def _moved(self, move: Move, by: Actor, at: datetime, *, to: Status | None = None, **changes: Any) -> Self:
        """The ticket after the move, without what belongs to the former state; `to` where the row leaves it open."""
        rule = self.allow(move, by)
        status = to or rule.to or self.status
        left: dict[str, Any] = {"status": status, "turn": self.turn + 1, "unexplained_since": None}
        if status is not self.status:
            left |= {"since": at, "nudges": 0}
        if status is not Status.WAITING_CUSTOMER:
            left["question"] = None
        if status not in (Status.TRANSFERRED, Status.WAITING_CUSTOMER):
            left["transfer"] = None
        if status not in (Status.WAITING_RELEASE, Status.COMPLETED, Status.CLOSED):
            left["promise"] = None
        if status is not self.status or status is not Status.COMPLETED:
            left["acceptance"] = Acceptance() if status is Status.COMPLETED else None
        if status is Status.CLOSED:
            left["closed_at"] = at
        elif self.status is Status.CLOSED:
            left |= {"closing": None, "closed_at": None, "proof": None}
        if status in OPEN and status is not Status.COMPLETED:
            left["cause"] = None
        return replace(self, **left | changes)

    def _step(self, after: Record, by: Actor, at: datetime) -> tuple[int, facts.Who, datetime, Status, Status]:
        return self.number, facts.Who(by.id, by.name), at, self.status, after.status

    def _words(self, text: str) -> str:
        """A text that the move cannot do without."""
        if not text.strip():
            raise TextMissing(number=self.number)
        return text.strip()
