"""A commit that fails while a topic is about to be made must not leave the ticket without one."""

from __future__ import annotations

from typing import Any

import pytest

from bot.delivery.outbox import Outbox
from bot.delivery.parcel import Effect
from bot.sandbox.telegram import LocalTelegram
from tests.journeys.stage import RunningDesk, file_request, only_topic


async def test_a_topic_is_made_although_the_books_could_not_be_kept_the_first_time(
    telegram: LocalTelegram, desk: RunningDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: list[int] = []
    books: Any = Outbox._books

    def trouble(self: Outbox, *args: Any) -> Any:
        ready = books(self, *args)
        if not failed and any(one.parcel and one.parcel.effect is Effect.TOPIC_MADE for one in ready):
            failed.append(1)
            raise OSError("the disk is full")
        return ready

    monkeypatch.setattr(Outbox, "_books", trouble)
    await file_request(telegram, telegram.customer("Anna", language="en"))
    assert failed
    assert "Payment fails" in only_topic(telegram).transcript()
