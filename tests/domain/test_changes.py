"""What another desk file changes is told, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.domain.calendar import Calendar, weekly
from bot.domain.changes import Change, changes_between
from bot.domain.intake import Form
from bot.domain.rules import DeskRules
from bot.domain.sla import Targets, Terms
from bot.domain.team import Assignment, Service
from bot.domain.ticket import Kind
from bot.domain.times import Times

A, B, C = (Service(key, {"en": key}, -100) for key in "abc")
OFFICE = Calendar(weekly((time(9), time(17))))
TARGETS: dict[tuple[str | None, Kind], Targets] = {("PROD", Kind.STOPPED): Targets(first_response=timedelta(hours=1))}


def rules(*services: Service, terms: Terms | None = None, times: Times | None = None, contacts: str = "") -> DeskRules:
    form = Form(("PROD",))
    by_key = {service.key: service for service in services}
    return DeskRules(
        -100, form, "Acme", services=by_key, terms=terms or Terms(), times=times or Times(),
        contacts={"en": contacts} if contacts else {},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (rules(A, B), []),
        (rules(A, B, C), [("desk-services-new", {"services": "c"})]),
        (rules(A), [("desk-services-gone", {"services": "b"})]),
        (rules(A, replace(B, capacity=2)), [("desk-services-changed", {"services": "b"})]),
        (
            rules(replace(A, chat_id=-200), replace(B, assignment=Assignment.ROUND_ROBIN)),
            [("desk-services-changed", {"services": "a, b"})],
        ),
        (rules(B, A), [("desk-services-default", {"service": "b"})]),
        (rules(A, replace(B, calendar=OFFICE)), [("desk-hours-changed", {"services": "b"})]),
        (rules(A, B, terms=Terms(targets=TARGETS)), [("desk-targets-changed", {})]),
        (rules(A, B, times=Times(silence=None)), [("desk-times-changed", {})]),
        (rules(A, B, terms=Terms(warning=0.5)), [("desk-times-changed", {})]),
        (rules(A, B, contacts="help@acme.example"), [("desk-contacts-changed", {})]),
    ],
)
def test_each_change_is_named(new: DeskRules, told: list[Change]) -> None:
    assert list(changes_between(rules(A, B), new)) == told
