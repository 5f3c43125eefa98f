"""The card's sides for asking the customer, and what it shows while an answer is waited for."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.statements import Face
from bot.domain.ticket import MOST_VARIANTS, Ticket
from bot.screens.context import Reader
from bot.screens.markup import NAME_LIMIT, cut, one_line
from bot.screens.periods import moment
from bot.screens.quotes import quote
from locales.catalog import Html

_VARIANT = 40


def waited_for(reader: Reader, ticket: Ticket) -> Iterator[Html]:
    """What was asked for, by whom and when; the solutions; whether the customer has promised to do it."""
    question = ticket.question
    if question is None:
        return
    yield reader.html(
        "card-asked", kind=question.ask, at=moment(reader, question.at), name=one_line(question.by_name, NAME_LIMIT)
    )
    if question.variants:
        yield quote("\n".join(f"{at}. {cut(each, _VARIANT)}" for at, each in enumerate(question.variants, 1)))
    if question.committed:
        yield reader.html("card-committed")
    if question.undelivered:
        yield reader.html("card-question-undelivered")


def asking_prompt(reader: Reader, face: Face) -> Html:
    """What the desk waits for on the sides `ask` and `asking`."""
    if face.name == "ask":
        return reader.html("card-ask-kind")
    name = one_line(face.values["name"], NAME_LIMIT)
    return reader.html("card-ask-question", kind=face.values["kind"], name=name, most=MOST_VARIANTS)
