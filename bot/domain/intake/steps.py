"""The steps of the guided request, and their order."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.ticket import Kind


class Step(StrEnum):
    """In the order of the dialog; SUBJECT and ZONE are side rooms, entered from the summary and from the period."""

    KIND = "kind"
    DESCRIPTION = "description"
    STAND = "stand"
    COMPONENT = "component"
    PERIOD = "period"
    LOG = "log"
    SUMMARY = "summary"
    SUBJECT = "subject"
    ZONE = "zone"


ORDER = (Step.KIND, Step.DESCRIPTION, Step.STAND, Step.COMPONENT, Step.PERIOD, Step.LOG, Step.SUMMARY)
SIDE_ROOMS: Mapping[Step, Step] = {Step.SUBJECT: Step.SUMMARY, Step.ZONE: Step.PERIOD}
DEFAULT_SKIPS: Mapping[Kind, frozenset[Step]] = {
    Kind.QUESTION: frozenset({Step.PERIOD, Step.LOG}),
    Kind.CHANGE: frozenset({Step.STAND, Step.PERIOD, Step.LOG}),
}
