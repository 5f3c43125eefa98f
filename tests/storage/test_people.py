from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.people import Person, Standing
from storage.unit_of_work import SqlUnit
from tests.counting import counted
from tests.storage.builders import ANNA, BORIS, DESK, LATER, NOW


def test_somebody_new_is_stored_in_one_statement(unit: SqlUnit) -> None:
    with counted() as statements:
        assert unit.people.meet(ANNA) == Person(11, "Anna", "anna", "ru")
    assert len(statements) == 1
    assert unit.people.get(11) == Person(11, "Anna", "anna", "ru")


def test_who_comes_with_a_message_is_heard_in_the_same_statement(unit: SqlUnit) -> None:
    with counted() as statements:
        assert unit.people.meet(ANNA, 5).last_message_id == 5
    assert len(statements) == 1


def test_a_new_name_is_taken_over(unit: SqlUnit) -> None:
    unit.people.meet(ANNA)
    unit.people.meet(replace(ANNA, name="Anna Maria", username=None))
    assert unit.people.get(11) == Person(11, "Anna Maria", None, "ru")


def test_nobody_is_known_before_they_came(unit: SqlUnit) -> None:
    assert unit.people.get(11) is None


@pytest.mark.parametrize(("spoken", "language"), [("ru-RU", "ru"), ("EN", "en"), ("pt_BR", "pt"), ("tlh", "tlh")])
def test_a_language_loses_its_country(unit: SqlUnit, spoken: str, language: str) -> None:
    assert unit.people.meet(replace(ANNA, language=spoken)).language == language


def test_the_chosen_language_wins_over_telegrams(unit: SqlUnit) -> None:
    unit.people.meet(ANNA)
    unit.people.set_language(11, "en")
    assert unit.people.meet(ANNA).language == "en"


def test_an_update_without_a_language_changes_none(unit: SqlUnit) -> None:
    unit.people.meet(ANNA)
    assert unit.people.meet(replace(ANNA, language=None)).language == "ru"


def test_the_zone_is_remembered(unit: SqlUnit) -> None:
    unit.people.meet(ANNA)
    unit.people.set_zone(11, "Europe/Moscow")
    assert unit.people.meet(ANNA).zone == "Europe/Moscow"


def test_the_newest_message_never_becomes_an_older_one(unit: SqlUnit) -> None:
    unit.people.meet(ANNA)
    unit.people.heard(11, 7)
    unit.people.heard(11, 5)
    assert unit.people.meet(ANNA).last_message_id == 7
    assert unit.people.meet(ANNA, 6).last_message_id == 7
    assert unit.people.meet(ANNA, 8).last_message_id == 8


def test_only_words_about_a_ticket_count_as_such(unit: SqlUnit) -> None:
    unit.people.meet(ANNA)
    unit.people.heard(11, 7, of_ticket=True)
    unit.people.heard(11, 9)
    unit.people.heard(11, 6, of_ticket=True)
    person = unit.people.meet(ANNA)
    assert (person.ticket_spoke_id, person.last_message_id) == (7, 9)


def test_a_block_is_news_once(unit: SqlUnit) -> None:
    unit.people.meet(ANNA)
    assert unit.people.set_reachable(11, False, NOW)
    assert not unit.people.set_reachable(11, False, NOW)
    assert not unit.people.meet(ANNA).reachable
    assert unit.people.set_reachable(11, True, NOW)


def test_since_when_somebody_cannot_be_reached_is_kept_until_they_are_back(unit: SqlUnit) -> None:
    unit.people.meet(ANNA)
    unit.people.set_reachable(11, False, NOW)
    unit.people.set_reachable(11, False, LATER)
    assert unit.people.meet(ANNA).unreachable_since == NOW
    unit.people.set_reachable(11, True, LATER)
    assert unit.people.meet(ANNA).unreachable_since is None


def test_what_is_set_is_set_for_that_person_only(unit: SqlUnit) -> None:
    unit.people.meet(ANNA)
    boris = unit.people.meet(BORIS)
    unit.people.heard(11, 7, of_ticket=True)
    unit.people.set_language(11, "de")
    unit.people.set_zone(11, "Asia/Omsk")
    unit.people.set_reachable(11, False, NOW)
    assert unit.people.get(12) == boris


def test_staff_are_present_until_they_leave(unit: SqlUnit) -> None:
    unit.members.seen(DESK, BORIS, Standing.MEMBER)
    unit.members.seen(DESK, ANNA, Standing.MEMBER)
    unit.members.seen(DESK, ANNA, Standing.LEAD)
    assert [person.name for person in unit.members.present(DESK)] == ["Anna", "Борис"]
    unit.members.left(DESK, ANNA.id)
    assert [person.name for person in unit.members.present(DESK)] == ["Борис"]


def test_who_is_seen_as_an_outsider_has_left(unit: SqlUnit) -> None:
    unit.members.seen(DESK, BORIS, Standing.MEMBER)
    unit.members.seen(DESK, BORIS, Standing.OUTSIDER)
    assert unit.members.present(DESK) == []


def test_each_staff_chat_has_its_own_members(unit: SqlUnit) -> None:
    unit.members.seen(DESK, BORIS, Standing.MEMBER)
    assert unit.members.present(DESK - 1) == []


@pytest.mark.parametrize("words", ["борис", "БОРИС", "@Boris", "boris", " @boris "])
def test_a_member_is_found_in_any_letter_case(unit: SqlUnit, words: str) -> None:
    unit.members.seen(DESK, BORIS, Standing.MEMBER)
    assert unit.members.find(DESK, words) == unit.people.get(12)


@pytest.mark.parametrize("words", ["Bor", "@anna", "", "@"])
def test_nobody_is_found_by_less_than_a_name(unit: SqlUnit, words: str) -> None:
    unit.members.seen(DESK, replace(BORIS, username=None), Standing.MEMBER)
    assert unit.members.find(DESK, words) is None


def test_of_two_with_one_name_none_is_chosen_by_chance(unit: SqlUnit) -> None:
    unit.members.seen(DESK, BORIS, Standing.MEMBER)
    unit.members.seen(DESK, replace(ANNA, name="борис"), Standing.MEMBER)
    assert unit.members.find(DESK, "Борис") is None
    found = unit.members.find(DESK, "@anna")
    assert found is not None
    assert found.id == 11
