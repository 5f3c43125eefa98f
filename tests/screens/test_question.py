"""Which ticket is a message for?"""

from __future__ import annotations

import pytest

from bot.domain.content import Content, ContentKind
from bot.domain.statements import Face
from bot.screens.callbacks import HeldPress
from bot.screens.context import Reader
from bot.screens.letter import Letter
from bot.screens.question import SHOWN, question
from tests.screens.builders import HOSTILE, READERS, buttons, data, reader, seen, text, ticket

TICKETS = [ticket(3), ticket(17, subject="Reports are empty")]
HELD = [text("It works now")]


def asked(face: Face) -> Letter:
    return question(reader(), face, TICKETS, HELD)


def presses(letter: Letter) -> list[tuple[str, int]]:
    return [(press.do, press.number) for press in map(HeldPress.unpack, data(letter))]


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
@pytest.mark.parametrize("name", ["pick", "draft", "completed", "closed", "placed"])
def test_the_fullest_question_can_be_sent(name: str, each: Reader) -> None:
    tickets = [ticket(2_000_000_000 + number, subject="<&" * 60) for number in range(60)]
    held = [text(HOSTILE * 90), Content(ContentKind.PHOTO, HOSTILE * 20), text("x" * 4096)]
    assert seen(question(each, Face(name, {"number": 17, "how": "reopen"}), tickets, held))


def test_with_several_tickets_each_has_a_button_the_newest_first() -> None:
    letter = asked(Face("pick"))
    assert buttons(letter) == ["#17 · Reports are empty", "#3 · Payment fails", "New request"]
    assert presses(letter) == [("ticket", 17), ("ticket", 3), ("new", 0)]


def test_in_mid_dialog_the_request_being_written_is_one_of_the_answers() -> None:
    assert buttons(asked(Face("draft")))[-1] == "The new request"
    assert presses(asked(Face("draft")))[-1] == ("new", 0)


def test_about_a_completed_ticket_it_asks_what_the_words_mean() -> None:
    letter = asked(Face("completed", {"number": 17}))
    assert buttons(letter) == ["Solved", "Not solved", "Something new"]
    assert presses(letter) == [("solved", 17), ("not_solved", 17), ("new", 0)]


def test_about_a_closed_ticket_it_asks_what_can_still_be_meant() -> None:
    letter = asked(Face("closed", {"number": 17, "how": "reopen"}))
    assert buttons(letter) == ["Reopen it", "New request", "Just a comment"]
    assert presses(letter) == [("reopen", 17), ("new", 0), ("comment", 17)]
    late = asked(Face("closed", {"number": 17, "how": "follow_up"}))
    assert buttons(late)[0] == "New request about the same"
    assert buttons(asked(Face("closed", {"number": 17, "how": "none"}))) == ["New request", "Just a comment"]


def test_the_held_words_are_shown() -> None:
    assert seen(asked(Face("pick"))).endswith("\nIt works now")


def test_too_many_tickets_are_cut_to_the_newest() -> None:
    tickets = [ticket(number) for number in range(1, 60)]
    numbers = [number for do, number in presses(question(reader(), Face("pick"), tickets, HELD)) if do == "ticket"]
    assert numbers == list(range(59, 59 - SHOWN, -1))


@pytest.mark.parametrize(("number", "said"), [(17, "✅ Passed on to #17."), (0, "✅ Added to the new request.")])
def test_the_answer_takes_the_buttons_away(number: int, said: str) -> None:
    letter = asked(Face("placed", {"number": number}))
    assert (seen(letter), letter.keyboard) == (said, ())
