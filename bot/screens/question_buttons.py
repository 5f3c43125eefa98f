"""What a customer is asked: the buttons under it, and the question once more."""

from __future__ import annotations

from bot.domain.content import Content
from bot.domain.lifecycle import Ask
from bot.domain.statements import Notice
from bot.domain.ticket import Question, Ticket
from bot.screens.callbacks import QuestionPress
from bot.screens.context import Reader
from bot.screens.letter import Button, Keyboard, Letter, Style
from bot.screens.markup import lines, one_line
from bot.screens.notices import sentence
from bot.screens.quotes import quote
from bot.screens.relay import described, without_sign

VARIANT_WIDTH = 60


def question_keyboard(reader: Reader, number: int, question: Question) -> Keyboard:
    """A solution a row; for something to do, the promise to do it until it was given."""
    match question.ask:
        case Ask.INFO:
            return ((_named(reader, number, question, "answer", Style.PRIMARY),),)
        case Ask.CHOICE:
            return tuple(
                (_button(number, question, one_line(variant, VARIANT_WIDTH), "choose", value=index),)
                for index, variant in enumerate(question.variants)
            )
        case Ask.ACTION:
            will = () if question.committed else (_named(reader, number, question, "commit", Style.PRIMARY),)
            done = _named(reader, number, question, "done", Style.SUCCESS)
            return (*((will,) if will else ()), (done, _named(reader, number, question, "cannot")))


def chosen_keyboard(reader: Reader, number: int, choice: str) -> Keyboard:
    """What was chosen, to be seen and not to be pressed any more; nothing where there was no choice."""
    if not choice:
        return ()
    text = reader.text("button-chosen", choice=one_line(choice, VARIANT_WIDTH))
    return ((Button(text, QuestionPress(number=number, message=0, do="chosen").pack(), Style.SUCCESS),),)


def asked_again(reader: Reader, notice: Notice, ticket: Ticket, question: Content) -> Letter:
    """The words of the notice, and the question below them."""
    words = sentence(reader, notice.key, {**notice.values, "number": ticket.number})
    asked = quote(described(reader, without_sign(question)))
    keyboard = question_keyboard(reader, ticket.number, ticket.question) if ticket.question else ()
    return Letter(lines((words, asked)), keyboard=keyboard)


def _named(reader: Reader, number: int, question: Question, do: str, style: Style = Style.PLAIN) -> Button:
    return _button(number, question, reader.text(f"button-question-{do}"), do, style)


def _button(
    number: int, question: Question, text: str, do: str, style: Style = Style.PLAIN, *, value: int = 0
) -> Button:
    """It carries the question itself: so it outlives a change of the executor, and not the answer."""
    data = QuestionPress(number=number, message=question.message, do=do, value=value).pack()
    return Button(text, data, style)
