"""What Telegram's answers mean, row by row: the strings are those of the Bot API, byte for byte."""

from __future__ import annotations

import json

import pytest
from aiogram import Bot
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramNetworkError
from aiogram.methods import SendMessage
from aiohttp import ClientConnectorError
from aiohttp.client_reqrep import ConnectionKey

from bot.delivery.outcome import Outcome, Verdict, outcome_of
from bot.delivery.session import Session

TOKEN = "42:TEST"
CALL = SendMessage(chat_id=1, text="x")
REFUSALS = [
    (400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
          "as a current content and reply markup of the message", Verdict.ALREADY_DONE),
    (400, "Bad Request: message to delete not found", Verdict.ALREADY_DONE),
    (400, "Bad Request: TOPIC_NOT_MODIFIED", Verdict.ALREADY_DONE),
    (400, "Bad Request: message to react not found", Verdict.ALREADY_DONE),
    (400, "Bad Request: message thread not found", Verdict.TOPIC_GONE),
    (400, "Bad Request: TOPIC_DELETED", Verdict.TOPIC_GONE),
    (400, "Bad Request: TOPIC_CLOSED", Verdict.TOPIC_CLOSED),
    (400, "Bad Request: message to edit not found", Verdict.EDIT_TARGET_GONE),
    (400, "Bad Request: message can't be edited", Verdict.EDIT_TARGET_GONE),
    (400, "Bad Request: message to be replied not found", Verdict.REPLY_TARGET_GONE),
    (400, "Bad Request: QUOTE_TEXT_INVALID", Verdict.REPLY_TARGET_GONE),
    (403, "Forbidden: bot was blocked by the user", Verdict.RECIPIENT_GONE),
    (403, "Forbidden: user is deactivated", Verdict.RECIPIENT_GONE),
    (403, "Forbidden: bot can't initiate conversation with a user", Verdict.RECIPIENT_GONE),
    (403, "Forbidden: the bot can't send messages to the bot", Verdict.RECIPIENT_GONE),
    (403, "Forbidden: bot can't send messages to bots", Verdict.RECIPIENT_GONE),
    (400, "Bad Request: query is too old and response timeout expired or query ID is invalid", Verdict.QUERY_LATE),
    (400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 3", Verdict.REFUSED),
    (400, "Bad Request: message is too long", Verdict.REFUSED),
    (400, "Bad Request: message caption is too long", Verdict.REFUSED),
    (400, "Bad Request: BUTTON_DATA_INVALID", Verdict.REFUSED),
    (400, "Bad Request: wrong file identifier/HTTP URL specified", Verdict.REFUSED),
    (400, "Bad Request: the message can't be copied", Verdict.REFUSED),
    (400, "Bad Request: message can't be deleted for everyone", Verdict.REFUSED),
    (401, "Unauthorized", Verdict.MISCONFIGURED),
    (404, "Not Found", Verdict.MISCONFIGURED),
    (409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
     Verdict.MISCONFIGURED),
    (400, "Logged out", Verdict.MISCONFIGURED),
    (400, "Bad Request: the bot has already been closed", Verdict.MISCONFIGURED),
    (421, "Misdirected Request: unallowed token specified", Verdict.MISCONFIGURED),
    (409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the "
          "webhook first", Verdict.MISCONFIGURED),
    (404, "Not Found: method not found", Verdict.REFUSED),
    (400, 'Bad Request: failed to send message #2 with the error message "Too Many Requests: retry after 5"',
     Verdict.PARTLY),
    (400, "Bad Request: user not found", Verdict.NOBODY),
    (400, "Bad Request: PARTICIPANT_ID_INVALID", Verdict.NOBODY),
    (400, "Bad Request: USER_NOT_PARTICIPANT", Verdict.NOBODY),
    (500, "Internal Server Error: restart", Verdict.IN_DOUBT),
]  # fmt: skip
GROUP_REFUSALS = [
    (403, "Forbidden: bot was kicked from the supergroup chat"),
    (403, "Forbidden: bot is not a member of the supergroup chat"),
    (403, "Forbidden: the group chat was deleted"),
    (400, "Bad Request: not enough rights to create a topic"),
    (400, "Bad Request: not enough rights to send text messages to the chat"),
    (400, "Bad Request: have no write access to the chat"),
    (400, "Bad Request: the chat is not a forum"),
    (400, "Bad Request: the chat is not a supergroup forum"),
    (400, "Bad Request: CHAT_WRITE_FORBIDDEN"),
    (400, "Bad Request: CHAT_ADMIN_REQUIRED"),
    (400, "Bad Request: CHAT_RESTRICTED"),
    (400, "Bad Request: chat not found"),
]


def error_of(status: int, body: str) -> AiogramError:
    """What the session makes of an answer."""
    session = Session()
    bot = Bot(TOKEN, session=session)
    with pytest.raises(AiogramError) as caught:
        session.check_response(bot=bot, method=CALL, status_code=status, content=body)
    return caught.value


def outcome(status: int, description: str, *, private: bool = True, **parameters: int) -> Outcome:
    answer = {"ok": False, "error_code": status, "description": description}
    body = json.dumps(answer | ({"parameters": parameters} if parameters else {}))
    return outcome_of(error_of(status, body), private=private)


@pytest.mark.parametrize(("status", "description", "verdict"), REFUSALS)
def test_each_row_of_the_decision_table(status: int, description: str, verdict: Verdict) -> None:
    assert outcome(status, description).verdict is verdict
    assert outcome(status, description, private=False).verdict is verdict


@pytest.mark.parametrize(("status", "description"), GROUP_REFUSALS)
def test_what_is_wrong_with_the_group_holds_it_up(status: int, description: str) -> None:
    assert outcome(status, description, private=False).verdict is Verdict.GROUP_PROBLEM


@pytest.mark.parametrize(
    ("status", "description"), [(400, "Bad Request: chat not found"), (403, "Forbidden: something new")]
)
def test_a_private_chat_that_is_not_there_is_a_customer_who_is_gone(status: int, description: str) -> None:
    assert outcome(status, description).verdict is Verdict.RECIPIENT_GONE
    assert outcome(status, description, private=False).verdict is Verdict.GROUP_PROBLEM


def test_the_reason_for_people_tells_the_cases_apart() -> None:
    assert outcome(403, "Forbidden: bot was blocked by the user").reason == "blocked"
    assert outcome(403, "Forbidden: user is deactivated").reason == "deactivated"
    assert outcome(403, "Forbidden: bot can't initiate conversation with a user").reason == "never-started"


def test_a_conflict_says_with_what() -> None:
    assert outcome(409, "Conflict: can't use getUpdates method while webhook is active").reason == "webhook"
    assert outcome(409, "Conflict: terminated by setWebhook request").reason == "webhook"
    assert outcome(409, "Conflict: terminated by other getUpdates request").reason == "another-poller"
    assert outcome(401, "Unauthorized").reason == "token"


def test_a_flood_says_how_long() -> None:
    told = outcome(429, "Too Many Requests: retry after 17", retry_after=17)
    assert (told.verdict, told.retry_after) == (Verdict.FLOOD, 17)


def test_a_migration_says_where_to() -> None:
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    told = outcome(400, description, private=False, migrate_to_chat_id=-1001234567890)
    assert (told.verdict, told.chat_id) == (Verdict.MIGRATED, -1001234567890)


@pytest.mark.parametrize(("status", "body"), [(502, "<html>Bad Gateway</html>"), (413, ""), (200, "[]"), (504, "")])
def test_an_answer_that_is_no_answer_leaves_it_in_doubt(status: int, body: str) -> None:
    assert outcome_of(error_of(status, body), private=True).verdict is Verdict.IN_DOUBT


def test_no_answer_leaves_it_in_doubt_and_no_connection_does_not() -> None:
    silence = TelegramNetworkError(method=CALL, message="no answer in time")
    silence.__cause__ = TimeoutError()
    assert outcome_of(silence, private=True).verdict is Verdict.IN_DOUBT
    nobody = TelegramNetworkError(method=CALL, message="ClientConnectorError")
    key = ConnectionKey("127.0.0.1", 1, False, True, None, None, None)
    nobody.__cause__ = ClientConnectorError(key, OSError(111, "refused"))
    assert outcome_of(nobody, private=True).verdict is Verdict.NOT_SENT
    assert outcome_of(ClientDecodeError("not JSON", ValueError(), ""), private=True).verdict is Verdict.IN_DOUBT


def test_a_429_without_a_number_is_a_flood_all_the_same() -> None:
    told = outcome(429, "Too Many Requests")
    assert told.verdict is Verdict.FLOOD
    assert told.retry_after > 0
