"""The guided request: its steps, the draft that is being filled, the form that leads through it."""

from __future__ import annotations

from bot.domain.intake.draft import (
    DESCRIPTION_MAX,
    DESCRIPTION_MIN,
    SUBJECT_MAX,
    Draft,
    Piece,
    accepts,
    add_piece,
    amend_piece,
    changed,
    name,
    subject_line,
    write_anew,
    zone_chosen,
)
from bot.domain.intake.form import Form
from bot.domain.intake.steps import DEFAULT_SKIPS, ORDER, SIDE_ROOMS, Step

__all__ = [
    "DEFAULT_SKIPS",
    "DESCRIPTION_MAX",
    "DESCRIPTION_MIN",
    "ORDER",
    "SIDE_ROOMS",
    "SUBJECT_MAX",
    "Draft",
    "Form",
    "Piece",
    "Step",
    "accepts",
    "add_piece",
    "amend_piece",
    "changed",
    "name",
    "subject_line",
    "write_anew",
    "zone_chosen",
]
