"""The request that is being filled: the messages it is made of, and what each step accepts of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.content import FILES, Content, ContentKind
from bot.domain.errors import (
    ButtonExpected,
    DescriptionTooLong,
    LogExpected,
    SubjectLength,
    TextExpected,
    UnknownChoice,
)
from bot.domain.intake.steps import Step
from bot.domain.period import Period
from bot.domain.ticket import Kind

DESCRIPTION_MIN = 10
DESCRIPTION_MAX = 4000
SUBJECT_MAX = 120


@dataclass(frozen=True, slots=True)
class Piece:
    """One message of the draft: `message` is its stored id, `part` the step it was sent at."""

    message: int
    part: Step
    kind: ContentKind
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A request being filled. `version` grows with every change; buttons carry it with id and step.

    `period_shown` holds a typed period that was understood and waits for the customer's yes; `reviewed`: the summary
    has been reached; `leaving`: Cancel was pressed and waits for a second word. `follow_up_of`: the closed
    ticket that it goes on from.
    """

    id: int
    customer_id: int
    started_at: datetime
    step: Step = Step.KIND
    version: int = 0
    kind: Kind | None = None
    pieces: tuple[Piece, ...] = ()
    described: bool = False
    stand: str | None = None
    component: str | None = None
    period: Period | None = None
    period_shown: Period | None = None
    no_log: bool = False
    own_subject: str | None = None
    reviewed: bool = False
    leaving: bool = False
    follow_up_of: int | None = None

    @property
    def description(self) -> str:
        return "\n".join(p.text for p in self.pieces if p.part is not Step.LOG and p.text)

    @property
    def subject(self) -> str:
        """Its own, else the first line of the description, cut at 120 characters."""
        if self.own_subject:
            return self.own_subject
        line = next((line.strip() for line in self.description.splitlines() if line.strip()), "")
        return line if len(line) <= SUBJECT_MAX else line[: SUBJECT_MAX - 1].rstrip() + "…"

    @property
    def long_enough(self) -> bool:
        return len(self.description.strip()) >= DESCRIPTION_MIN

    @property
    def log_pieces(self) -> tuple[Piece, ...]:
        """Whatever was sent at that step, and documents of the others; after "No log" those are mere attachments."""
        return () if self.no_log else tuple(p for p in self.pieces if _is_log(p))

    @property
    def logs(self) -> int:
        return len(self.log_pieces)

    @property
    def media(self) -> int:
        """Attachments that are no log."""
        return sum(p.kind is not ContentKind.TEXT for p in self.pieces if p not in self.log_pieces)


def changed(draft: Draft) -> Draft:
    return replace(draft, version=draft.version + 1)


def accepts(draft: Draft, content: Content) -> None:
    """Refuse, by name, what cannot fill the present step. Files are welcome at every step."""
    if content.kind in FILES:
        return
    text = content.kind is ContentKind.TEXT
    match draft.step:
        case Step.SUMMARY:
            raise ButtonExpected
        case Step.KIND | Step.STAND | Step.COMPONENT if not text:
            raise ButtonExpected
        case Step.LOG if not text:
            raise LogExpected
        case _ if not text:
            raise TextExpected
        case _:
            return


def add_piece(draft: Draft, message: int, content: Content) -> Draft:
    """The draft with one more message; what would make the description too long is refused."""
    part = Step.LOG if draft.step is Step.LOG else Step.DESCRIPTION
    piece = Piece(message, part, content.kind, content.text)
    no_log = draft.no_log and not _is_log(piece)
    return _within_limit(replace(draft, pieces=(*draft.pieces, piece), no_log=no_log))


def amend_piece(draft: Draft, message: int, content: Content) -> Draft:
    """The customer edited a message of the draft."""
    pieces = tuple(
        replace(p, kind=content.kind, text=content.text) if p.message == message else p for p in draft.pieces
    )
    return _within_limit(replace(draft, pieces=pieces))


def write_anew(draft: Draft) -> Draft:
    """Drop the description's texts and media; logs stay."""
    if draft.step is not Step.DESCRIPTION:
        raise UnknownChoice
    kept = tuple(p for p in draft.pieces if p.part is Step.LOG)
    return changed(replace(draft, pieces=kept, described=False))


def name(draft: Draft, subject: str) -> Draft:
    return changed(replace(draft, own_subject=subject_line(subject), step=Step.SUMMARY))


def subject_line(text: str) -> str:
    line = " ".join(text.split())
    if not 1 <= len(line) <= SUBJECT_MAX:
        raise SubjectLength(limit=SUBJECT_MAX)
    return line


def zone_chosen(draft: Draft) -> Draft:
    """Back to the period, which is asked anew: what was understood in the former zone may mean another time."""
    if draft.step is not Step.ZONE:
        raise UnknownChoice
    return changed(replace(draft, step=Step.PERIOD, period_shown=None))


def _is_log(piece: Piece) -> bool:
    return piece.part is Step.LOG or piece.kind is ContentKind.DOCUMENT


def _within_limit(draft: Draft) -> Draft:
    length = len(draft.description)
    if length > DESCRIPTION_MAX:
        raise DescriptionTooLong(limit=DESCRIPTION_MAX, length=length)
    return changed(draft)
