"""What the staff ask by command, in General or in a topic."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.domain.changes import changes_between
from bot.domain.errors import NoSuchTicket, NumberExpected, OwnerOnly
from bot.domain.people import Actor
from bot.domain.rules import DeskRules
from bot.domain.statements import Thread
from bot.ports import Desk, DeskFile, Misset
from bot.usecases.confirm_for_customer import confirm_for_customer
from bot.usecases.decline import decline_because
from bot.usecases.end import merge
from bot.usecases.file_for import file_captioned, file_for
from bot.usecases.link import in_topic, link, unlink
from bot.usecases.lists import help_staff, history, mine, queue
from bot.usecases.move_message import move_message
from bot.usecases.presence import away, here
from bot.usecases.releases import ask_to_publish, ask_to_withdraw, list_releases, schedule_release
from bot.usecases.reopen import reopen_by_command
from bot.usecases.reread import tell_misset, tell_reread
from bot.usecases.staff_says import unknown_command
from bot.usecases.team import join, leave, team
from bot.usecases.unsend import unsend
from handlers.filters import Commandlike, InStaffChat, Unaccountable
from handlers.incoming import incoming_of

LONGEST_NUMBER = 18
"""Digits: more than that no database counts."""
NEW = {"new", "новое"}
FILE = {"file", "файл"}
router = Router(name="staff commands")
router.message.filter(InStaffChat(), Commandlike(), ~Unaccountable())
captions = Router(name="staff captions")
"""The one command that may be the caption of a file."""
captions.message.filter(InStaffChat(), ~Unaccountable())


@router.message(Command("queue"))
async def on_queue(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(queue, actor, _where(message))


@router.message(Command("mine"))
async def on_mine(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(mine, actor, _where(message))


@router.message(Command("history"))
async def on_history(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    number, words = _named(command)
    await desk(history, actor, _where(message), number, export=words.casefold() in FILE)


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


@router.message(Command("reopen"))
async def on_reopen(_: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    await desk(reopen_by_command, actor, _other(command), _named(command)[1])


@router.message(Command("merge"))
async def on_merge(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    await desk(in_topic, actor, _where(message), message.message_id, _other(command), merge)


@router.message(Command("link"))
async def on_link(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    await desk(in_topic, actor, _where(message), message.message_id, _other(command), link, "staff-linked")


@router.message(Command("unlink"))
async def on_unlink(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    await desk(in_topic, actor, _where(message), message.message_id, _other(command), unlink, "staff-unlinked")


@router.message(Command("move"))
async def on_move(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    new = (command.args or "").strip().casefold() in NEW
    await desk(move_message, actor, incoming_of(message), None if new else _other(command))


@router.message(Command("file"))
async def on_file(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    replied = message.reply_to_message
    shown = incoming_of(replied) if replied else None
    await desk(file_for, actor, incoming_of(message), *_named(command), shown)


@captions.message(Command("file"))
async def on_captioned_file(message: Message, command: CommandObject, actor: Actor, desk: Desk) -> None:
    await desk(file_captioned, actor, incoming_of(message), *_named(command))


@router.message()
async def on_unknown(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(unknown_command, actor, incoming_of(message))


def _named(command: CommandObject) -> tuple[int | None, str]:
    """The ticket that a command names, if it begins with one, and the words after it."""
    first, _, words = (command.args or "").strip().partition(" ")
    number = first.removeprefix("#")
    if not number.isdecimal():
        return None, (command.args or "").strip()
    if len(number) > LONGEST_NUMBER:
        raise NoSuchTicket
    return int(number), words.strip()


def _other(command: CommandObject) -> int:
    number, _ = _named(command)
    if number is None:
        raise NumberExpected(command=command.command)
    return number


def _where(message: Message) -> Thread:
    return Thread(message.chat.id, message.message_thread_id if message.is_topic_message else None)
