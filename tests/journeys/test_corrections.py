"""A correction that changes nothing is none."""

from __future__ import annotations

from tests.journeys.life import Life


async def test_what_is_so_already_is_not_corrected_and_the_customer_hears_of_nothing(life: Life) -> None:
    told = life.told(life.anna)
    main = life.card.labels
    await life.tap(life.lena, "Correct", "Stand", "PROD")
    assert life.card.labels == main, "the card is back at its main side"
    await life.tap(life.lena, "Correct", "Subject")
    await life.staff_says(life.lena, " Payment fails  with error 500. ")
    assert life.told(life.anna) == told
    await life.staff_says(life.lena, "/history")
    assert "corrected" not in life.said()[-1]
    await life.tap(life.lena, "Correct", "Stand", "TEST")
    assert life.told(life.anna) != told
