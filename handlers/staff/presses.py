"""What the staff tap: the buttons of cards, lists and failures."""

from __future__ import annotations

from collections.abc import Callable

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotCurrent
from bot.domain.people import Actor
from bot.domain.statements import Thread
from bot.ports import Desk, UnitOfWork
from bot.screens.callbacks import CardPress, PagePress, ReleasePress, RetryPress
from bot.usecases.ask import ask_for_question, choose_kind, withdraw_question
from bot.usecases.assign_by_hand import assign_to, choose_assignee
from bot.usecases.complete import (
    ask_answer,
    ask_why_taken_back,
    choose_cause,
    choose_told,
    complete_with_last_reply,
    not_planned,
    tell_release,
    turn_to_main,
)
from bot.usecases.correct import choose_field, choose_value, correct
from bot.usecases.decline import decline
from bot.usecases.end import ask_why_rejected, choose_survivor, give_up, merge, show_more
from bot.usecases.link import choose_link, choose_unlink, link, unlink
from bot.usecases.lists import queue, turn_mine
from bot.usecases.pick_up import ask_why_declined, pick_up
from bot.usecases.promise import (
    choose_fault,
    choose_improvement,
    open_promise,
    promise_fault,
    promise_improvement,
    withdraw_promise,
)
from bot.usecases.reassign import choose_executor, reassign
from bot.usecases.releases import list_releases, press_release
from bot.usecases.reopen import ask_why_reopened
from bot.usecases.retry import retry
from bot.usecases.take import take
from bot.usecases.transfer import ask_note, choose_service, recall
from bot.usecases.verdict import ask_offer, ask_verdict, without_variants
from handlers.filters import InStaffChat

router = Router(name="staff presses")
router.callback_query.filter(InStaffChat())


PLAIN = {
    "take": take,
    "complete": choose_cause,
    "last_reply": complete_with_last_reply,
    "take_back": ask_why_taken_back,
    "ask": choose_kind,
    "withdraw_question": withdraw_question,
    "assign": choose_assignee,
    "transfer": choose_service,
    "pick_up": pick_up,
    "verdict": ask_verdict,
    "no_variants": without_variants,
    "hand_back": ask_why_declined,
    "recall": recall,
    "offer": ask_offer,
    "give": choose_executor,
    "decline": decline,
    "correct": choose_field,
    "main": turn_to_main,
    "promise": open_promise,
    "promise_anew": open_promise,
    "unpromise": withdraw_promise,
    "unplanned": not_planned,
    "reopen": ask_why_reopened,
    "more": show_more,
    "merge": choose_survivor,
    "link": choose_link,
    "unlink": choose_unlink,
    "reject": ask_why_rejected,
    "give_up": give_up,
}
NAMED = {"cause": ask_answer, "ask_for": ask_for_question, "to": ask_note, "field": choose_value, "set": correct}
NUMBERED: dict[str, Callable[[UnitOfWork, Actor, int, int, int], None]] = {
    "assign_page": choose_assignee,
    "assign_to": assign_to,
    "give_page": choose_executor,
    "give_to": reassign,
    "as_fault": choose_fault,
    "as_improvement": choose_improvement,
    "for_fault": promise_fault,
    "for_improvement": promise_improvement,
    "told_page": choose_told,
    "told": tell_release,
    "merge_into": merge,
    "link_to": link,
    "unlink_from": unlink,
}


@router.callback_query(CardPress.filter())
async def on_card(_: CallbackQuery, callback_data: CardPress, actor: Actor, desk: Desk) -> None:
    press = callback_data
    if move := PLAIN.get(press.do):
        await desk(move, actor, press.number, press.turn)
    elif named := NAMED.get(press.do):
        await desk(named, actor, press.number, press.turn, press.value)
    elif (numbered := NUMBERED.get(press.do)) and press.value.isdecimal():
        await desk(numbered, actor, press.number, press.turn, int(press.value))
    else:
        raise NotCurrent


@router.callback_query(RetryPress.filter())
async def on_retry(query: CallbackQuery, callback_data: RetryPress, actor: Actor, desk: Desk) -> None:
    where, pressed = _where(query)
    await desk(retry, actor, callback_data.message, pressed, where.topic_id)


@router.callback_query(ReleasePress.filter())
async def on_release(query: CallbackQuery, callback_data: ReleasePress, actor: Actor, desk: Desk) -> None:
    where, pressed = _where(query)
    press = callback_data
    await desk(press_release, actor, where, pressed, press.release, press.turn, press.do)


@router.callback_query(PagePress.filter())
async def on_page(query: CallbackQuery, callback_data: PagePress, actor: Actor, desk: Desk) -> None:
    where, pressed = _where(query)
    if callback_data.name == "mine":
        await desk(turn_mine, actor, where, callback_data.page, callback_data.owner, pressed)
    elif callback_data.name == "releases":
        await desk(list_releases, actor, where, callback_data.page, edits=pressed)
    else:
        await desk(queue, actor, where, callback_data.page, edits=pressed)


@router.callback_query()
async def on_anything_else(_: CallbackQuery) -> None:
    """Buttons of a former version of the desk, and made-up ones."""
    raise NotCurrent


def _where(query: CallbackQuery) -> tuple[Thread, int]:
    message = query.message
    if not isinstance(message, Message):
        raise NotCurrent
    return Thread(message.chat.id, message.message_thread_id if message.is_topic_message else None), message.message_id
