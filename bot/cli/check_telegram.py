"""Is everything on Telegram's side as the desk needs it? Asked with reads alone: nobody sees a check-up."""

from __future__ import annotations

from collections.abc import Sequence, Set

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramNetworkError
from aiogram.methods import GetChat, GetChatAdministrators, GetChatMember, GetMe, GetWebhookInfo
from aiogram.types import ChatFullInfo, ChatMemberAdministrator, ChatMemberOwner, User

from bot.cli.findings import Finding, doubtful, right, wrong
from bot.cli.telegram import REFUSED
from bot.delivery.outcome import outcome_of
from bot.settings import Settings

ADMINISTRATORS = "Open the group, then its settings, then Administrators"
TOPICS_OFF = "Open the group, then its settings, and turn Topics on."
MADE_ADMIN = f"{ADMINISTRATORS}, and make the bot one, with the right Manage topics."
MANAGE_TOPICS = f"{ADMINISTRATORS}, choose the bot and turn Manage topics on."
NOT_ANONYMOUS = f"{ADMINISTRATORS}, choose this person and turn Remain anonymous off."
PRIVACY = "As an administrator the bot sees everything."
ADD_BOT = "Add the bot to the group, as an administrator with the right Manage topics."
GROUP_ID = f"Check DESKGRAM_STAFF_CHAT_ID, and each chat in the desk file. {ADD_BOT}"
WEBHOOK = "Remove it: open <the address of the Bot API>/bot<the token>/deleteWebhook in a browser."


async def telegram_findings(bot: Bot, settings: Settings, staff_chats: Set[int]) -> list[Finding]:
    try:
        me = await bot(GetMe())
    except REFUSED:
        remedy = "Ask @BotFather for /token and set DESKGRAM_BOT_TOKEN to what it gives you."
        return [wrong("Telegram does not accept the token.", remedy)]
    except AiogramError as error:
        return [_unreachable(settings, error)]
    found = [
        right(f"Telegram answers at {settings.api_url}."),
        right(f"The token is that of {me.full_name} (@{me.username})."),
    ]
    try:
        found.append(await _webhook(bot))
        for chat_id in sorted(staff_chats, reverse=True):
            found.extend(await _staff_chat(bot, chat_id, me))
        found.extend([await _owner(bot, owner) for owner in settings.owner_ids])
    except TelegramNetworkError as error:
        found.append(_unreachable(settings, error))
    return found


def _unreachable(settings: Settings, error: AiogramError) -> Finding:
    remedy = "Check the network, a proxy or firewall on the way, and DESKGRAM_API_URL."
    return wrong(f"Telegram does not answer at {settings.api_url} ({type(error).__name__}).", remedy)


async def _webhook(bot: Bot) -> Finding:
    """Its address may hold a secret, and is not shown."""
    if (await bot(GetWebhookInfo())).url:
        return wrong("The bot has a webhook: Telegram hands nothing to the desk while it is set.", WEBHOOK)
    return right("No webhook is in the way.")


async def _staff_chat(bot: Bot, chat_id: int, me: User) -> list[Finding]:
    try:
        chat = await bot(GetChat(chat_id=chat_id))
        standing = await bot(GetChatMember(chat_id=chat_id, user_id=me.id))
        administrators = await bot(GetChatAdministrators(chat_id=chat_id))
    except TelegramNetworkError:
        raise
    except AiogramError as error:
        return [_not_there(chat_id, outcome_of(error, private=False).reason)]
    if chat.type != "supergroup":
        text = f"The staff chat “{chat.title}” is a {chat.type}, not a supergroup."
        remedy = "Make a group, turn Topics on, and set DESKGRAM_STAFF_CHAT_ID, or the service's chat, to its id."
        return [wrong(text, remedy)]
    return [
        right(f"The staff chat is “{chat.title}”."),
        _topics(chat),
        *_rights(standing, me),
        *_anonymous(administrators),
    ]


def _not_there(chat_id: int, reason: str) -> Finding:
    if reason == "kicked":
        remedy = "Take the bot out of the group's removed users, and add it again as an administrator."
        return wrong(f"The bot was removed from the staff chat {chat_id}.", remedy)
    if reason == "not-a-member":
        return wrong(f"The bot is not in the staff chat {chat_id}.", ADD_BOT)
    return wrong(f"Telegram knows no staff chat {chat_id} that the bot is in.", GROUP_ID)


def _topics(chat: ChatFullInfo) -> Finding:
    return right("Topics are on.") if chat.is_forum else wrong("Topics are off: tickets have no place.", TOPICS_OFF)


def _rights(standing: object, me: User) -> list[Finding]:
    """The one right that is needed: the desk deletes and pins nothing but what is its own."""
    match standing:
        case ChatMemberOwner() | ChatMemberAdministrator(can_manage_topics=True):
            return [right("The bot is an administrator, may manage topics and sees what is written.")]
        case ChatMemberAdministrator():
            return [wrong("The bot is an administrator, but may not manage topics.", MANAGE_TOPICS)]
        case _:
            blind = wrong("Privacy mode is on: the bot does not see what the staff write.", PRIVACY)
            return [
                wrong("The bot is not an administrator of the staff chat: it can make no topics.", MADE_ADMIN),
                *([] if me.can_read_all_group_messages else [blind]),
            ]


def _anonymous(administrators: Sequence[object]) -> list[Finding]:
    """Nobody can be held to account for what an anonymous administrator writes: it stays a note."""
    hidden = [
        one.user.full_name
        for one in administrators
        if isinstance(one, ChatMemberOwner | ChatMemberAdministrator) and one.is_anonymous and not one.user.is_bot
    ]
    return [
        doubtful(f"{name} is an anonymous administrator, and cannot answer customers.", NOT_ANONYMOUS)
        for name in hidden
    ] or [right("No administrator is anonymous.")]


async def _owner(bot: Bot, owner: int) -> Finding:
    try:
        person = await bot(GetChat(chat_id=owner))
    except TelegramNetworkError:
        raise
    except AiogramError:
        remedy = "Check DESKGRAM_OWNER_IDS; this person opens a chat with the bot and presses Start."
        return doubtful(f"The owner {owner} is not known to the bot.", remedy)
    return right(f"The owner {owner} is {person.full_name}.")
