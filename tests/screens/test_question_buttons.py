"""What a customer can tap under a question."""

from __future__ import annotations

import pytest

from bot.domain.content import Content, ContentKind
from bot.domain.lifecycle import Ask, Status
from bot.domain.statements import Buttons, Notice
from bot.domain.ticket import Question, Ticket
from bot.screens.callbacks import QuestionPress
from bot.screens.context import Reader
from bot.screens.letter import Letter
from bot.screens.question_buttons import asked_again, chosen_keyboard, question_keyboard
from bot.screens.relay import without_sign
from tests.screens.builders import HOSTILE, NOW, READERS, buttons, reader, seen, text, ticket


def question(ask: Ask, *variants: str, committed: bool = False) -> Question:
    return Question(ask, 2**62, 7, "Ivan", NOW, Status.IN_PROGRESS, variants, committed=committed)


def waiting(what: Question) -> Ticket:
    return ticket(number=2**40, status=Status.WAITING_CUSTOMER, question=what)


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
@pytest.mark.parametrize("ask", Ask)
def test_the_longest_question_can_be_asked_again(ask: Ask, each: Reader) -> None:
    asked = waiting(question(ask, *(HOSTILE * 20,) * 6))
    notice = Notice("ticket-question", buttons=Buttons.QUESTION, number=asked.number)
    assert "<b>" not in seen(asked_again(each, notice, asked, text("? Which one?")))
    long = Content(ContentKind.DOCUMENT, HOSTILE * 100, file_name=HOSTILE * 20)
    assert buttons(asked_again(each, notice, asked, long))


def test_each_solution_carries_its_place() -> None:
    keyboard = question_keyboard(reader(), 17, question(Ask.CHOICE, "Restart", "Wait"))
    presses = [QuestionPress.unpack(button.data) for row in keyboard for button in row]
    assert presses == [QuestionPress(number=17, message=2**62, do="choose", value=at) for at in (0, 1)]


def test_a_promise_is_asked_for_once() -> None:
    for committed, texts in (
        (False, ["I'll do it", "Done", "I can't, because…"]),
        (True, ["Done", "I can't, because…"]),
    ):
        keyboard = question_keyboard(reader(), 17, question(Ask.ACTION, committed=committed))
        assert buttons(Letter(keyboard=keyboard)) == texts


def test_what_was_chosen_is_ticked() -> None:
    assert buttons(Letter(keyboard=chosen_keyboard(reader(), 17, "Wait"))) == ["✓ Wait"]
    assert chosen_keyboard(reader(), 17, "") == ()


def test_the_sign_of_a_question_is_not_said_and_the_formatting_moves_with_the_words() -> None:
    bold = {"type": "bold", "offset": 0, "length": 6}
    assert without_sign(text("? 🔥 one", bold)) == text("🔥 one", {**bold, "length": 4})
    assert without_sign(text("?", bold)) == text("?", bold)
