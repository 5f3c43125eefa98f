"""The other service says what it has found, in up to three messages (8b); the executor offers the customer the ways
that it has named.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.content import ContentKind, Incoming
from bot.domain.errors import NotCurrent, TextExpected
from bot.domain.lifecycle import Ask, Move
from bot.domain.people import Actor
from bot.domain.questions import without_bullet
from bot.domain.statements import Face
from bot.domain.ticket import Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.asked import ask_words, asked_words
from bot.usecases.outcome import settle
from bot.usecases.owned import movable_ticket
from bot.usecases.reply import reply

STEPS = ("part", "resolution", "variants")
NONE = {"none", "no", "нет", "-", "–", "—"}


def ask_verdict(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """The actor's next messages in the topic answer, one after the other."""
    _ask(uow, actor, movable_ticket(uow, actor, number, turn, Move.GIVE_VERDICT), {})


def verdict_says(uow: UnitOfWork, actor: Actor, ticket: Ticket, prompt: Prompt, text: str) -> None:
    """The `prompt` holds what was answered before. An empty line is no variant, and "none" says that there are none."""
    said = prompt.data
    step = STEPS[len(said)]
    if step != STEPS[-1]:
        _ask(uow, actor, ticket, {**said, step: text})
    else:
        _give(uow, actor, ticket, said, [] if text.strip().casefold() in NONE else _lines(text))


def without_variants(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    ticket = movable_ticket(uow, actor, number, turn, Move.GIVE_VERDICT)
    prompt = asked_words(uow, actor, ticket, Purpose.VERDICT)
    if len(prompt.data) < len(STEPS) - 1:
        raise NotCurrent
    uow.prompts.answered(prompt)
    _give(uow, actor, ticket, prompt.data, [])


def ask_offer(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """The actor's next message goes to the customer, with the variants of the verdict below it."""
    ticket = movable_ticket(uow, actor, number, turn, Move.ASK)
    if ticket.verdict is None or not ticket.verdict.variants:
        raise NotCurrent
    ask_words(uow, actor, ticket, Face("offering"), Purpose.OFFERING)


def offer_with(uow: UnitOfWork, actor: Actor, ticket: Ticket, _: Prompt, incoming: Incoming) -> None:
    """The variants go below the words, numbered as a question's are."""
    if incoming.content.kind is not ContentKind.TEXT:
        raise TextExpected
    variants = ticket.verdict.variants if ticket.verdict else ()
    below = "\n".join(f"{at}. {variant}" for at, variant in enumerate(variants, 1))
    content = replace(incoming.content, text=f"{incoming.content.text}\n\n{below}")
    offer = reply(uow, ticket, actor, replace(incoming, content=content))
    ticket = uow.tickets.get(ticket.number)
    settle(uow, *ticket.ask(Ask.CHOICE, offer.id, by=actor, at=uow.now, variants=variants))


def _ask(uow: UnitOfWork, actor: Actor, ticket: Ticket, said: dict[str, str]) -> None:
    ask_words(uow, actor, ticket, Face("verdict", {"step": STEPS[len(said)]}), Purpose.VERDICT, said)


def _give(uow: UnitOfWork, actor: Actor, ticket: Ticket, said: dict[str, str], variants: list[str]) -> None:
    part, resolution = (said[step] for step in STEPS[:2])
    settle(uow, *ticket.give_verdict(part, resolution, variants, by=actor, at=uow.now))


def _lines(text: str) -> list[str]:
    return [line for line in map(without_bullet, text.splitlines()) if line]
