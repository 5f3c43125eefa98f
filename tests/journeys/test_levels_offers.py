"""An offer of what the other service has found is a reply like any other: it answers the customer's words."""

from __future__ import annotations

from pathlib import Path

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.life import living
from tests.journeys.passing import passing
from tests.journeys.test_levels import OFFICE, TARGETS, now, replays

WEB = """
[services.web]
name = "Web"
"""


async def test_an_offer_that_is_still_on_its_way_has_answered_the_customer(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    (tmp_path / "desk.toml").write_text(OFFICE + TARGETS + WEB, "utf-8")
    with passing() as time:
        async with living(telegram, tmp_path, desk_file=str(tmp_path / "desk.toml")) as life:
            await life.olga.say("/join web", to=telegram.staff)
            await life.tap(life.ivan, "Take", "To another service", "Web")
            await life.ivan_says("Please have a look.")
            await life.tap(life.olga, "Pick up", "Verdict")
            for words in ("The gate", "Restart it", "- At night\n- At once"):
                await life.staff_says(life.olga, words)
            await life.anna.block()
            await life.tap(life.ivan, "Offer the customer a choice")
            await life.ivan_says("When may we restart it?")
            assert await time.do(replays)
            clocks = (await now(time)).clocks
            assert clocks
            assert clocks.answered_at
