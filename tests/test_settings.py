"""What a desk is told by its environment, and what it answers when that will not do."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from bot.domain.intake import DEFAULT_SKIPS, Step
from bot.domain.ticket import Kind
from bot.settings import Settings, SettingsError, load_settings

TOKEN = "123456789:AAExample-token_of_the_tests"
REQUIRED = {"BOT_TOKEN": TOKEN, "STAFF_CHAT_ID": "-1001234567890"}


class Environment:
    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def set(self, **variables: str) -> None:
        for name, value in variables.items():
            self._patch.setenv(f"DESKGRAM_{name}", value)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Environment:
    """Only what is required is set, and no `.env` lies about."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.upper().startswith("DESKGRAM_")]:
        monkeypatch.delenv(name)
    ready = Environment(monkeypatch)
    ready.set(**REQUIRED)
    return ready


def refused(**overrides: object) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as refusal:
        load_settings(**overrides)
    assert str(refusal.value) == "\n".join(refusal.value.sentences)
    return refusal.value.sentences


def test_a_token_and_a_staff_chat_are_all_a_desk_needs(environment: Environment) -> None:
    settings = load_settings()
    assert settings == Settings(
        bot_token=SecretStr(TOKEN),
        staff_chat_id=-1001234567890,
        api_url="https://api.telegram.org",
        database_url="sqlite:///deskgram.sqlite3",
        owner_ids=(),
        company="Deskgram",
        stands=("PROD", "TEST"),
        components=(),
        skip_steps=DEFAULT_SKIPS,
        timezone=ZoneInfo("UTC"),
        default_language="en",
        staff_language="en",
        log_level="INFO",
        group_per_minute=20,
        chat_per_second=1,
        chat_burst=3,
        global_per_second=30,
    )


def test_lists_are_plain_words_with_commas(environment: Environment) -> None:
    environment.set(OWNER_IDS="17, 18", STANDS=" LIVE ,Тест,", COMPONENTS="billing")
    settings = load_settings()
    assert settings.owner_ids == (17, 18)
    assert settings.stands == ("LIVE", "Тест")
    assert settings.components == ("billing",)


def test_the_skipped_steps_are_a_table_in_one_line(environment: Environment) -> None:
    environment.set(SKIP_STEPS="question: period, log; change: stand; wrong:")
    assert load_settings().skip_steps == {
        Kind.QUESTION: {Step.PERIOD, Step.LOG},
        Kind.CHANGE: {Step.STAND},
        Kind.WRONG: frozenset(),
    }


def test_an_empty_variable_is_as_good_as_none(environment: Environment) -> None:
    environment.set(STANDS="", COMPONENTS="", OWNER_IDS="", TIMEZONE="")
    assert load_settings().stands == ("PROD", "TEST")
    environment.set(BOT_TOKEN="")
    assert refused()[0].startswith("DESKGRAM_BOT_TOKEN is missing")


def test_the_address_of_the_bot_api_has_no_slash_at_its_end(environment: Environment) -> None:
    environment.set(API_URL="http://127.0.0.1:8081/")
    assert load_settings().api_url == "http://127.0.0.1:8081"


def test_the_log_level_may_be_written_small(environment: Environment) -> None:
    environment.set(LOG_LEVEL="debug")
    assert load_settings().log_level == "DEBUG"


def test_overrides_go_before_the_environment_and_that_before_the_file(environment: Environment, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DESKGRAM_COMPANY=File\nDESKGRAM_STANDS=A,B\nOTHER=x\n", "utf-8")
    assert load_settings().company == "File"
    assert load_settings().stands == ("A", "B")
    environment.set(COMPANY="Environment")
    assert load_settings().company == "Environment"
    assert load_settings(company="Override").company == "Override"


@pytest.mark.parametrize(
    ("variable", "remedy"),
    [
        ("BOT_TOKEN", "set it to the token that @BotFather gave you, such as 123456789:AAExample."),
        ("STAFF_CHAT_ID", "set it to the id of the staff supergroup, a number such as -1001234567890."),
    ],
)
def test_a_missing_setting_is_named_with_what_to_set(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, variable: str, remedy: str
) -> None:
    monkeypatch.delenv(f"DESKGRAM_{variable}")
    assert refused() == (f"DESKGRAM_{variable} is missing: {remedy}",)


@pytest.mark.parametrize(
    ("variable", "value", "shown"),
    [
        ("STAFF_CHAT_ID", "1234567890", "'1234567890'"),
        ("STAFF_CHAT_ID", "-1234567890", "'-1234567890'"),
        ("STAFF_CHAT_ID", "staff", "'staff'"),
        ("OWNER_IDS", "17,anna", "'anna'"),
        ("OWNER_IDS", "-17", "'-17'"),
        ("STANDS", "A,B,A", "'A,B,A'"),
        ("STANDS", "x" * 33, f"'{'x' * 33}'"),
        ("SKIP_STEPS", "question:summary", "'summary'"),
        ("SKIP_STEPS", "complaint:log", "'complaint'"),
        ("SKIP_STEPS", "period,log", "'period,log'"),
        ("TIMEZONE", "Mars/Base", "'Mars/Base'"),
        ("TIMEZONE", "Europe", "'Europe'"),
        ("TIMEZONE", "../zone", "'../zone'"),
        ("DEFAULT_LANGUAGE", "de", "'de'"),
        ("STAFF_LANGUAGE", "Russian", "'Russian'"),
        ("API_URL", "api.telegram.org", "'api.telegram.org'"),
        ("LOG_LEVEL", "loud", "'LOUD'"),
        ("CHAT_PER_SECOND", "0", "'0'"),
        ("GROUP_PER_MINUTE", "twenty", "'twenty'"),
    ],
)
def test_a_wrong_setting_is_named_with_its_value_and_what_to_set(
    environment: Environment, variable: str, value: str, shown: str
) -> None:
    environment.set(**{variable: value})
    (sentence,) = refused()
    assert sentence.startswith(f"DESKGRAM_{variable} is wrong ({shown}): set it to ")
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_every_wrong_setting_gets_one_sentence_in_the_order_of_the_settings(environment: Environment) -> None:
    environment.set(TIMEZONE="Mars/Base", STAFF_CHAT_ID="5", OWNER_IDS="a,b,c")
    assert [sentence.split()[0] for sentence in refused()] == [
        "DESKGRAM_STAFF_CHAT_ID",
        "DESKGRAM_OWNER_IDS",
        "DESKGRAM_TIMEZONE",
    ]


def test_neither_token_nor_password_is_ever_shown(environment: Environment) -> None:
    environment.set(BOT_TOKEN="my secret", DATABASE_URL="mysql://me:secret@host/desk")
    sentences = refused()
    assert [sentence.split(":")[0] for sentence in sentences] == [
        "DESKGRAM_BOT_TOKEN is wrong",
        "DESKGRAM_DATABASE_URL is wrong",
    ]
    assert "secret" not in str(sentences)
    environment.set(**REQUIRED, DATABASE_URL="sqlite:///secret.sqlite3")
    assert TOKEN not in repr(load_settings())
    assert "secret.sqlite3" not in repr(load_settings())


def test_every_setting_tells_how_to_mend_it() -> None:
    assert not [name for name, field in Settings.model_fields.items() if not field.description]
