from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.people import Standing
from bot.domain.team import Absence, Service
from storage.pen import Pen
from storage.repositories.team import SqlPresence
from storage.unit_of_work import SqlUnit
from tests.storage.builders import ANNA, BORIS, DESK, LATER

BACKEND, WEB = Service("backend", {}, DESK), Service("web", {}, DESK)
ELSEWHERE = Service("elsewhere", {}, DESK - 1)


@pytest.fixture
def staffed(unit: SqlUnit) -> SqlUnit:
    """Anna and Boris are in the group."""
    for person in (ANNA, BORIS):
        unit.members.seen(DESK, person, Standing.MEMBER)
    return unit


def names(unit: SqlUnit, service: Service) -> list[str]:
    return [person.name for person in unit.team.members_of(service)]


def test_a_service_that_nobody_has_joined_is_everybody_in_its_group(staffed: SqlUnit) -> None:
    assert names(staffed, BACKEND) == ["Anna", "Борис"]
    assert names(staffed, ELSEWHERE) == []


def test_a_service_that_somebody_has_joined_is_those_who_have(staffed: SqlUnit) -> None:
    assert staffed.team.join("backend", BORIS.id)
    assert names(staffed, BACKEND) == ["Борис"]
    assert names(staffed, WEB) == ["Anna", "Борис"]


def test_who_is_not_in_the_group_is_no_member_whatever_they_have_joined(staffed: SqlUnit) -> None:
    staffed.team.join("backend", BORIS.id)
    staffed.members.left(DESK, BORIS.id)
    assert names(staffed, BACKEND) == ["Anna"], "and so nobody is there who has joined"


def test_joining_and_leaving_are_news_once(staffed: SqlUnit) -> None:
    assert [staffed.team.join("backend", ANNA.id) for _ in range(2)] == [True, False]
    assert [staffed.team.leave("backend", ANNA.id) for _ in range(2)] == [True, False]


def test_one_may_be_in_several_services_and_leaves_each_for_itself(staffed: SqlUnit) -> None:
    for service in ("web", "backend"):
        staffed.team.join(service, ANNA.id)
    staffed.team.join("web", BORIS.id)
    assert staffed.team.services_of(ANNA.id) == ["backend", "web"]
    staffed.team.leave("web", ANNA.id)
    assert staffed.team.services_of(ANNA.id) == ["backend"]
    assert staffed.team.services_of(BORIS.id) == ["web"]


def test_who_is_away_is_away_until_then_or_until_they_are_here(staffed: SqlUnit) -> None:
    staffed.presence.away(ANNA.id, None)
    staffed.presence.away(BORIS.id, LATER)
    assert staffed.presence.absences() == {ANNA.id: Absence(), BORIS.id: Absence(LATER)}
    assert staffed.presence.here(ANNA.id)
    assert not staffed.presence.here(ANNA.id)
    assert staffed.presence.absences() == {BORIS.id: Absence(LATER)}


def test_an_absence_ends_by_itself(staffed: SqlUnit) -> None:
    staffed.presence.away(BORIS.id, LATER)
    assert SqlPresence(Pen(staffed.connection), LATER - timedelta(seconds=1)).absences()
    assert SqlPresence(Pen(staffed.connection), LATER).absences() == {}


def test_the_newest_word_about_an_absence_counts(staffed: SqlUnit) -> None:
    staffed.presence.away(ANNA.id, None)
    staffed.presence.away(ANNA.id, LATER)
    assert staffed.presence.absences() == {ANNA.id: Absence(LATER)}
