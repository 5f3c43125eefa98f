"""Every language says everything, and about the same things."""

from __future__ import annotations

import re
from functools import cache

import pytest
from fluent.syntax import ast, serializer
from fluent.syntax.visitor import Visitor

from locales import FOLDER, LANGUAGES
from locales.catalog import read_texts

FOR_CUSTOMERS = (
    "ticket-", "held-", "story-", "mine-", "list-my", "list-own", "window-", "dialog-", "question-", "button-",
    "rating-", "close", "help-customer", "draft-", "welcome", "slow-down", "answered-", "language-", "period-",
    "summary-",
)  # fmt: skip
"""How the keys begin of what customers read."""
OF_THE_STAFF = {
    "en": r"\b(?:assignees?|executors?|transfer\w*|causes?|verdicts?|notes?|topics?|tickets?|customers?|staff)\b",
    "ru": r"исполнител|назначен|заключени|заметк|клиент|сотрудник|руководител|тикет|карточк",
}
MARKUP = re.compile(r"\{ ?[$-]?[\w-]+ ?\}|\{ \$\w+ ->|\[\w+\]")
"""What Fluent reads, and no customer."""
Texts = dict[str, ast.Message | ast.Term]


class Mentions(Visitor):
    """What one text is made of: variables of its own, and other texts."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.texts: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's own naming
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - likewise
        self.texts.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - likewise
        self.texts.add(f"-{node.id.name}")


def mentions(entry: ast.BaseNode) -> Mentions:
    found = Mentions()
    found.visit(entry)
    return found


def variables(texts: Texts, key: str) -> set[str]:
    """What the caller has to give. A term sees only what the text hands it: its variables are its own."""
    found = mentions(texts[key])
    inner = (variables(texts, other) for other in found.texts if not other.startswith("-"))
    return found.variables.union(*inner)


@cache
def texts_of(language: str) -> Texts:
    return read_texts(FOLDER / language)


OTHERS = [language for language in LANGUAGES if language != "en"]


def test_english_and_russian_are_spoken() -> None:
    assert {"en", "ru"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_there_in_every_language(language: str) -> None:
    assert texts_of(language).keys() == texts_of("en").keys()


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_needs_the_same_values_in_every_language(language: str) -> None:
    needed = {key: variables(texts_of("en"), key) for key in texts_of("en")}
    assert {key: variables(texts_of(language), key) for key in texts_of(language)} == needed


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_text_refers_to_exists(language: str) -> None:
    texts = texts_of(language)
    dangling = {key: mentions(entry).texts - texts.keys() for key, entry in texts.items()}
    assert not {key: missing for key, missing in dangling.items() if missing}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_for_customers_has_a_word_of_the_staffs_own(language: str) -> None:
    """Names of variables are no words; of releases only the staff press buttons."""
    inside = re.compile(OF_THE_STAFF[language], re.IGNORECASE)
    shown = {
        key: MARKUP.sub("", serializer.FluentSerializer().serialize_entry(entry).partition("=")[2])
        for key, entry in texts_of(language).items()
        if key.startswith(FOR_CUSTOMERS) and key not in ("button-publish", "button-withdraw")
    }
    assert len(shown) > 100
    assert {key: found for key, text in shown.items() if (found := inside.findall(text))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_text_of_its_own_and_no_attributes(language: str) -> None:
    assert not [key for key, entry in texts_of(language).items() if entry.value is None or entry.attributes]
