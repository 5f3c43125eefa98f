"""Answers to button presses: best effort, never waited for."""

from __future__ import annotations

from aiogram.methods import AnswerCallbackQuery

from bot.delivery.beside import Beside

GLANCE = 80
"""Characters that can be read before they fade."""


class Answers(Beside[AnswerCallbackQuery]):
    def answer(self, query_id: str, text: str = "") -> None:
        """`text` of at most 200 characters is shown to the presser in passing, a long one as an alert to be closed."""
        self._put(AnswerCallbackQuery(callback_query_id=query_id, text=text or None, show_alert=len(text) > GLANCE))
