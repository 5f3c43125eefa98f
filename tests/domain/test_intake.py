"""The guided request as rules: its order, what it skips, what each step accepts, and the ways back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain import intake, period
from bot.domain.content import FILES, Content, ContentKind
from bot.domain.errors import (
    ButtonExpected,
    DescriptionTooLong,
    DescriptionTooShort,
    DraftIncomplete,
    LogExpected,
    Refusal,
    SubjectLength,
    TextExpected,
    UnknownChoice,
)
from bot.domain.intake import ORDER, SIDE_ROOMS, Draft, Form, Piece, Step, accepts, add_piece, amend_piece
from bot.domain.ticket import Kind

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
FORM = Form(stands=("PROD", "TEST"), components=("Billing", "Portal"))
PLAIN = Form(stands=("PROD", "TEST"))
WORDS = "Payment fails with error 500."


def text(words: str) -> Content:
    return Content(ContentKind.TEXT, words)


def piece(words: str = WORDS, kind: ContentKind = ContentKind.TEXT, part: Step = Step.DESCRIPTION) -> Piece:
    return Piece(len(words), part, kind, words)


def empty(step: Step = Step.KIND) -> Draft:
    return Draft(1, 7, NOW, step)


def full(kind: Kind = Kind.WRONG, step: Step = Step.SUMMARY) -> Draft:
    told = replace(empty(step), kind=kind, pieces=(piece(),), described=True, reviewed=True)
    return replace(told, stand="PROD", component="Billing", period=period.unknown(), no_log=True)


def walk(form: Form, kind: Kind) -> list[Step]:
    """The steps that a customer meets who answers each one at once."""
    draft, met = empty(), [Step.KIND]
    while draft.step is not Step.SUMMARY:
        draft = answered(form, draft, kind)
        met.append(draft.step)
    return met


def answered(form: Form, draft: Draft, kind: Kind) -> Draft:
    match draft.step:
        case Step.KIND:
            return form.choose(draft, kind)
        case Step.DESCRIPTION:
            return form.next(add_piece(draft, 1, text(WORDS)))
        case Step.PERIOD:
            return form.occurred(draft, period.still_happening(), understood=False)
        case Step.LOG:
            return form.without_log(draft)
        case _:
            return form.choose(draft, form.choices(draft.step)[0])


# Order ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [Kind.STOPPED, Kind.WRONG])
def test_what_is_broken_is_asked_everything(kind: Kind) -> None:
    assert walk(FORM, kind) == list(ORDER)


def test_a_question_skips_period_and_log() -> None:
    assert walk(FORM, Kind.QUESTION) == [Step.KIND, Step.DESCRIPTION, Step.STAND, Step.COMPONENT, Step.SUMMARY]


def test_a_change_skips_the_stand_also() -> None:
    assert walk(FORM, Kind.CHANGE) == [Step.KIND, Step.DESCRIPTION, Step.COMPONENT, Step.SUMMARY]


def test_a_component_is_asked_only_where_there_are_some() -> None:
    assert Step.COMPONENT not in walk(PLAIN, Kind.WRONG)


def test_the_table_of_skipped_steps_is_a_setting() -> None:
    form = Form(("PROD",), skips={Kind.WRONG: frozenset({Step.LOG})})
    assert Step.LOG not in walk(form, Kind.WRONG)
    assert Step.LOG in walk(form, Kind.QUESTION)


def test_the_place_counts_the_steps_of_this_kind() -> None:
    assert PLAIN.position(empty()) == (1, 6)
    assert PLAIN.position(full(Kind.WRONG, Step.PERIOD)) == (4, 6)
    assert PLAIN.position(full(Kind.QUESTION)) == (4, 4)


@pytest.mark.parametrize(("room", "door"), SIDE_ROOMS.items())
def test_a_side_room_has_the_place_of_its_door(room: Step, door: Step) -> None:
    assert FORM.position(full(step=room)) == FORM.position(full(step=door))


def test_what_is_answered_already_is_not_asked_again() -> None:
    draft = replace(full(step=Step.KIND), kind=None, stand=None)
    assert FORM.choose(draft, Kind.STOPPED).step is Step.STAND


# What comes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("kind", sorted(FILES))
def test_files_are_welcome_at_every_step(step: Step, kind: ContentKind) -> None:
    accepts(empty(step), Content(kind))


@pytest.mark.parametrize(
    ("step", "refusal"),
    {
        Step.KIND: ButtonExpected,
        Step.DESCRIPTION: TextExpected,
        Step.STAND: ButtonExpected,
        Step.COMPONENT: ButtonExpected,
        Step.PERIOD: TextExpected,
        Step.LOG: LogExpected,
        Step.SUMMARY: ButtonExpected,
        Step.SUBJECT: TextExpected,
        Step.ZONE: TextExpected,
    }.items(),
)
@pytest.mark.parametrize("kind", sorted(set(ContentKind) - FILES - {ContentKind.TEXT}))
def test_what_carries_no_words_is_refused_by_what_the_step_wants(
    step: Step, refusal: type[Refusal], kind: ContentKind
) -> None:
    with pytest.raises(refusal):
        accepts(empty(step), Content(kind))


def test_the_summary_is_answered_by_its_buttons() -> None:
    with pytest.raises(ButtonExpected):
        accepts(full(), text("yes"))


def test_a_description_has_ten_characters_at_least() -> None:
    draft = add_piece(empty(Step.DESCRIPTION), 1, text("nine char"))
    with pytest.raises(DescriptionTooShort):
        PLAIN.next(draft)
    draft = amend_piece(draft, 1, text("ten chars."))
    assert PLAIN.next(replace(draft, kind=Kind.WRONG)).step is Step.STAND


def test_a_description_has_4000_characters_at_most_over_all_its_messages() -> None:
    draft = add_piece(empty(Step.DESCRIPTION), 1, text("x" * 2000))
    draft = add_piece(draft, 2, text("y" * 1999))
    assert len(draft.description) == 4000
    with pytest.raises(DescriptionTooLong):
        add_piece(draft, 3, text("z"))
    with pytest.raises(DescriptionTooLong):
        amend_piece(draft, 2, text("y" * 2000))


def test_a_log_is_no_part_of_the_description() -> None:
    draft = add_piece(full(step=Step.LOG), 2, text("Traceback"))
    assert (draft.description, draft.logs) == (WORDS, 1)
    assert add_piece(draft, 3, text("y" * 4096)).logs == 2


def test_the_subject_is_the_first_line_with_something_in_it() -> None:
    draft = add_piece(empty(), 1, Content(ContentKind.PHOTO, ""))
    draft = add_piece(draft, 2, text("\n  Payment fails \nfor everybody"))
    assert draft.subject == "Payment fails"


def test_a_long_first_line_is_cut_at_120_characters() -> None:
    assert add_piece(empty(), 1, text("x" * 120)).subject == "x" * 120
    assert add_piece(empty(), 1, text("x" * 121)).subject == "x" * 119 + "…"


def test_a_subject_of_its_own_wins() -> None:
    draft = intake.name(full(step=Step.SUBJECT), " Cards \n are declined ")
    assert (draft.subject, draft.step) == ("Cards are declined", Step.SUMMARY)


@pytest.mark.parametrize("subject", ["", " \n ", "x" * 121])
def test_a_subject_is_one_line_of_120_characters(subject: str) -> None:
    with pytest.raises(SubjectLength):
        intake.name(full(step=Step.SUBJECT), subject)


@pytest.mark.parametrize("written", ["TEST", "test", " Test "])
def test_a_stand_may_be_written(written: str) -> None:
    assert FORM.typed_choice(empty(Step.STAND), written) == "TEST"


def test_an_unknown_stand_is_refused() -> None:
    with pytest.raises(ButtonExpected):
        FORM.typed_choice(empty(Step.STAND), "STAGING")
    with pytest.raises(UnknownChoice):
        FORM.choose(empty(Step.STAND), "STAGING")


def test_a_typed_period_waits_for_a_yes() -> None:
    draft = FORM.occurred(full(step=Step.PERIOD), period.last_hour(NOW), understood=True)
    assert (draft.step, draft.period, draft.period_shown) == (Step.PERIOD, period.unknown(), period.last_hour(NOW))
    yes = FORM.next(draft)
    assert (yes.period, yes.period_shown) == (period.last_hour(NOW), None)
    assert FORM.back(draft).period == period.unknown()


def test_another_zone_asks_for_the_period_anew() -> None:
    draft = replace(full(step=Step.ZONE), period_shown=period.last_hour(NOW))
    assert (intake.zone_chosen(draft).step, intake.zone_chosen(draft).period_shown) == (Step.PERIOD, None)


# The log ---------------------------------------------------------------------------------------------------------


def test_a_document_that_came_early_passes_the_log_step() -> None:
    draft = add_piece(replace(full(step=Step.STAND), no_log=False, stand=None), 2, Content(ContentKind.DOCUMENT))
    assert FORM.choose(draft, "TEST").step is Step.SUMMARY


def test_a_screenshot_is_no_log() -> None:
    draft = add_piece(replace(full(step=Step.STAND), no_log=False, stand=None), 2, Content(ContentKind.PHOTO))
    assert FORM.choose(draft, "TEST").step is Step.LOG


def test_next_at_the_log_needs_one() -> None:
    with pytest.raises(LogExpected):
        FORM.next(replace(full(step=Step.LOG), no_log=False))


def test_no_log_takes_back_what_was_sent_as_one() -> None:
    draft = add_piece(full(step=Step.LOG), 2, text("Traceback"))
    without = FORM.without_log(draft)
    assert (without.logs, without.no_log, without.description) == (0, True, WORDS)


def test_a_log_that_comes_after_no_log_counts() -> None:
    draft = add_piece(full(), 2, Content(ContentKind.DOCUMENT))
    assert (draft.logs, draft.no_log) == (1, False)


# Back, Edit, Send ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Kind)
def test_back_leads_through_all_steps_to_the_first(kind: Kind) -> None:
    draft, met = full(kind), [Step.SUMMARY]
    while draft.step is not Step.KIND:
        draft = FORM.back(draft)
        met.append(draft.step)
    assert tuple(reversed(met)) == FORM.steps(kind)
    assert FORM.back(draft).step is Step.KIND


@pytest.mark.parametrize("step", [*ORDER[:-1], Step.SUBJECT])
def test_back_from_an_edit_returns_to_the_summary_with_everything_as_it_was(step: Step) -> None:
    there = FORM.edit(full(), step)
    assert there.step is step
    assert replace(FORM.back(there), version=0) == full()


def test_back_from_the_zone_returns_to_the_period() -> None:
    draft = FORM.edit(full(step=Step.PERIOD), Step.ZONE)
    assert FORM.back(draft).step is Step.PERIOD


@pytest.mark.parametrize("step", [Step.STAND, Step.PERIOD, Step.LOG, Step.SUMMARY, Step.ZONE])
def test_only_a_field_that_the_kind_has_can_be_edited(step: Step) -> None:
    with pytest.raises(UnknownChoice):
        FORM.edit(full(Kind.CHANGE), step)


def test_a_field_is_edited_from_the_summary_only() -> None:
    with pytest.raises(UnknownChoice):
        FORM.edit(full(step=Step.STAND), Step.KIND)


def test_another_kind_asks_for_what_it_needs() -> None:
    question = replace(full(Kind.QUESTION, Step.KIND), period=None, no_log=False)
    assert FORM.choose(question, Kind.WRONG).step is Step.PERIOD


@pytest.mark.parametrize("kind", Kind)
def test_what_is_sent_has_an_answer_to_each_step_of_its_kind_and_to_no_other(kind: Kind) -> None:
    sent, steps = FORM.complete(full(kind)), FORM.steps(kind)
    assert (sent.stand is not None) == (Step.STAND in steps)
    assert (sent.period is not None) == (Step.PERIOD in steps)
    assert sent.no_log == (Step.LOG in steps)


@pytest.mark.parametrize(
    "draft",
    [
        empty(Step.SUMMARY),
        full(step=Step.LOG),
        replace(full(), kind=None),
        replace(full(), pieces=()),
        replace(full(), stand=None),
        replace(full(), stand="GONE"),
        replace(full(), component=None),
        replace(full(), period=None),
        replace(full(), no_log=False),
    ],
)
def test_only_a_whole_request_is_sent_and_only_from_the_summary(draft: Draft) -> None:
    with pytest.raises(DraftIncomplete):
        FORM.complete(draft)


def test_writing_anew_keeps_the_logs() -> None:
    log = piece("Traceback", part=Step.LOG)
    draft = replace(full(step=Step.DESCRIPTION), no_log=False, pieces=(piece(), log))
    anew = intake.write_anew(draft)
    assert (anew.pieces, anew.described) == ((log,), False)


def test_a_log_that_went_with_the_description_is_asked_for_again() -> None:
    draft = add_piece(replace(full(step=Step.LOG), no_log=False, pieces=()), 2, Content(ContentKind.DOCUMENT, WORDS))
    draft = PLAIN.next(replace(draft, pieces=(replace(draft.pieces[0], part=Step.DESCRIPTION),)))
    assert draft.step is Step.SUMMARY
    anew = intake.write_anew(PLAIN.edit(draft, Step.DESCRIPTION))
    assert PLAIN.next(add_piece(anew, 3, text(WORDS))).step is Step.LOG


# Settings change, messages are edited ----------------------------------------------------------------------------


def test_a_description_that_was_edited_away_is_asked_again() -> None:
    draft = amend_piece(full(), full().pieces[0].message, text("no"))
    assert FORM.fit(draft).step is Step.DESCRIPTION
    assert FORM.fit(full()) == full()


def test_a_stand_that_is_no_longer_there_is_asked_again() -> None:
    assert Form(("LIVE",), FORM.components).fit(full()).step is Step.STAND


def test_a_step_that_is_no_longer_there_is_left() -> None:
    assert PLAIN.fit(full(step=Step.COMPONENT)).step is Step.SUMMARY
    asked = Form(("PROD",), skips={Kind.WRONG: frozenset({Step.PERIOD})})
    assert asked.fit(full(step=Step.ZONE)).step is Step.SUMMARY


# Presses that no window has offered ------------------------------------------------------------------------------


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.PERIOD])
def test_a_period_is_taken_at_its_step_only(step: Step) -> None:
    with pytest.raises(UnknownChoice):
        FORM.occurred(full(step=step), period.unknown(), understood=False)


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.ZONE])
def test_a_zone_is_taken_in_its_room_only(step: Step) -> None:
    with pytest.raises(UnknownChoice):
        intake.zone_chosen(full(step=step))


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.LOG])
def test_no_log_is_said_at_its_step_only(step: Step) -> None:
    with pytest.raises(UnknownChoice):
        FORM.without_log(full(step=step))


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.DESCRIPTION])
def test_a_description_is_written_anew_at_its_step_only(step: Step) -> None:
    with pytest.raises(UnknownChoice):
        intake.write_anew(full(step=step))
