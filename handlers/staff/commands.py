"""What the staff ask by command, in General or in a topic."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.domain.changes import changes_between
from bot.domain.errors import NoSuchTicket, OwnerOnly
from bot.domain.people import Actor
from bot.domain.rules import DeskRules
from bot.domain.statements import Thread
from bot.ports import Desk, DeskFile, Misset
from bot.usecases.confirm_for_customer import confirm_for_customer
from bot.usecases.decline import decline_because
from bot.usecases.lists import help_staff, history, mine, queue
from bot.usecases.presence import away, here
from bot.usecases.releases import ask_to_publish, ask_to_withdraw, list_releases, schedule_release
from bot.usecases.reread import tell_misset, tell_reread
from bot.usecases.staff_says import unknown_command
from bot.usecases.team import join, leave, team
from bot.usecases.unsend import unsend
from handlers.filters import Commandlike, InStaffChat, Unaccountable
from handlers.incoming import incoming_of

LONGEST_NUMBER = 18
"""Digits: more than that no database counts."""
router = Router(name="staff commands")
router.message.filter(InStaffChat(), Commandlike(), ~Unaccountable())


@router.message(Command("queue"))
async def on_queue(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(queue, actor, _where(message))


@router.message(Command("mine"))
async def on_mine(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(mine, actor, _where(message))


@router.message(Command("history"))
async def on_history(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    wanted = (command.args or "").strip().removeprefix("#")
    if wanted.isdecimal() and len(wanted) > LONGEST_NUMBER:
        raise NoSuchTicket
    await desk(history, actor, _where(message), int(wanted) if wanted.isdecimal() else None)


@router.message(Command("decline"))
async def on_decline(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    where = _where(message)
    await desk(decline_because, actor, where.chat_id, where.topic_id, command.args or "")


@router.message(Command("releases"))
async def on_releases(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(list_releases, actor, _where(message))


@router.message(Command("release"))
async def on_release(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    await desk(schedule_release, actor, _where(message), message.message_id, command.args or "")


@router.message(Command("publish"))
async def on_publish(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    await desk(ask_to_publish, actor, _where(message), message.message_id, command.args or "")


@router.message(Command("withdraw"))
async def on_withdraw(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    await desk(ask_to_withdraw, actor, _where(message), message.message_id, command.args or "")


@router.message(Command("team"))
async def on_team(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(team, actor, _where(message))


@router.message(Command("join"))
async def on_join(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    await desk(join, actor, _where(message), command.args or "", message.message_id)


@router.message(Command("leave"))
async def on_leave(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    await desk(leave, actor, _where(message), command.args or "", message.message_id)


@router.message(Command("away"))
async def on_away(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    await desk(away, actor, _where(message), command.args or "", message.message_id)


@router.message(Command("here"))
async def on_here(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(here, actor, _where(message), message.message_id)


@router.message(Command("reload"))
async def on_reload(message: Message, actor: Actor, rules: DeskRules, desk_file: DeskFile, desk: Desk) -> None:
    """Asked again after a crash, the file is read again."""
    if actor.id not in rules.owners:
        raise OwnerOnly
    where, reply_to = _where(message), message.message_id
    try:
        read = await desk_file.read()
    except Misset as wrong:
        await desk(tell_misset, wrong.mistakes, where, reply_to)
    else:
        await desk(tell_reread, changes_between(desk_file.rules, read), where, reply_to)
        desk_file.adopt(read)


@router.message(Command("help", "start"))
async def on_help(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(help_staff, actor, _where(message))


@router.message(Command("unsend"))
async def on_unsend(message: Message, actor: Actor, desk: Desk) -> None:
    incoming = incoming_of(message)
    await desk(unsend, actor, incoming.chat_id, incoming.topic_id, incoming.reply_to)


@router.message(Command("confirmed"))
async def on_confirmed(message: Message, actor: Actor, desk: Desk) -> None:
    incoming = incoming_of(message)
    await desk(confirm_for_customer, actor, incoming.chat_id, incoming.topic_id, incoming.reply_to)


@router.message()
async def on_unknown(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(unknown_command, actor, incoming_of(message))


def _where(message: Message) -> Thread:
    return Thread(message.chat.id, message.message_thread_id if message.is_topic_message else None)
