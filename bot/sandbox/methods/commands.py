"""Commands by scope and language, the bot's texts about itself, the menu button."""

from __future__ import annotations

import re

from bot.sandbox.access import known
from bot.sandbox.chats import Json
from bot.sandbox.commands import Scope
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.registry import method
from bot.sandbox.params import Call, whole

MOST_COMMANDS = 100
LANGUAGE = re.compile(r"[a-z]{2}")
COMMAND = re.compile(r"[a-z0-9_]+")
OPEN_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    commands = read_commands(call)
    call.world.commands[(read_scope(call), language(call))] = commands
    call.world.events.emit("commands")
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Json]:
    return call.world.commands.get((read_scope(call), language(call)), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    call.world.commands.pop((read_scope(call), language(call)), None)
    call.world.events.emit("commands")
    return True


def language(call: Call) -> str:
    code = call.text("language_code")
    if code and not LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def read_commands(call: Call) -> list[Json]:
    given = call.nested("commands", bad_request("can't parse commands JSON object")) or []
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [read_command(one) for one in given]


def read_command(given: object) -> Json:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    command, description = str(given.get("command", "")).removeprefix("/"), str(given.get("description", "")).strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > 32:
        raise bad_request("command length must not exceed 32")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > 256:
        raise bad_request("command description length must not exceed 256")
    if not COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


def read_scope(call: Call) -> Scope:
    given = call.nested("scope", bad_request("can't parse BotCommandScope JSON object"))
    if not given:
        return Scope("default")
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = given.get("type")
    if kind in OPEN_SCOPES:
        return Scope(str(kind))
    if kind not in CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if not given.get("chat_id"):
        raise bad_request("can't parse BotCommandScope: Empty chat_id specified")
    user = whole(given.get("user_id")) if kind == "chat_member" else 0
    if kind == "chat_member" and user <= 0:
        raise bad_request("can't parse BotCommandScope: Invalid user_id specified")
    chat = known(call.world, given["chat_id"])
    if chat.type == "channel":
        raise bad_request("can't change commands in channel chats")
    if chat.person and kind != "chat":
        raise bad_request("can't use specified scope in private chats")
    return Scope(str(kind), chat.id, user)


PROFILE = {
    "Name": ("name", 64, "bot name is too long"),
    "Description": ("description", 512, "bot description is too long"),
    "ShortDescription": ("short_description", 120, "bot info is too long"),
}


def profile_methods(suffix: str) -> None:
    """SetMyX and getMyX; without a language, or with an unknown one, the default text counts."""
    field, limit, refusal = PROFILE[suffix]

    @method(f"setMy{suffix}")
    def set_text(call: Call) -> bool:
        text = call.text(field).strip()
        if len(text) > limit:
            raise bad_request(refusal)
        call.world.profile[(field, language(call))] = text
        return True

    @method(f"getMy{suffix}")
    def get_text(call: Call) -> Json:
        default = call.world.bot.first_name if field == "name" else ""
        general = call.world.profile.get((field, "")) or default
        return {field: call.world.profile.get((field, language(call))) or general}


for one in PROFILE:
    profile_methods(one)


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    given = call.nested("menu_button", bad_request("can't parse menu button JSON object")) or {"type": "default"}
    if not isinstance(given, dict):
        raise bad_request("can't parse menu button: MenuButton must be an Object")
    if given.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    call.world.menu_buttons[menu_chat(call)] = given
    return True


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> Json:
    buttons = call.world.menu_buttons
    return buttons.get(menu_chat(call)) or buttons.get(0) or {"type": "commands"}


def menu_chat(call: Call) -> int:
    """0 stands for all private chats."""
    if not call.given("chat_id"):
        return 0
    chat = known(call.world, call.params["chat_id"])
    if not chat.person:
        raise bad_request("chat identifier must belong to a private chat")
    return chat.id
