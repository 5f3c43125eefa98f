"""What a customer can ask of the bot itself: hello, help, language."""

from __future__ import annotations

from bot.domain.people import Actor
from bot.domain.statements import Buttons, Listing, Notice, Priority, Private
from bot.ports import UnitOfWork
from bot.usecases.draft_says import show_window
from bot.usecases.membership import welcome_back


def start(uow: UnitOfWork, actor: Actor, message_id: int) -> None:
    """`/start`: a welcome; after a block it also makes the person reachable again. The payload means nothing."""
    person = uow.people.meet(actor, message_id)
    welcome_back(uow, actor.id)
    _say(uow, actor, Notice("welcome", {"name": person.name, "company": uow.rules.company}, Buttons.WELCOME))


def help_customer(uow: UnitOfWork, actor: Actor, message_id: int) -> None:
    uow.people.meet(actor, message_id)
    _say(uow, actor, Listing("help-customer"))


def choose_language(uow: UnitOfWork, actor: Actor, message_id: int) -> None:
    uow.people.meet(actor, message_id)
    _say(uow, actor, Notice("language-choose", buttons=Buttons.LANGUAGE))


def set_language(uow: UnitOfWork, actor: Actor, language: str, message_id: int) -> None:
    """The press turns the question into its answer, in the new language."""
    uow.people.meet(actor)
    uow.people.set_language(actor.id, language)
    _say(uow, actor, Notice("language-set", edits=message_id))


def _say(uow: UnitOfWork, actor: Actor, words: Notice | Listing) -> None:
    """In mid-dialog the window comes after it, so that the chat still ends with what is asked."""
    uow.speech.say(Private(actor.id), words, Priority.LIVE)
    if draft := uow.drafts.of(actor.id):
        show_window(uow, draft)
