"""What a customer taps."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.domain.errors import NotCurrent
from bot.domain.people import Actor
from bot.ports import Desk
from bot.screens.callbacks import DraftPress, HeldPress, LanguagePress, NewPress, PagePress, QuestionPress, TicketPress
from bot.usecases.answer_completion import close_my_request, not_solved, open_again, rate, solved
from bot.usecases.answer_question import ask_reason, ask_words, choose, commit, done
from bot.usecases.lists import my_tickets, open_ticket, tell_story
from bot.usecases.place_held import place_held
from bot.usecases.press_draft import new_request, press_draft
from bot.usecases.start import set_language
from handlers.filters import InPrivate
from locales import LANGUAGES

router = Router(name="customer presses")
router.callback_query.filter(InPrivate())


@router.callback_query(DraftPress.filter())
async def on_draft(_: CallbackQuery, callback_data: DraftPress, actor: Actor, desk: Desk) -> None:
    press = callback_data
    await desk(press_draft, actor, press.draft, press.version, press.do, press.value)


@router.callback_query(NewPress.filter())
async def on_new(_: CallbackQuery, actor: Actor, desk: Desk) -> None:
    await desk(new_request, actor)


@router.callback_query(HeldPress.filter())
async def on_held(_: CallbackQuery, callback_data: HeldPress, actor: Actor, desk: Desk) -> None:
    await desk(place_held, actor, callback_data.number, callback_data.do)


@router.callback_query(LanguagePress.filter())
async def on_language(query: CallbackQuery, callback_data: LanguagePress, actor: Actor, desk: Desk) -> None:
    if callback_data.language not in LANGUAGES:
        raise NotCurrent
    await desk(set_language, actor, callback_data.language, _pressed(query))


@router.callback_query(PagePress.filter())
async def on_page(query: CallbackQuery, callback_data: PagePress, actor: Actor, desk: Desk) -> None:
    await desk(my_tickets, actor, None, callback_data.page, edits=_pressed(query))


@router.callback_query(TicketPress.filter())
async def on_ticket(query: CallbackQuery, callback_data: TicketPress, actor: Actor, desk: Desk) -> None:
    press, pressed = callback_data, _pressed(query)
    match press.do:
        case "solved":
            await desk(solved, actor, press.number, press.turn, pressed)
        case "not_solved":
            await desk(not_solved, actor, press.number, press.turn, pressed)
        case "reopen":
            await desk(open_again, actor, press.number, press.turn, pressed)
        case "rate":
            await desk(rate, actor, press.number, press.turn, press.value, pressed)
        case "open":
            await desk(open_ticket, actor, press.number)
        case "story":
            await desk(tell_story, actor, press.number)
        case "close" | "close_sure" | "close_keep":
            await desk(close_my_request, actor, press.number, pressed, press.do)
        case _:
            raise NotCurrent


ANSWERS = {"answer": ask_words, "commit": commit, "done": done, "cannot": ask_reason}


@router.callback_query(QuestionPress.filter())
async def on_question(_: CallbackQuery, callback_data: QuestionPress, actor: Actor, desk: Desk) -> None:
    press = callback_data
    if answer := ANSWERS.get(press.do):
        await desk(answer, actor, press.number, press.message)
    elif press.do == "choose":
        await desk(choose, actor, press.number, press.message, press.value)
    else:
        raise NotCurrent


@router.callback_query()
async def on_anything_else(_: CallbackQuery) -> None:
    """Buttons of a former version of the desk, and made-up ones."""
    raise NotCurrent


def _pressed(query: CallbackQuery) -> int:
    if query.message is None:
        raise NotCurrent
    return query.message.message_id
