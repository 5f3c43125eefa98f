"""A crowd does whatever it likes to a desk; `make fuzz` is the same at length."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz.moves import missing
from tests.fuzz.run import chapter
from tests.journeys.reading import counting_reads

SELDOM = frozenset(
    {
        "3 take", "4 decline", "6 commit", "6b go_silent", "6a, 7 transfer", "8a pick_up",
        "8b give_verdict", "8c hand_back", "8c recall", "9 promise", "6a, 9 promise", "9a withdraw_promise",
        "10 publish", "10a withdraw_release", "6a, 11 complete", "12 disagree", "13 lapse", "14 expire",
        "14a give_up", "18 reject", "5 remind", "14 remind", "8a nudge", "9 nudge",
    }
)  # fmt: skip
"""What so few updates may come without, though not without most of it; the table of `make fuzz` tells what it had."""
MOST_UNMADE = 15


async def test_every_law_holds_whatever_people_do(tmp_path: Path) -> None:
    with counting_reads():
        went = await chapter(tmp_path, 2, 1750)
    assert went.laws == []
    assert went.updates >= 1750
    unmade = missing(went.moves)
    assert unmade <= SELDOM
    assert len(unmade) <= MOST_UNMADE, sorted(unmade)
    assert len(went.refusals) > 20


async def test_every_law_holds_within_the_limits_of_telegram(tmp_path: Path) -> None:
    with counting_reads():
        went = await chapter(tmp_path, 1, 250)
    assert went.laws == []
