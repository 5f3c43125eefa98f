"""What the bot may ask about chats and members."""

from __future__ import annotations

from bot.sandbox import membership
from bot.sandbox.access import editable, readable, upgraded
from bot.sandbox.chats import SEND_RIGHTS, Account, Chat, Json, Member
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.registry import method
from bot.sandbox.params import Call
from bot.sandbox.posting import shallow

REACTIONS_A_MESSAGE = 11
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


@method("getChat")
def get_chat(call: Call) -> Json:
    chat = readable(call)
    info = chat.json() | {
        "accent_color_id": 0,
        "max_reaction_count": REACTIONS_A_MESSAGE,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if chat.person:
        info |= {"has_private_forwards": True} if chat.person.hides_forwards else {}
    else:
        info["permissions"] = {right: chat.permissions.get(right, True) for right in SEND_RIGHTS}
    if chat.linked:
        info["linked_chat_id"] = chat.linked
    if chat.protected:
        info["has_protected_content"] = True
    newest = max(chat.pinned, default=None)
    return info | ({"pinned_message": shallow(chat.records[newest].message)} if newest else {})


def members_readable(call: Call) -> Chat:
    """A chat whose members may be read; an upgraded group has none any more."""
    chat = readable(call)
    if chat.migrated_to:
        raise upgraded(chat)
    return chat


@method("getChatMember")
def get_chat_member(call: Call) -> Json:
    chat = members_readable(call)
    account = call.world.accounts.get(call.number("user_id"))
    if account is None or not (account.known or account is call.world.bot):
        raise bad_request("user not found")
    return standing(call, chat, account).json()


def standing(call: Call, chat: Chat, account: Account) -> Member:
    if chat.person:
        return Member(account, "member" if account in (chat.person, call.world.bot) else "left")
    return chat.members.get(account.id) or Member(account, "left")


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[Json]:
    """People and this bot; the owner comes first."""
    chat = members_readable(call)
    if chat.person:
        raise bad_request("there are no administrators in the private chat")
    admins = [one for one in chat.members.values() if one.admin]
    shown = [
        one for one in admins if not one.account.is_bot or one.account is call.world.bot or call.flag("return_bots")
    ]
    return [one.json() for one in sorted(shown, key=lambda one: one.status != "creator")]


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    chat = members_readable(call)
    return 2 if chat.person else sum(one.present for one in chat.members.values())


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    chat = editable(call)
    if chat.person:
        raise bad_request("chat is not a group or a channel")
    membership.change(call.world, chat, call.world.bot, call.world.bot, Member(call.world.bot, "left"))
    return True
