"""Whatever is wrong in a desk file is named with its line and how to mend it, in one sentence, in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import desk_rules
from bot.desk_file.lines import line_of
from bot.ports import Misset
from locales import LANGUAGES
from locales.catalog import Catalog
from tests.desk_file.conftest import Read, settings

CATALOG = Catalog()
FULL = """\
[services.support]
name = "Support"
leads = [
  11,
  12,
]

[services.support-2]
# a comment
capacity = 5

[calendars.office.hours]
mon-fri = "9:00-17:00"
"""


def told(read: Read, text: str) -> list[str]:
    with pytest.raises(Misset) as misset:
        read(text)
    for mistake in misset.value.mistakes:
        sentences = [CATALOG.text(language, mistake.key, **mistake.values) for language in LANGUAGES]
        assert all(re.fullmatch(r"[^\n{}]*(\{[^\n{}]*\})?[^\n{}]*\.", sentence) for sentence in sentences), sentences
        assert len(set(sentences)) == len(LANGUAGES)
    return [CATALOG.text("en", mistake.key, **mistake.values) for mistake in misset.value.mistakes]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "[services.support]\n\ncapacity = 'many'",
            "desk.toml, line 3: services.support.capacity is wrong (\"many\"): set it to a whole number above 0.",
        ),
        (
            "[services.support]\ncapacity = true",
            "desk.toml, line 2: services.support.capacity is wrong (true): set it to a whole number above 0.",
        ),
        (
            "services.support.chat = -5",
            "desk.toml, line 1: services.support.chat is wrong (-5): "
            "set it to the id of a staff supergroup, a number such as -1001234567890.",
        ),
        (
            "[services.support]\ncolour = 'red'",
            "desk.toml, line 2: services.support.colour is unknown: take it out, or write one of "
            "name, chat, assignment, capacity, leads, calendar.",
        ),
        (
            "[times]\nwarning = 75\n\n[service.support]\n",
            "desk.toml, line 4: service is unknown: take it out, or write one of "
            "services, calendars, targets, times, help.",
        ),
        (
            "[services.support]\nleads = [\n 11,\n 11,\n]",
            "desk.toml, line 2: services.support.leads is wrong ([11, 11]): "
            "set it to a list of Telegram ids, each once: [12345678, 23456789].",
        ),
        (
            "[help]\ncontacts = ''",
            'desk.toml, line 2: help.contacts is wrong (""): set it to a text of 1 to 500 characters, '
            'or one for each language: { en = "By phone: …", ru = "По телефону: …" }.',
        ),
        (
            "[services.support]\nassignment = 'balanced'",
            "desk.toml, line 2: services.support.assignment is wrong (\"balanced\"): "
            'set it to "manual" or "round_robin".',
        ),
        (
            "[services.support]\nname = { fr = 'Aide' }",
            "desk.toml, line 2: services.support.name is wrong (…): set it to a name of 1 to 32 characters, "
            'or one for each language: { en = "Support", ru = "Поддержка" }.',
        ),
        (
            "[services.support]\ncalendar = 'office'",
            "desk.toml, line 2: services.support.calendar is wrong (\"office\"): "
            'set it to "always", or the name of one of the calendars of this file.',
        ),
        (
            "[services.'back end']",
            "desk.toml, line 1: services.back end is wrong (…): "
            "set it to a name of at most 32 letters, digits, - and _.",
        ),
        (
            "[calendars.office]\nzone = 'Europe/Berlin'",
            'desk.toml, line 1: calendars.office.hours is missing: set it to hours such as "9:00-13:00, 14:00-18:00", '
            'in order, or "closed"; some day of the week has to be open.',
        ),
        (
            "[calendars.office]\nzone = 'Berlin'\nhours = { mon = '9:00-17:00' }",
            "desk.toml, line 2: calendars.office.zone is wrong (\"Berlin\"): "
            'set it to a time zone by its IANA name, such as "Europe/Berlin".',
        ),
        (
            "[calendars.office.hours]\nmon = '9:00-17:00'\ntue = '17:00-9:00'",
            "desk.toml, line 3: calendars.office.hours.tue is wrong (\"17:00-9:00\"): "
            'set it to hours such as "9:00-13:00, 14:00-18:00", in order, or "closed"; '
            "some day of the week has to be open.",
        ),
        (
            "[calendars.office.hours]\nmon-fri = '9:00-17:00'\nfri = '9:00-15:00'",
            "desk.toml, line 3: calendars.office.hours.fri is wrong (\"9:00-15:00\"): "
            "set it to hours for days that are not named before.",
        ),
        (
            "[calendars.office.hours]\nmonday = '9:00-17:00'",
            "desk.toml, line 2: calendars.office.hours.monday is wrong (\"9:00-17:00\"): "
            "set it to hours for mon, tue, wed, thu, fri, sat, sun or a range such as mon-fri.",
        ),
        (
            "[calendars.always.hours]\nmon = '9:00-17:00'",
            "desk.toml, line 1: calendars.always is wrong (…): "
            'set it to another name: "always" means day and night.',
        ),
        (
            "[calendars.c]\nholidays = [2026-12-25, 2026-12-25]\nhours = { mon = '9:00-17:00' }",
            "desk.toml, line 2: calendars.c.holidays is wrong "
            "([\"2026-12-25\", \"2026-12-25\"]): "
            "set it to a list of dates, each once and not among the days: [2026-12-25, 2026-12-26].",
        ),
        (
            "[targets.PRDO.wrong]\nresolution = '4h'",
            "desk.toml, line 1: targets.PRDO is wrong (…): set it to one of the stands of DESKGRAM_STANDS, "
            'or "any".',
        ),
        (
            "[targets.PROD.bug]\nresolution = '4h'",
            "desk.toml, line 1: targets.PROD.bug is wrong (…): set it to one of stopped, wrong, question, change.",
        ),
        (
            "[targets.PROD.wrong]\nresolution = '4 hours'",
            "desk.toml, line 2: targets.PROD.wrong.resolution is wrong (\"4 hours\"): "
            'set it to a length of working time such as "30m", "4h" or "2d 4h", where a day is a working day.',
        ),
        (
            "[times]\nnot_taken = '1d'",
            "desk.toml, line 2: times.not_taken is wrong (\"1d\"): "
            'set it to a length of working time in hours and minutes, such as "15m" or "1h 30m".',
        ),
        (
            "[times]\nacceptance = '0h'",
            "desk.toml, line 2: times.acceptance is wrong (\"0h\"): "
            'set it to a length of time such as "30m", "48h" or "3d".',
        ),
        (
            "[times]\nacceptance = '2d'\nacceptance_reminder = '2d'",
            "desk.toml, line 2: times.acceptance is wrong (\"2d\"): set it to more than acceptance_reminder.",
        ),
        (
            "[times]\nsilence = 2",
            "desk.toml, line 2: times.silence is wrong (2): "
            'set it to such values that silence comes after the last of question_reminders, or turn silence "off".',
        ),
        (
            "[times]\nnudge = 3",
            "desk.toml, line 2: times.nudge is wrong (3): set it to less than nudge_lead.",
        ),
        (
            "services = 5",
            "desk.toml, line 1: services is wrong (5): set it to a table, as in desk.example.toml.",
        ),
        (
            "[services]\nsupport = 5",
            "desk.toml, line 2: services.support is wrong (5): set it to a table, as in desk.example.toml.",
        ),
        (
            "[times]\nwarning = 75\nnudge 3\n",
            'desk.toml, line 3, column 7: this is not TOML; texts stand in "quotation marks", lists in [brackets], '
            "and every key once.",
        ),
        (
            "[times]\nsilence = [",
            "desk.toml: the file ends too early; close the last quotation mark or bracket.",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_its_remedy(read: Read, text: str, sentence: str) -> None:
    assert told(read, text) == [sentence]


def test_every_mistake_is_named_in_the_order_of_the_file_one_sentence_each(read: Read) -> None:
    text = "[services.a]\ncapacity = 0\nleads = [0, -1]\n[times]\nwarning = 101\nnew = 1"
    assert [sentence.split(": ")[0] + sentence.split(": ")[1].partition(" is")[0] for sentence in told(read, text)] == [
        "desk.toml, line 2services.a.capacity",
        "desk.toml, line 3services.a.leads",
        "desk.toml, line 5times.warning",
        "desk.toml, line 6times.new",
    ]


def test_what_is_no_text_is_no_desk_file(tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Misset) as misset:
        desk_rules(settings(desk_file=str(tmp_path / "desk.toml")))
    assert CATALOG.text("en", misset.value.mistakes[0].key, **misset.value.mistakes[0].values) == (
        "desk.toml cannot be read: the desk must be allowed to read it, and its text must be UTF-8."
    )


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("services", "support"), 1),
        (("services", "support", "name"), 2),
        (("services", "support", "leads", 1), 3),
        (("services", "support-2", "capacity"), 10),
        (("services", "support-2", "absent"), 8),
        (("calendars", "office", "hours", "mon-fri"), 13),
        ((), 1),
    ],
)
def test_a_statement_is_found_where_it_begins(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(FULL, path) == line


VALUES = st.recursive(
    st.one_of(st.integers(), st.booleans(), st.text("aZ9:-, ", max_size=12), st.sampled_from(["9:00-17:00", "3d"])),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
PATHS = st.sampled_from(
    [
        ("services", "a", "name"), ("services", "a", "capacity"), ("services", "a", "leads"), ("times", "silence"),
        ("services", "a", "calendar"), ("calendars", "c", "hours"), ("calendars", "c", "hours", "mon"), ("times",),
        ("calendars", "c", "holidays"), ("targets", "any", "wrong", "resolution"), ("targets", "any"), ("nothing",),
        ("times", "question_reminders"), ("times", "acceptance"), ("calendars", "c", "days", "2026-12-24"),
    ]
)  # fmt: skip


@given(path=PATHS, value=VALUES)
def test_no_value_whatsoever_is_answered_with_anything_but_rules_or_mistakes(
    path: tuple[str, ...], value: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    shown = repr(value).replace("True", "true").replace("False", "false")
    file.write_text(f"# a line\n{'.'.join(path)} = {shown}\n", "utf-8")
    try:
        desk_rules(settings(desk_file=str(file)))
    except Misset as misset:
        lines = [mistake.values["line"] for mistake in misset.mistakes]
        assert lines
        assert set(lines) == {2}
        for mistake in misset.mistakes:
            assert CATALOG.text("ru", mistake.key, **mistake.values)
