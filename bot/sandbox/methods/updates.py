"""getUpdates, webhooks, and the bot about itself."""

from __future__ import annotations

from typing import Any

from bot.sandbox.errors import bad_request, conflict
from bot.sandbox.methods.registry import Raw, method
from bot.sandbox.params import Call

WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@method("getUpdates")
async def get_updates(call: Call) -> Raw:
    queue = call.world.updates
    if queue.webhook:
        raise conflict(WEBHOOK_ACTIVE)
    if call.given("allowed_updates"):
        queue.allow(_kinds(call))
    limit = min(max(call.number("limit", 100), 1), 100)
    timeout = min(max(call.number("timeout"), 0), 50)
    return Raw(await queue.get(call.number("offset"), limit, timeout))


def _kinds(call: Call) -> list[str]:
    kinds = call.nested("allowed_updates", bad_request("can't parse allowed_updates: JSON array expected")) or []
    return [str(kind) for kind in kinds] if isinstance(kinds, list) else []


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    """Stores the address alone: this server delivers by getUpdates only."""
    url = call.text("url")
    if not url:
        call.world.updates.webhook = ""
        return True
    if not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if call.given("allowed_updates"):
        call.world.updates.allow(_kinds(call))
    call.world.updates.set_webhook(url)
    return True


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    call.world.updates.webhook = ""
    if call.flag("drop_pending_updates"):
        call.world.updates.clear()
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> dict[str, Any]:
    queue = call.world.updates
    info: dict[str, Any] = {
        "url": queue.webhook,
        "has_custom_certificate": False,
        "pending_update_count": queue.pending(),
    }
    if queue.explicit:
        info["allowed_updates"] = queue.explicit
    return info


@method("getMe")
def get_me(call: Call) -> dict[str, Any]:
    return call.world.bot.user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not call.world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


@method("logOut")
def log_out(call: Call) -> bool:
    call.world.logged_out = True
    return True


@method("close")
def close(_call: Call) -> bool:
    return True
