"""Whatever a customer presses and writes, in any order, the draft stays sound."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.domain import intake, period
from bot.domain.content import Content, ContentKind
from bot.domain.errors import DraftIncomplete, WrongInput
from bot.domain.intake import DESCRIPTION_MAX, SUBJECT_MAX, Draft, Form, Step
from bot.domain.ticket import Kind

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
FORMS = (
    Form(("PROD", "TEST")),
    Form(("PROD",), ("Billing", "Portal")),
    Form(("PROD", "TEST"), ("Billing",), {kind: frozenset({Step.STAND, Step.PERIOD}) for kind in Kind}),
    Form(("LIVE",), skips={}),
)
CONTENTS = st.builds(
    Content, st.sampled_from(ContentKind), st.text("ab \n", max_size=15) | st.just("x" * 4096) | st.just("PROD")
)


class Dialog(RuleBasedStateMachine):
    """The rules are what `press_draft` and `draft_says` call: offered by a window or forged."""

    def __init__(self) -> None:
        super().__init__()
        self.form, self.draft, self.messages = FORMS[0], Draft(1, 7, NOW), 0

    @initialize(form=st.sampled_from(FORMS))
    def opened(self, form: Form) -> None:
        self.form = form

    def become(self, draft: Draft) -> None:
        assert draft.version > self.draft.version, "a change that old buttons would not notice"
        self.draft = draft

    @rule(content=CONTENTS)
    def says(self, content: Content) -> None:
        with suppress(WrongInput):
            intake.accepts(self.draft, content)
            self.messages += 1
            self.become(intake.add_piece(self.draft, self.messages, content))

    @rule(data=st.data(), content=CONTENTS)
    def edits_a_message(self, data: st.DataObject, content: Content) -> None:
        with suppress(WrongInput):
            message = data.draw(st.integers(0, self.messages))
            self.become(intake.amend_piece(self.draft, message, content))

    @rule(value=st.sampled_from([*Kind, "PROD", "TEST", "LIVE", "Billing", "Portal", "?"]))
    def chooses(self, value: str) -> None:
        with suppress(WrongInput):
            self.become(self.form.choose(self.draft, value))

    @rule(understood=st.booleans())
    def says_when(self, understood: bool) -> None:
        with suppress(WrongInput):
            self.become(self.form.occurred(self.draft, period.last_hour(NOW), understood=understood))

    @rule(subject=st.text(max_size=SUBJECT_MAX + 5))
    def names(self, subject: str) -> None:
        if self.draft.step is Step.SUBJECT:
            with suppress(WrongInput):
                self.become(intake.name(self.draft, subject))

    @rule(step=st.sampled_from(Step))
    def goes_to(self, step: Step) -> None:
        with suppress(WrongInput):
            self.become(self.form.edit(self.draft, step))

    @rule(move=st.sampled_from(["next", "back", "without_log", "write_anew", "zone_chosen"]))
    def presses(self, move: str) -> None:
        with suppress(WrongInput):
            does = getattr(self.form, move, None) or getattr(intake, move)
            self.become(does(self.draft))

    @rule(form=st.sampled_from(FORMS))
    def settings_change(self, form: Form) -> None:
        self.form, self.draft = form, form.fit(self.draft)

    @invariant()
    def a_window_can_show_it(self) -> None:
        self.draft = self.form.fit(self.draft)
        here, of = self.form.position(self.draft)
        assert 1 <= here <= of
        assert self.form.missing(self.draft) in self.form.steps(self.draft.kind)

    @invariant()
    def it_keeps_its_limits(self) -> None:
        assert len(self.draft.description) <= DESCRIPTION_MAX
        assert len(self.draft.subject) <= SUBJECT_MAX
        assert self.draft.own_subject is None or self.draft.own_subject.strip()

    @invariant()
    def the_summary_is_reached_only_when_nothing_is_missing(self) -> None:
        if self.draft.step is Step.SUMMARY:
            assert self.form.missing(self.draft) is Step.SUMMARY

    @invariant()
    def what_is_sent_is_whole(self) -> None:
        with suppress(DraftIncomplete):
            sent = self.form.complete(self.draft)
            steps = self.form.steps(sent.kind)
            assert sent.kind is not None
            assert len(sent.description.strip()) >= intake.DESCRIPTION_MIN
            assert sent.subject
            assert sent.stand in (self.form.stands if Step.STAND in steps else [None])
            assert sent.component in (self.form.components if Step.COMPONENT in steps else [None])
            assert (sent.period is not None) == (Step.PERIOD in steps)
            assert Step.LOG not in steps or sent.no_log != bool(sent.logs)

    @invariant()
    def going_on_comes_to_an_end(self) -> None:
        """Answering what is missing, step by step, leads to the summary."""
        draft = replace(self.draft, step=self.form.missing(self.draft), period_shown=None, reviewed=False)
        for _ in range(len(Step)):
            if draft.step is Step.SUMMARY:
                return
            draft = self._answer(draft)
        raise AssertionError(f"no end in sight at {draft.step}")

    def _answer(self, draft: Draft) -> Draft:
        match draft.step:
            case Step.DESCRIPTION:
                pieces = (intake.Piece(0, Step.DESCRIPTION, ContentKind.TEXT, "It does not work."),)
                return self.form.next(replace(draft, pieces=pieces))
            case Step.PERIOD:
                return self.form.occurred(draft, period.unknown(), understood=False)
            case Step.LOG:
                return self.form.without_log(draft)
            case _:
                return self.form.choose(draft, self.form.choices(draft.step)[0])


TestDialog = Dialog.TestCase
TestDialog.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
