"""The list of topics is the board of the desk."""

from __future__ import annotations

import pytest

from bot.domain.lifecycle import Status
from bot.domain.ticket import Kind
from bot.screens.topic import topic_icon, topic_name
from tests.screens.builders import HOSTILE, ticket

OFFERED = ["💡", "‼️", "❗️", "❓", "👀", "💻", "🔥", "💬", "🔎", "📆", "🏁", "✅"]
"""Of Telegram's set of topic icons, those the desk uses."""
COLOURS = {7322096, 16766590, 13338331, 9367192, 16749490, 16478047}


def test_a_topic_is_named_by_number_stand_and_subject() -> None:
    assert topic_name(ticket()) == "#17 · PROD · Payment fails"
    assert topic_name(ticket(stand=None)) == "#17 · Payment fails"


def test_a_name_is_one_line_of_at_most_128_characters() -> None:
    name = topic_name(ticket(subject="😀 " * 60, stand=HOSTILE + "\n" + HOSTILE))
    assert len(name) <= 128
    assert "\n" not in name
    assert name.endswith("…")


def test_a_name_that_just_fits_is_not_cut() -> None:
    subject = "x" * (128 - len("#17 · PROD · "))
    assert topic_name(ticket(subject=subject)).endswith("xx")
    assert topic_name(ticket(subject=subject + "y")).endswith("x…")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("status", Status)
def test_every_state_has_an_icon_that_telegram_offers(status: Status, kind: Kind) -> None:
    emoji, colour = topic_icon(ticket(status=status, kind=kind))
    assert emoji in OFFERED
    assert colour in COLOURS


def test_the_icon_tells_the_states_apart() -> None:
    icons = {topic_icon(ticket(status=status, kind=Kind.WRONG))[0] for status in Status}
    assert len(icons) == len(Status)


def test_what_waits_to_be_taken_shows_its_kind() -> None:
    assert len({topic_icon(ticket(kind=kind))[0] for kind in Kind}) == len(Kind)
