"""The customer is asked for something, and answers (moves 5 to 6b)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Self

from bot.domain import facts
from bot.domain.errors import NoSuchVariant, NotCurrent, QuestionKind, VariantsCount
from bot.domain.lifecycle import Ask, Cause, Move, Status
from bot.domain.people import THE_DESK, Actor
from bot.domain.ticket.parts import Question
from bot.domain.ticket.record import Record

MOST_VARIANTS = 6


class Asking(Record):
    __slots__ = ()

    def ask(
        self, what: Ask, message: int, *, by: Actor, at: datetime, variants: Sequence[str] = ()
    ) -> tuple[Self, facts.CustomerAsked]:
        """`message` is the stored reply that asks; a choice has 1 to 6 `variants`, in words."""
        offered = tuple(" ".join(variant.split()) for variant in variants)
        self.allow(Move.ASK, by)
        if what is Ask.CHOICE and not (1 <= len(offered) <= MOST_VARIANTS and all(offered)):
            raise VariantsCount(limit=MOST_VARIANTS)
        question = Question(what, message, by.id, by.name, at, self.status, offered if what is Ask.CHOICE else ())
        asked = self._moved(Move.ASK, by, at, question=question)
        step = self._step(asked, by, at)
        return asked, facts.CustomerAsked(*step, ask=what, message=message, variants=question.variants)

    def answer(self, message: int | None, *, by: Actor, at: datetime) -> tuple[Self, facts.CustomerAnswered]:
        """In words or by a file: the stored `message`; also instead of a choice or of an action."""
        self._asked(by)
        return self._back(by, at, message=message)

    def choose(self, variant: int, *, by: Actor, at: datetime) -> tuple[Self, facts.CustomerAnswered]:
        """`variant` counts from 0."""
        question = self._asked(by)
        if question.ask is not Ask.CHOICE:
            raise QuestionKind(number=self.number)
        if not 0 <= variant < len(question.variants):
            raise NoSuchVariant(number=self.number)
        return self._back(by, at, choice=question.variants[variant])

    def do(self, *, by: Actor, at: datetime) -> tuple[Self, facts.CustomerAnswered]:
        """The recommended action is done."""
        self._to_be_done(by)
        return self._back(by, at, done=True)

    def cannot(
        self, reason: str, message: int | None, *, by: Actor, at: datetime
    ) -> tuple[Self, facts.CustomerAnswered]:
        """The recommended action cannot be done; a stored `message` without words (a voice) may say why, too."""
        self._to_be_done(by)
        reason = self._words(reason) if message is None else reason.strip()
        return self._back(by, at, reason=reason, message=message, cannot=True)

    def commit(self, *, by: Actor, at: datetime) -> tuple[Self, facts.CustomerCommitted]:
        """The customer will do it: it goes on waiting."""
        question = self._to_be_done(by, Move.COMMIT)
        if question.committed:
            raise NotCurrent
        committed = self._moved(Move.COMMIT, by, at, question=replace(question, committed=True, heard_at=at))
        return committed, facts.CustomerCommitted(*self._step(committed, by, at))

    def withdraw_question(self, *, by: Actor, at: datetime, seen: bool = True) -> tuple[Self, facts.QuestionWithdrawn]:
        """Back to the executor, also from the other service. `seen`: it may have reached the customer."""
        moved = self._moved(Move.WITHDRAW_QUESTION, by, at)
        return moved, facts.QuestionWithdrawn(*self._step(moved, by, at), seen=seen)

    def question_shown(self, message_id: int, *, at: datetime) -> tuple[Self, facts.QuestionDelivered | None]:
        """The open question stands in the customer's chat, there, with its buttons; the first time it is a fact."""
        if self.question is None:
            raise NotCurrent
        shown = (*(one for one in self.question.shown if one != message_id), message_id)
        question = replace(self.question, shown=shown, undelivered=False, delivered_at=self.question.delivered_at or at)
        after = replace(self, question=question)
        first = self.question.delivered_at is None
        return after, facts.QuestionDelivered(*self._step(after, THE_DESK, at)) if first else None

    def question_failed(self) -> Self:
        """The open question could not be delivered: nobody waits for an answer to it in vain."""
        return replace(self, question=replace(self.question, undelivered=True)) if self.question else self

    def go_silent(self, *, by: Actor, at: datetime) -> tuple[Self, facts.InformationMissing]:
        """No answer came, in spite of the reminders."""
        moved = self._moved(Move.GO_SILENT, by, at, cause=Cause.NO_INFORMATION)
        return moved, facts.InformationMissing(*self._step(moved, by, at))

    def _asked(self, by: Actor, move: Move = Move.ANSWER) -> Question:
        self.allow(move, by)
        if self.question is None:
            raise QuestionKind(number=self.number)
        return self.question

    def _to_be_done(self, by: Actor, move: Move = Move.ANSWER) -> Question:
        question = self._asked(by, move)
        if question.ask is not Ask.ACTION:
            raise QuestionKind(number=self.number)
        return question

    def _back(
        self, by: Actor, at: datetime, *, message: int | None = None, choice: str = "", reason: str = "",
        done: bool = False, cannot: bool = False,
    ) -> tuple[Self, facts.CustomerAnswered]:  # fmt: skip
        """To where it was asked from."""
        back = self.question.back if self.question else Status.IN_PROGRESS
        moved = self._moved(Move.ANSWER, by, at, to=back)
        step = self._step(moved, by, at)
        return moved, facts.CustomerAnswered(
            *step, message=message, choice=choice, reason=reason, done=done, cannot=cannot
        )
