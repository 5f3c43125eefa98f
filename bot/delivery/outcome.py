"""The one error table: what an answer of Telegram means for what was sent. Nothing else reads error texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError


class Verdict(Enum):
    """The rows of the decision table, by what is to be done."""

    FLOOD = auto()
    NOT_SENT = auto()
    IN_DOUBT = auto()
    ALREADY_DONE = auto()
    TOPIC_GONE = auto()
    TOPIC_CLOSED = auto()
    EDIT_TARGET_GONE = auto()
    REPLY_TARGET_GONE = auto()
    RECIPIENT_GONE = auto()
    GROUP_PROBLEM = auto()
    MIGRATED = auto()
    REFUSED = auto()
    QUERY_LATE = auto()
    MISCONFIGURED = auto()
    PARTLY = auto()
    NOBODY = auto()


@dataclass(frozen=True, slots=True)
class Outcome:
    """`retry_after` in seconds with FLOOD, `chat_id` with MIGRATED; `reason` is a short code for people and logs."""

    verdict: Verdict
    reason: str
    retry_after: int = 0
    chat_id: int | None = None


UNKNOWN_TOKEN = "token"  # noqa: S105 (a reason, no secret)
"""The reason when Telegram does not know the token, whatever is asked with it."""
UNTOLD_PAUSE = 5
"""Seconds to pause after a 429 that does not say how long."""
FRAGMENTS: tuple[tuple[str, Verdict, str], ...] = (
    ("failed to send message #", Verdict.PARTLY, "partly"),  # it quotes another refusal, so it comes first
    ("message is not modified", Verdict.ALREADY_DONE, "not-modified"),
    ("message to delete not found", Verdict.ALREADY_DONE, "deleted-already"),
    ("topic_not_modified", Verdict.ALREADY_DONE, "topic-not-modified"),
    ("message to react not found", Verdict.ALREADY_DONE, "reaction-target-gone"),
    ("message thread not found", Verdict.TOPIC_GONE, "topic-gone"),
    ("topic_deleted", Verdict.TOPIC_GONE, "topic-gone"),
    ("topic_id_invalid", Verdict.TOPIC_GONE, "topic-gone"),
    ("topic_closed", Verdict.TOPIC_CLOSED, "topic-closed"),
    ("message to edit not found", Verdict.EDIT_TARGET_GONE, "edit-target-gone"),
    ("message can't be edited", Verdict.EDIT_TARGET_GONE, "edit-target-gone"),
    ("message to be replied not found", Verdict.REPLY_TARGET_GONE, "reply-target-gone"),
    ("quote_text_invalid", Verdict.REPLY_TARGET_GONE, "quote-gone"),
    ("bot was blocked", Verdict.RECIPIENT_GONE, "blocked"),
    ("user is deactivated", Verdict.RECIPIENT_GONE, "deactivated"),
    ("can't initiate conversation", Verdict.RECIPIENT_GONE, "never-started"),
    ("can't send messages to", Verdict.RECIPIENT_GONE, "gone"),
    ("too many requests", Verdict.FLOOD, "flood"),
    ("logged out", Verdict.MISCONFIGURED, "token"),
    ("already been closed", Verdict.MISCONFIGURED, "token"),
    ("unallowed token", Verdict.MISCONFIGURED, "token"),
    ("query is too old", Verdict.QUERY_LATE, "query-late"),
    ("user not found", Verdict.NOBODY, "nobody"),
    ("participant_id_invalid", Verdict.NOBODY, "nobody"),
    ("user_not_participant", Verdict.NOBODY, "nobody"),
    ("kicked", Verdict.GROUP_PROBLEM, "kicked"),
    ("not a member", Verdict.GROUP_PROBLEM, "not-a-member"),
    ("not enough rights", Verdict.GROUP_PROBLEM, "rights"),
    ("no write access", Verdict.GROUP_PROBLEM, "rights"),
    ("chat_write_forbidden", Verdict.GROUP_PROBLEM, "rights"),
    ("chat_admin_required", Verdict.GROUP_PROBLEM, "rights"),
    ("chat_restricted", Verdict.GROUP_PROBLEM, "rights"),
    ("not a forum", Verdict.GROUP_PROBLEM, "topics-off"),
    ("not a supergroup forum", Verdict.GROUP_PROBLEM, "topics-off"),
    ("group chat was deleted", Verdict.GROUP_PROBLEM, "group-deleted"),
)


def outcome_of(error: AiogramError, *, private: bool) -> Outcome:
    """What an error of the Bot API, or of the way to it, means for a call to a private chat or a group."""
    match error:
        case TelegramRetryAfter():
            return Outcome(Verdict.FLOOD, "flood", retry_after=error.retry_after)
        case TelegramMigrateToChat():
            return Outcome(Verdict.MIGRATED, "migrated", chat_id=error.migrate_to_chat_id)
        case TelegramNetworkError() if isinstance(error.__cause__, ClientConnectorError):
            return Outcome(Verdict.NOT_SENT, "no-connection")
        case TelegramNetworkError() | TelegramServerError() | ClientDecodeError():
            return Outcome(Verdict.IN_DOUBT, "no-answer")
        case TelegramConflictError():
            webhook = "webhook" in error.message.lower()
            return Outcome(Verdict.MISCONFIGURED, "webhook" if webhook else "another-poller")
        case TelegramNotFound() if "method not found" in error.message.lower():
            return Outcome(Verdict.REFUSED, "no-such-method")
        case TelegramUnauthorizedError() | TelegramNotFound():
            return Outcome(Verdict.MISCONFIGURED, UNKNOWN_TOKEN)
        case TelegramAPIError():
            return _refusal(error, private=private)
        case _:
            return Outcome(Verdict.IN_DOUBT, "no-answer")


def _refusal(error: TelegramAPIError, *, private: bool) -> Outcome:
    text = error.message.lower()
    for fragment, verdict, reason in FRAGMENTS:
        if fragment in text:
            return Outcome(verdict, reason, retry_after=UNTOLD_PAUSE if verdict is Verdict.FLOOD else 0)
    if "chat not found" in text:
        return Outcome(Verdict.RECIPIENT_GONE if private else Verdict.GROUP_PROBLEM, "chat-not-found")
    if isinstance(error, TelegramForbiddenError):
        return Outcome(Verdict.RECIPIENT_GONE if private else Verdict.GROUP_PROBLEM, "forbidden")
    return Outcome(Verdict.REFUSED, "refused")
