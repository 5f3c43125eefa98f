"""What a desk file says is what the rules are."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.app import desk_rules
from bot.domain.calendar import ALWAYS, Calendar
from bot.domain.rules import DeskRules
from bot.domain.sla import Targets, Terms
from bot.domain.team import Assignment, Service
from bot.domain.ticket import Kind
from bot.domain.times import Times
from bot.ports import Misset
from tests.desk_file.conftest import STAFF, Read, settings

EXAMPLE = Path(__file__).parents[2] / "desk.example.toml"
OFFICE = """
[calendars.office.hours]
mon-thu = "9:00-13:00, 14:00-18:00"
fri = "9:00-15:00"
sun = "22:00-24:00"
[calendars.office]
holidays = [2026-12-25]
[calendars.office.days]
2026-12-24 = "9:00-12:00"
2026-12-26 = "10:00-12:00"
"""


def without_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DeskRules:
    monkeypatch.chdir(tmp_path)
    return desk_rules(settings())


def test_without_a_file_one_service_is_everybody_in_the_staff_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = without_file(tmp_path, monkeypatch)
    support = Service("support", {"en": "Support", "ru": "Поддержка"}, STAFF, Assignment.MANUAL, 5, frozenset(), ALWAYS)
    assert rules.services == {"support": support}
    assert rules.default_service == support
    assert rules.staff_chats == {STAFF}
    assert rules.terms == Terms()
    assert rules.times == Times()


def test_the_example_says_what_holds_without_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Read
) -> None:
    assert read(EXAMPLE.read_text("utf-8")) == without_file(tmp_path, monkeypatch)


def test_all_examples_in_the_example_can_be_taken_as_they_are(read: Read) -> None:
    text = re.sub(r"(?m)^#(?=\S)(?!-)", "", EXAMPLE.read_text("utf-8"))
    rules = read(text)
    assert list(rules.services) == ["support", "backend"]
    assert rules.services["support"].chat_id == STAFF
    assert (None, Kind.STOPPED) in rules.terms.targets


def test_the_example_names_every_time_there_is() -> None:
    named = re.findall(r"(?m)^(\w+) = .*#", EXAMPLE.read_text("utf-8").partition("[times]")[2])
    assert named == [*Times.__dataclass_fields__, "warning"]


def test_the_numbers_of_the_lifecycle_are_those_of_the_product() -> None:
    day = timedelta(days=1)
    assert Times() == Times(
        not_taken=timedelta(minutes=15),
        not_picked_up=timedelta(minutes=60),
        question_reminders=(1, 2),
        silence=5,
        acceptance=3 * day,
        acceptance_reminder=2 * day,
        after_reminder=day,
        disagreement_reason=day,
        unreachable=3 * day,
        reopen=7 * day,
        nudge=2,
        nudge_lead=3,
        draft_recall=day,
        draft_discard=7 * day,
    )
    assert Terms().warning == 0.75


def test_services_have_names_groups_leads_and_a_way_of_assignment(read: Read) -> None:
    rules = read(
        """
        [services.backend]
        name = "Backend"
        chat = -1002222222222
        assignment = "round_robin"
        capacity = 3
        leads = [11, 12]
        [services.web]
        name = { ru = "Веб" }
        chat = -1002222222222
        [services.first-line]
        """
    )
    backend, web, first = rules.services.values()
    assert backend.names == {"en": "Backend", "ru": "Backend"}
    assert (backend.assignment, backend.capacity) == (Assignment.ROUND_ROBIN, 3)
    assert backend.leads == {11, 12}
    assert web.name("en") == web.name("ru") == "Веб"
    assert first.name("ru") == "first-line"
    assert first.chat_id == STAFF
    assert rules.staff_chats == {-1002222222222, STAFF}
    assert rules.services_in(-1002222222222) == (backend, web)
    assert rules.service_of_chat(-1002222222222) == backend
    assert rules.service_of_chat(-1003333333333) is None
    assert rules.default_service == backend, "the first one in the file"


def test_contacts_are_one_text_or_one_for_each_language(read: Read) -> None:
    assert read("").contacts == {}
    assert read("help.contacts = ' +49 30 1 '").contacts == {"en": "+49 30 1", "ru": "+49 30 1"}
    assert read("[help]\ncontacts = { ru = 'почта', en = 'mail' }").contacts == {"en": "mail", "ru": "почта"}


def test_a_calendar_has_weekly_hours_with_breaks_holidays_and_days_of_their_own(read: Read) -> None:
    rules = read(f'[services.support]\ncalendar = "office"\n{OFFICE}')
    morning, lunch = (time(9), time(13)), (time(14), time(18))
    full = (morning, lunch)
    assert rules.default_service.calendar == Calendar(
        week=(full, full, full, full, ((time(9), time(15)),), (), ((time(22), time(0)),)),
        zone="Europe/Berlin",
        holidays=(
            (date(2026, 12, 24), ((time(9), time(12)),)),
            (date(2026, 12, 25), ()),
            (date(2026, 12, 26), ((time(10), time(12)),)),
        ),
    )
    assert rules.default_service.calendar.next_open(datetime(2026, 11, 20, 14, tzinfo=UTC)).day == 22


def test_a_calendar_may_have_a_zone_of_its_own(read: Read) -> None:
    text = '[services.s]\ncalendar = "c"\n[calendars.c]\nzone = "Asia/Omsk"\nhours = { mon = "9:00-10:00" }'
    assert read(text).default_service.calendar.zone == "Asia/Omsk"


def test_targets_are_working_time_by_stand_and_kind_and_a_day_is_a_working_day(read: Read) -> None:
    targets = """
    [targets.any.wrong]
    first_response = "30m"
    [targets.PROD.stopped]
    first_response = "15m"
    resolution = "2d 4h"
    """
    hour = timedelta(hours=1)
    always = read(targets).terms
    assert always.targets == {
        (None, Kind.WRONG): Targets(first_response=hour / 2),
        ("PROD", Kind.STOPPED): Targets(first_response=hour / 4, resolution=52 * hour),
    }
    office = read(f'[services.support]\ncalendar = "office"\n{OFFICE}{targets}').terms
    assert office.targets["PROD", Kind.STOPPED].resolution == 20 * hour, "two days of 8 hours, and 4"
    assert office.calendar.zone == "Europe/Berlin", "the calendar of the first service"


def test_times_may_be_set_and_silence_may_be_off(read: Read) -> None:
    rules = read('[times]\nsilence = "off"\nacceptance = "3d 12h"\nquestion_reminders = []\nwarning = 50')
    assert rules.times.silence is None
    assert rules.times.acceptance == timedelta(hours=84)
    assert rules.times.question_reminders == ()
    assert rules.times.reopen == Times().reopen
    assert rules.terms.warning == 0.5


def test_the_environment_reaches_into_no_file(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SERVICES", "services", "TIMES", "DESKGRAM_TIMES"):
        monkeypatch.setenv(name, '{"warning": 10}')
    assert read("").terms.warning == 0.75


def test_a_file_of_windows_can_be_read(read: Read, tmp_path: Path) -> None:
    assert read("\ufeff[times]\r\nwarning = 50\r\n").terms.warning == 0.5


def test_a_file_that_was_asked_for_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(Misset) as misset:
        desk_rules(settings(desk_file=str(tmp_path / "nowhere.toml")))
    assert [mistake.key for mistake in misset.value.mistakes] == ["desk-file-absent"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_must_not_be_read_is_named(read: Read, tmp_path: Path) -> None:
    read("")
    (tmp_path / "desk.toml").chmod(0)
    with pytest.raises(Misset) as misset:
        desk_rules(settings(desk_file=str(tmp_path / "desk.toml")))
    assert [mistake.key for mistake in misset.value.mistakes] == ["desk-file-unreadable"]


def test_a_group_that_has_moved_is_followed_by_all_its_services(read: Read) -> None:
    rules = read("[services.a]\n[services.b]\nchat = -1002222222222")
    moved = rules.moved(lambda chat: -1009 if chat == STAFF else chat)
    assert [service.chat_id for service in moved.services.values()] == [-1009, -1002222222222]
    assert moved.staff_chat_id == -1009
