"""The guided request as data: its steps, their order, what each accepts, and the draft that is being filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.content import FILES, Content, ContentKind
from bot.domain.errors import (
    ButtonExpected,
    DescriptionTooLong,
    DescriptionTooShort,
    DraftIncomplete,
    LogExpected,
    SubjectLength,
    TextExpected,
    UnknownChoice,
)
from bot.domain.period import Period
from bot.domain.ticket import Kind

DESCRIPTION_MIN = 10
DESCRIPTION_MAX = 4000
SUBJECT_MAX = 120


class Step(StrEnum):
    """In the order of the dialog; SUBJECT and ZONE are side rooms, entered from the summary and from the period."""

    KIND = "kind"
    DESCRIPTION = "description"
    STAND = "stand"
    COMPONENT = "component"
    PERIOD = "period"
    LOG = "log"
    SUMMARY = "summary"
    SUBJECT = "subject"
    ZONE = "zone"


ORDER = (Step.KIND, Step.DESCRIPTION, Step.STAND, Step.COMPONENT, Step.PERIOD, Step.LOG, Step.SUMMARY)
SIDE_ROOMS: Mapping[Step, Step] = {Step.SUBJECT: Step.SUMMARY, Step.ZONE: Step.PERIOD}
DEFAULT_SKIPS: Mapping[Kind, frozenset[Step]] = {
    Kind.QUESTION: frozenset({Step.PERIOD, Step.LOG}),
    Kind.CHANGE: frozenset({Step.STAND, Step.PERIOD, Step.LOG}),
}


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


@dataclass(frozen=True, slots=True)
class Form:
    """The dialog of this desk: which stands and components there are, which steps a kind of request skips."""

    stands: tuple[str, ...]
    components: tuple[str, ...] = ()
    skips: Mapping[Kind, frozenset[Step]] = field(default_factory=lambda: DEFAULT_SKIPS)

    def steps(self, kind: Kind | None) -> tuple[Step, ...]:
        skipped = set(self.skips.get(kind, frozenset())) if kind else set()
        if not self.components:
            skipped.add(Step.COMPONENT)
        return tuple(step for step in ORDER if step not in skipped)

    def position(self, draft: Draft) -> tuple[int, int]:
        """Where one is: (3, 6) for `3/6`."""
        steps = self.steps(draft.kind)
        room = SIDE_ROOMS.get(draft.step, draft.step)
        return steps.index(room) + 1, len(steps)

    def choices(self, step: Step) -> tuple[str, ...]:
        match step:
            case Step.KIND:
                return tuple(Kind)
            case Step.STAND:
                return self.stands
            case Step.COMPONENT:
                return self.components
            case _:
                return ()

    def missing(self, draft: Draft) -> Step:
        """The first step without an answer, or the summary."""
        answered = {
            Step.KIND: draft.kind is not None,
            Step.DESCRIPTION: draft.described and _long_enough(draft),
            Step.STAND: draft.stand in self.stands,
            Step.COMPONENT: draft.component in self.components,
            Step.PERIOD: draft.period is not None,
            Step.LOG: draft.no_log or draft.logs > 0,
            Step.SUMMARY: False,
        }
        return next(step for step in self.steps(draft.kind) if not answered[step])

    def fit(self, draft: Draft) -> Draft:
        """The draft on the form as it is now: settings change, and an edited message may no longer do."""
        missing = self.missing(draft)
        unready = draft.step is Step.SUMMARY and missing is not Step.SUMMARY
        if unready or SIDE_ROOMS.get(draft.step, draft.step) not in self.steps(draft.kind):
            return replace(draft, step=missing, period_shown=None)
        return draft

    def choose(self, draft: Draft, value: str) -> Draft:
        """A button of kind, stand or component."""
        if value not in self.choices(draft.step):
            raise UnknownChoice
        match draft.step:
            case Step.KIND:
                chosen = replace(draft, kind=Kind(value))
            case Step.STAND:
                chosen = replace(draft, stand=value)
            case _:
                chosen = replace(draft, component=value)
        return self.forward(chosen)

    def typed_choice(self, draft: Draft, text: str) -> str:
        """A stand or component that was written instead of tapped; case does not matter."""
        wanted = text.strip().casefold()
        found = [choice for choice in self.choices(draft.step) if choice.casefold() == wanted]
        if not found:
            raise ButtonExpected
        return found[0]

    def next(self, draft: Draft) -> Draft:
        """The Next button of the steps that collect messages."""
        match draft.step:
            case Step.DESCRIPTION:
                if not _long_enough(draft):
                    raise DescriptionTooShort(limit=DESCRIPTION_MIN)
                return self.forward(replace(draft, described=True))
            case Step.LOG:
                if draft.logs == 0:
                    raise LogExpected
                return self.forward(draft)
            case Step.PERIOD if draft.period_shown is not None:
                return self.forward(replace(draft, period=draft.period_shown, period_shown=None))
            case _:
                raise ButtonExpected

    def without_log(self, draft: Draft) -> Draft:
        if draft.step is not Step.LOG:
            raise UnknownChoice
        pieces = tuple(p for p in draft.pieces if p.part is not Step.LOG)
        return self.forward(replace(draft, pieces=pieces, no_log=True))

    def occurred(self, draft: Draft, period: Period, *, understood: bool) -> Draft:
        """A period by button; or a typed one (`understood`), which is shown back before going on."""
        if draft.step is not Step.PERIOD:
            raise UnknownChoice
        if understood:
            return changed(replace(draft, period_shown=period))
        return self.forward(replace(draft, period=period, period_shown=None))

    def back(self, draft: Draft) -> Draft:
        """From a side room to where it was entered, from a field's Edit to the summary; else one step back."""
        if draft.step in SIDE_ROOMS:
            return changed(replace(draft, step=SIDE_ROOMS[draft.step]))
        if draft.reviewed and draft.step is not Step.SUMMARY:
            return changed(replace(draft, step=self.missing(draft), period_shown=None))
        steps = self.steps(draft.kind)
        before = steps[max(steps.index(draft.step) - 1, 0)]
        return changed(replace(draft, step=before, period_shown=None, reviewed=False))

    def edit(self, draft: Draft, step: Step) -> Draft:
        """A field's Edit in the summary, or the zone from the period."""
        allowed = {*self.steps(draft.kind), Step.SUBJECT} - {Step.SUMMARY}
        if (draft.step is Step.SUMMARY and step in allowed) or (draft.step is Step.PERIOD and step is Step.ZONE):
            return changed(replace(draft, step=step))
        raise UnknownChoice

    def forward(self, draft: Draft) -> Draft:
        step = self.missing(draft)
        return changed(replace(draft, step=step, reviewed=draft.reviewed or step is Step.SUMMARY))

    def complete(self, draft: Draft) -> Draft:
        """What is submitted from the summary: without answers to steps that its kind skips."""
        if draft.step is not Step.SUMMARY or self.missing(draft) is not Step.SUMMARY:
            raise DraftIncomplete
        steps = self.steps(draft.kind)
        return replace(
            draft,
            stand=draft.stand if Step.STAND in steps else None,
            component=draft.component if Step.COMPONENT in steps else None,
            period=draft.period if Step.PERIOD in steps else None,
            no_log=draft.no_log and Step.LOG in steps,
        )


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
    line = " ".join(subject.split())
    if not 1 <= len(line) <= SUBJECT_MAX:
        raise SubjectLength(limit=SUBJECT_MAX)
    return changed(replace(draft, own_subject=line, step=Step.SUMMARY))


def zone_chosen(draft: Draft) -> Draft:
    """Back to the period, which is asked anew: what was understood in the former zone may mean another time."""
    if draft.step is not Step.ZONE:
        raise UnknownChoice
    return changed(replace(draft, step=Step.PERIOD, period_shown=None))


def _is_log(piece: Piece) -> bool:
    return piece.part is Step.LOG or piece.kind is ContentKind.DOCUMENT


def _long_enough(draft: Draft) -> bool:
    return len(draft.description.strip()) >= DESCRIPTION_MIN


def _within_limit(draft: Draft) -> Draft:
    length = len(draft.description)
    if length > DESCRIPTION_MAX:
        raise DescriptionTooLong(limit=DESCRIPTION_MAX, length=length)
    return changed(draft)
