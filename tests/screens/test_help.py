"""What /help says: the commands that one may use, when the team is there, how else to reach it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.calendar import ALWAYS, Calendar, weekly
from bot.domain.rules import DeskRules
from bot.domain.team import Service
from bot.screens.commands import COMMANDS, Audience
from bot.screens.context import Reader
from bot.screens.help import help_customer, help_staff
from bot.screens.letter import Letter
from tests.screens.builders import FORM, HOSTILE, READERS, buttons, reader, seen

FRIDAY = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
LUNCH = ((time(9), time(13)), (time(14), time(18)))
SHORT = ((time(9), time(15)),)
NIGHT = ((time(22), time(0)),)
OFFICE = Calendar((LUNCH, LUNCH, LUNCH, LUNCH, SHORT, (), NIGHT), "Europe/Berlin")


def rules(calendar: Calendar = ALWAYS, **contacts: str) -> DeskRules:
    service = Service("support", {"en": "Support", "ru": "Поддержка"}, -100, calendar=calendar)
    return DeskRules(-100, FORM, "<Acme> & Sons", services={"support": service}, contacts=contacts)


def at(now: datetime, language: str = "en") -> Reader:
    return replace(reader(language), now=now)


def commands(letter: Letter) -> set[str]:
    return set(re.findall(r"/([a-z]+)", seen(letter)))


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
@pytest.mark.parametrize(
    ("audience", "lead", "owner"),
    [(Audience.STAFF, False, False), (Audience.LEADS, True, False), (Audience.OWNERS, True, True)],
)
def test_each_of_the_staff_is_told_of_the_commands_in_their_menu_and_of_no_others(
    each: Reader, audience: Audience, lead: bool, owner: bool
) -> None:
    assert commands(help_staff(each, rules(), lead=lead, owner=owner)) == set(COMMANDS[audience]) - {"help"}


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
def test_a_customer_is_told_of_their_commands_and_can_begin(each: Reader) -> None:
    letter = help_customer(each, rules())
    assert commands(letter) == set(COMMANDS[Audience.CUSTOMERS]) - {"start", "help"}
    assert len(buttons(letter)) == 1


@pytest.mark.parametrize(
    ("now", "language", "hours"),
    [
        (
            FRIDAY, "en",
            "Working hours: Mon–Thu 09:00–13:00, 14:00–18:00; Fri 09:00–15:00; Sun 22:00–24:00 (Europe/Berlin). "
            "We are open now.",
        ),
        (
            FRIDAY.replace(hour=15), "ru",
            "Часы работы: пн–чт 09:00–13:00, 14:00–18:00; пт 09:00–15:00; вс 22:00–24:00 (Europe/Berlin). "
            "Сейчас мы не работаем, откроемся 22 ноября 2026, вс, 22:00.",
        ),
    ],
)  # fmt: skip
def test_the_hours_of_the_week_are_named_and_whether_it_is_open_now(now: datetime, language: str, hours: str) -> None:
    for letter in (
        help_customer(at(now, language), rules(OFFICE)),
        help_staff(at(now, language), rules(OFFICE), lead=False, owner=False),
    ):
        assert seen(letter).splitlines()[-1] == hours


def test_a_desk_that_never_closes_says_so_and_one_with_holidays_does_not() -> None:
    assert seen(help_customer(reader(), rules())).endswith("Working hours: day and night.")
    holidays = replace(ALWAYS, holidays=((date(2026, 12, 25), ()),))
    assert "Mon–Sun 00:00–24:00 (UTC). We are open now." in seen(help_customer(reader(), rules(holidays)))
    one = Calendar(weekly((time(9), time(17)), days=(2,)))
    assert "Wed 09:00–17:00 (UTC)" in seen(help_customer(reader(), rules(one)))


def test_contacts_are_named_in_the_readers_language_as_they_are_written() -> None:
    written = rules(en=HOSTILE, ru="По телефону: +49 30 1234567\nили почтой")
    assert seen(help_customer(reader("en"), written)).endswith(f"Contacts: {HOSTILE}")
    assert seen(help_customer(reader("ru"), written)).endswith("Контакты: По телефону: +49 30 1234567\nили почтой")
    assert "Contacts" not in seen(help_customer(reader(), rules()))
