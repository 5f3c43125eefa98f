"""The dialog of a desk as data: its steps, their order, and the way of a draft through them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.domain.errors import ButtonExpected, DescriptionTooShort, DraftIncomplete, LogExpected, UnknownChoice
from bot.domain.intake.draft import DESCRIPTION_MIN, Draft, changed
from bot.domain.intake.steps import DEFAULT_SKIPS, ORDER, SIDE_ROOMS, Step
from bot.domain.period import Period
from bot.domain.ticket import Kind


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
            Step.DESCRIPTION: draft.described and draft.long_enough,
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
                if not draft.long_enough:
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
