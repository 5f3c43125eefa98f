"""The dialog's window: every step says where one is, what is expected, and how to go back or leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import available_timezones

import pytest

from bot.domain.content import ContentKind
from bot.domain.intake import Draft, Form, Step
from bot.domain.period import Period
from bot.domain.statements import MAIN, Face
from bot.domain.ticket import Kind
from bot.domain.zones import parse_zone
from bot.screens.callbacks import DraftPress, NewPress
from bot.screens.context import Reader
from bot.screens.letter import Letter, Style
from bot.screens.when import ZONES
from bot.screens.window import window
from tests.screens.builders import FORM, HOSTILE, NOW, READERS, buttons, data, draft, piece, reader, seen

PERIOD = Period(NOW - timedelta(hours=1), NOW)
PHOTO = ContentKind.PHOTO
FULL = draft(
    kind=Kind.WRONG,
    pieces=(piece("Payment fails"), piece("Error 500"), piece(kind=PHOTO), piece("log", part=Step.LOG)),
    described=True,
    stand="PROD",
    component="Payments",
    period=PERIOD,
    reviewed=True,
)


def at(step: Step, of: Draft = FULL, to: Reader | None = None, face: Face = MAIN, form: Form = FORM) -> Letter:
    return window(to or reader(), form, replace(of, step=step), face)


def presses(letter: Letter) -> list[tuple[str, str]]:
    return [(press.do, press.value) for press in map(DraftPress.unpack, data(letter))]


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("of", [FULL, draft(kind=Kind.WRONG)], ids=["full", "empty"])
def test_every_step_says_its_place_and_offers_a_way_back_and_out(step: Step, of: Draft, each: Reader) -> None:
    letter = at(step, of, each)
    step_number, total = FORM.position(replace(of, step=step))
    assert seen(letter).startswith(f"{step_number}/{total}\n")
    ways = [do for do, _ in presses(letter)]
    assert ways[-1] == "cancel"
    assert "back" in ways or (step is Step.KIND and not of.reviewed)


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
@pytest.mark.parametrize("step", Step)
def test_the_fullest_window_can_be_sent(step: Step, each: Reader) -> None:
    words = piece("<&>" * 1333)
    form = Form(tuple(f"STAND {n} {HOSTILE}" for n in range(20)), (HOSTILE * 9, "Ü" * 300))
    fullest = replace(
        FULL,
        id=2**31,
        version=99_999,
        pieces=(words, *[piece(kind=PHOTO)] * 99),
        own_subject="<&" * 60,
        stand=form.stands[0],
        component=form.components[0],
    )
    refused = Face("refused", {"key": "refusal-description-too-long", "values": {"limit": 4000, "length": 4001}})
    assert len(seen(at(step, fullest, each, refused, form))) <= 4096


def test_every_button_carries_the_draft_and_its_version() -> None:
    for step in Step:
        for packed in data(at(step)):
            press = DraftPress.unpack(packed)
            assert (press.draft, press.version) == (FULL.id, FULL.version)


@pytest.mark.parametrize("step", [Step.KIND, Step.STAND, Step.COMPONENT])
def test_choices_are_sent_as_their_index(step: Step) -> None:
    indexes = [int(value) for do, value in presses(at(step)) if do == "choose"]
    assert indexes == list(range(len(FORM.choices(step))))


def test_the_present_answer_is_marked() -> None:
    assert buttons(at(Step.STAND))[:2] == ["✓ PROD, live", "TEST"]
    assert buttons(at(Step.KIND, draft()))[:2] == ["Work has stopped", "Something is wrong"]


def test_the_first_step_counts_what_came_before_it() -> None:
    assert "So far: 1 message." in seen(at(Step.KIND, draft(pieces=(piece("It fails"),))))
    assert "So far" not in seen(at(Step.KIND, draft()))


@pytest.mark.parametrize(
    ("pieces", "english", "russian"),
    [
        ([piece("a"), piece("b"), piece(kind=PHOTO)], "2 messages, 1 file", "2 сообщения, 1 файл"),
        ([piece(kind=PHOTO)] * 5, "5 files", "5 файлов"),
        ([piece("a")] * 21, "21 messages", "21 сообщение"),
    ],
)
def test_the_description_counts_what_has_come(pieces: list[object], english: str, russian: str) -> None:
    described = draft(pieces=tuple(pieces))
    assert f"So far: {english}." in seen(at(Step.DESCRIPTION, described))
    assert f"Уже есть: {russian}." in seen(at(Step.DESCRIPTION, described, reader("ru")))
    assert presses(at(Step.DESCRIPTION, described))[:2] == [("next", ""), ("anew", "")]


def test_next_comes_when_there_is_something() -> None:
    assert presses(at(Step.DESCRIPTION, draft())) == [("back", ""), ("cancel", "")]
    assert presses(at(Step.LOG, draft(kind=Kind.WRONG)))[0] == ("no_log", "")
    logged = draft(kind=Kind.WRONG, pieces=(piece("log", part=Step.LOG),))
    assert presses(at(Step.LOG, logged))[:2] == [("next", ""), ("no_log", "")]


def test_a_document_sent_earlier_passes_the_log_step() -> None:
    early = draft(kind=Kind.WRONG, pieces=(piece("words"), piece(kind=ContentKind.DOCUMENT)))
    assert "So far: 1 file." in seen(at(Step.LOG, early))
    assert presses(at(Step.LOG, early))[0] == ("next", "")


def test_periods_have_buttons_and_a_zone() -> None:
    quick = [("period", name) for name in ("ongoing", "hour", "today", "yesterday", "unknown")]
    assert presses(at(Step.PERIOD)) == [*quick, ("edit", "zone"), ("back", ""), ("cancel", "")]
    assert "When (Europe/Berlin)?" in seen(at(Step.PERIOD))


def test_a_typed_period_is_shown_in_full_before_going_on() -> None:
    letter = at(Step.PERIOD, replace(FULL, period_shown=PERIOD))
    assert "Understood: Sat 21 Nov 2026, 10:05–11:05 (Europe/Berlin)." in seen(letter)
    assert presses(letter) == [("next", ""), ("edit", "zone"), ("back", ""), ("cancel", "")]


def test_the_zones_offered_are_zones_and_are_understood() -> None:
    offered = [value for do, value in presses(at(Step.ZONE)) if do == "zone"]
    assert offered == list(ZONES)
    assert set(offered) <= available_timezones()
    assert [parse_zone(zone) for zone in offered] == offered


def test_the_example_of_a_zone_is_understood() -> None:
    for example in ("Lisbon", "Самара", "UTC+3", "Berlin"):
        assert parse_zone(example)


def test_the_summary_shows_every_field_and_an_edit_for_each() -> None:
    letter = at(Step.SUMMARY)
    assert seen(letter).splitlines() == [
        "7/7",
        "All correct?",
        "",
        "Kind: Something is wrong",
        "Subject: Payment fails",
        "Stand: PROD",
        "Component: Payments",
        "When: Sat 21 Nov 2026, 10:05–11:05 (Europe/Berlin)",
        "Log: yes, 1",
        "Attachments: 1",
        "",
        "Payment fails",
        "Error 500",
    ]
    fields = ["kind", "subject", "description", "stand", "component", "period", "log"]
    edits = [("edit", field) for field in fields]
    assert presses(letter) == [("submit", ""), *edits, ("back", ""), ("cancel", "")]
    assert letter.keyboard[0][0].style is Style.SUCCESS


def test_the_summary_offers_only_edits_that_the_form_allows() -> None:
    for kind in Kind:
        of = replace(FULL, kind=kind, step=Step.SUMMARY)
        for do, value in presses(at(Step.SUMMARY, of)):
            if do == "edit":
                assert FORM.edit(of, Step(value)).step is Step(value)


def test_a_summary_of_no_log_says_so() -> None:
    assert "Log: none" in seen(at(Step.SUMMARY, replace(FULL, pieces=FULL.pieces[:3], no_log=True)))


def test_a_refusal_stands_over_the_step() -> None:
    refused = Face("refused", {"key": "refusal-description-too-short", "values": {"limit": 10}})
    said = seen(at(Step.DESCRIPTION, face=refused))
    assert said.startswith("⚠️ Please say a little more: 10 characters at least.\n\n2/7")


def test_leaving_is_asked_once() -> None:
    letter = at(Step.STAND, replace(FULL, leaving=True))
    assert presses(letter) == [("discard", ""), ("keep", "")]
    assert letter.keyboard[0][0].style is Style.DANGER


def test_the_last_words_of_a_window() -> None:
    sent = window(reader(), FORM, None, Face("sent", {"number": 17}))
    assert (seen(sent), sent.keyboard) == ("✅ Sent as #17.", ())
    cancelled = window(reader(), FORM, None, Face("cancelled"))
    assert "Nothing was sent" in seen(cancelled)
    assert data(cancelled) == [NewPress().pack()]
