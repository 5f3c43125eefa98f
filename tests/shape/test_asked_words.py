"""What the desk asks somebody to write always has somebody who does something with it."""

from __future__ import annotations

from bot.ports import FOR_STAFF, Purpose
from bot.usecases.staff_answers import NOTES, REPLIES

OF_CUSTOMERS = {Purpose.DISAGREEING, Purpose.RATING, Purpose.ANSWERING, Purpose.CANNOT}


def test_words_for_colleagues_are_notes_before_anything_is_done_with_them() -> None:
    assert NOTES.keys() >= FOR_STAFF
    assert not REPLIES.keys() & NOTES.keys()


def test_whatever_the_staff_are_asked_for_is_done() -> None:
    assert REPLIES.keys() | NOTES.keys() == set(Purpose) - OF_CUSTOMERS
