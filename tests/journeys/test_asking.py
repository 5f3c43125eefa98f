"""The staff ask, the customer answers: a question, a choice, something to do; by buttons, words and files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.delivery import record
from bot.ports import Ledger
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import Message
from bot.usecases.question_delivery import question_shown
from tests.journeys.life import Life, data_of, living, mentioned
from tests.journeys.talk import Talk

OUTDATED = "This is no longer current."
NOT_YOURS = "#1: only its executor or a lead can do that."
CHOICE = "How shall we go on?\n- Restart it at night\n- Wait for the bank"


@dataclass(frozen=True)
class Words:
    """What a customer reads and taps."""

    answer: str
    commit: str
    done: str
    cannot: str
    thanks: str
    committed: str
    why_not: str
    listening: str
    withdrawn: str
    not_current: str


EN = Words(
    "Answer", "I'll do it", "Done", "I can't, because…", "Thank you! Ivan goes on with #1.",
    "Thank you! When you have done it for #1, tap “Done” or just write here.",
    "#1: no problem. What is in the way? Your next message goes to the team.",
    "#1: we are listening. Your next message, of any kind, is the answer.",
    "#1: our question has settled itself, you need not answer it.", OUTDATED,
)  # fmt: skip
RU = Words(
    "Ответить", "Сделаю", "Готово", "Не могу, потому что…", "Спасибо! Ivan продолжает работу над обращением #1.",
    "Спасибо! Когда сделаете (обращение #1), нажмите «Готово» или просто напишите сюда.",
    "Обращение #1: ничего страшного. Что мешает? Ваше следующее сообщение передадим команде.",
    "Обращение #1: слушаем вас. Ваше следующее сообщение, любое, станет ответом.",
    "Обращение #1: наш вопрос больше не актуален, отвечать не нужно.", "Это уже неактуально.",
)  # fmt: skip


@dataclass
class Asking:
    life: Life
    words: Words

    async def ask(self, kind: str, text: str) -> Message:
        """By the card's button; the question as the customer sees it."""
        await self.life.tap(self.life.ivan, "Ask the customer", kind)
        await self.life.ivan_says(text)
        return self.life.anna.chat.last


@pytest.fixture(params=["en", "ru"])
async def asking(telegram: LocalTelegram, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Asking]:
    """Anna speaks either language; Ivan has taken #1."""
    async with living(telegram, tmp_path) as life:
        if request.param == "ru":
            await life.anna_says("/language")
            await life.tap(life.anna, "Русский")
        await life.tap(life.ivan, "Take")
        yield Asking(life, EN if request.param == "en" else RU)


async def test_a_question_waits_with_a_button_and_the_next_words_answer_it(asking: Asking) -> None:
    life, words = asking.life, asking.words
    question = await asking.ask("A question", "Which browser is it?")
    assert (question.text, question.labels) == ("Which browser is it?", [words.answer])
    assert "Waiting for the customer · Ivan" in life.card.text
    assert "💬 Question by Ivan" in life.card.text
    assert "Ask the customer" not in life.card.labels
    await life.ivan_says("It says so in its menu.")
    assert "Waiting for the customer" in life.card.text, "the executor may write more"
    await life.tap(life.anna, words.answer, on=question)
    assert life.anna.chat.last.text == words.listening
    await life.anna_says("Firefox")
    assert life.said()[-2:] == ["Firefox", "Ivan, the customer has answered."]
    assert mentioned(life.topic.last) == [life.ivan.id]
    assert "In progress · Ivan" in life.card.text
    assert question.labels == []
    assert await life.press(life.anna, "q:1:99:answer:0", on=question) == words.not_current
    await life.anna_says("And one thing more")
    assert life.said()[-1] == "And one thing more", "what comes after the answer is no answer"


async def test_a_choice_is_shown_where_it_was_made(asking: Asking) -> None:
    life, words = asking.life, asking.words
    question = await asking.ask("Solutions to choose from", CHOICE)
    assert (question.text, question.labels) == (CHOICE, ["Restart it at night", "Wait for the bank"])
    assert "1. Restart it at night\n2. Wait for the bank" in life.card.text
    first = data_of(question, "Restart it at night")
    await life.tap(life.anna, "Wait for the bank", on=question)
    assert question.labels == ["✓ Wait for the bank"]
    assert life.anna.chat.last.text == words.thanks
    assert life.said()[-1] == "Ivan, the customer has chosen: Wait for the bank"
    assert "In progress · Ivan" in life.card.text
    for again in (first, data_of(question, "✓ Wait for the bank")):
        assert await life.press(life.anna, again, on=question) == words.not_current
    await life.ivan_says("/history")
    assert "Anna: chose: Wait for the bank" in life.said()[-1]


async def test_who_will_do_it_is_waited_for_until_it_is_done(asking: Asking) -> None:
    life, words = asking.life, asking.words
    question = await asking.ask("Something to do", "Please log in again.")
    assert question.labels == [words.commit, words.done, words.cannot]
    promise = data_of(question, words.commit)
    await life.tap(life.anna, words.commit, on=question)
    assert life.anna.chat.last.text == words.committed
    assert question.labels == [words.done, words.cannot]
    assert "🤝 The customer will do it" in life.card.text
    assert await life.press(life.anna, promise, on=question) == words.not_current
    await life.tap(life.lena, "Give to…", "Lena")
    await life.tap(life.lena, "Give to…", "Ivan")
    await life.tap(life.anna, words.done, on=question)
    assert life.anna.chat.last.text == words.thanks
    assert life.said()[-1] == "Ivan, the customer says: done."
    assert "In progress · Ivan" in life.card.text
    assert question.labels == []


async def test_who_cannot_do_it_is_asked_why_and_may_say_so_by_voice(asking: Asking) -> None:
    life, words = asking.life, asking.words
    question = await asking.ask("Something to do", "Please log in again.")
    await life.tap(life.anna, words.cannot, on=question)
    assert life.anna.chat.last.text == words.why_not
    assert "Waiting for the customer" in life.card.text, "the reason is still to come"
    await life.anna.send("voice")
    await life.settle()
    assert life.said()[-1] == "Ivan, the customer cannot do it; the reason stands above."
    assert life.topic.messages[-2].media == "voice"
    assert "In progress" in life.card.text
    question = await asking.ask("Something to do", "Then please call us.")
    await life.tap(life.anna, words.cannot, on=question)
    await life.anna_says("I have no phone", reply_to=question)
    await life.ivan_says("/history")
    assert "Anna: cannot do it – I have no phone" in life.said()[-1]


async def test_a_question_withdrawn_is_said_in_one_line_and_loses_its_buttons(asking: Asking) -> None:
    life, words = asking.life, asking.words
    question = await asking.ask("A question", "Which browser is it?")
    answer = data_of(question, words.answer)
    assert await life.tap(life.olga, "Withdraw question") == NOT_YOURS
    await life.tap(life.ivan, "Withdraw question")
    assert life.anna.chat.last.text == words.withdrawn
    assert question.labels == []
    assert "In progress · Ivan" in life.card.text
    assert await life.press(life.anna, answer, on=question) == words.not_current
    await life.anna_says("Firefox, by the way")
    assert life.said()[-1] == "Firefox, by the way"


async def test_asking_takes_a_ticket_that_nobody_has(life: Life) -> None:
    assert life.card.labels == ["Take", "Ask the customer", "Assign…", "Correct", "More…"]
    await life.tap(life.olga, "Ask the customer", "A question")
    assert "Olga, what do we ask?" in life.card.text
    await life.olga_says("Which browser is it?")
    assert "Waiting for the customer · Olga" in life.card.text
    assert life.told(life.anna)[-2:] == ["Olga is working on #1 and will answer here.", "Which browser is it?"]


async def test_a_question_mark_before_the_words_asks(life: Life) -> None:
    await life.ivan_says(
        "? *Which* browser?", reply_to=life.card, entities=[{"type": "bold", "offset": 2, "length": 5}]
    )
    question = life.anna.chat.last
    assert (question.text, question.labels) == ("*Which* browser?", ["Answer"])
    assert [(one["type"], one["offset"], one["length"]) for one in question.entities] == [("bold", 0, 5)]
    assert "Waiting for the customer · Ivan" in life.card.text
    await life.ivan_says("? And which version?")
    assert life.said()[-1] == "#1 – Waiting for the customer: the customer cannot be asked now."
    await life.anna_says("Firefox", reply_to=question)
    for plain in ("?", "?!", "?? really"):
        await life.ivan_says(plain)
        assert life.anna.chat.last.text == plain
    assert "In progress" in life.card.text
    await life.olga_says("? what do you think")
    assert life.anna.chat.last.text == "?? really", "a colleague's words stay a note"
    await life.ivan_says("? " + CHOICE)
    assert life.anna.chat.last.labels == ["Restart it at night", "Wait for the bank"]


@pytest.mark.parametrize("wrong", ["Just a question", "- one\n- two", "Which?\n" + "- again\n" * 7])
async def test_a_choice_of_another_form_is_refused_and_can_be_written_again(life: Life, wrong: str) -> None:
    await life.tap(life.ivan, "Take", "Ask the customer", "Solutions to choose from")
    before = life.told(life.anna)
    await life.ivan_says(wrong)
    assert life.said()[-1].startswith("Nothing was sent: first the question, then 1 to 6 solutions")
    assert life.told(life.anna) == before
    assert "Ivan, which solutions are there?" in life.card.text
    await life.ivan_says("Which one?\n1. This\n2) That")
    assert life.anna.chat.last.labels == ["This", "That"]


@pytest.mark.parametrize("kind", ["photo", "voice", "video_note", "sticker", "location", "poll"])
async def test_a_question_of_any_kind_has_its_buttons_under_it(life: Life, kind: str) -> None:
    await life.tap(life.ivan, "Take", "Ask the customer", "Something to do")
    await life.ivan.send(kind, topic=life.topic)
    await life.settle()
    assert life.anna.chat.last.media == kind
    assert life.anna.chat.last.labels == ["I'll do it", "Done", "I can't, because…"]


async def test_an_album_has_its_buttons_in_a_message_after_it_and_may_be_a_leads(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.tap(life.lena, "Ask the customer", "A question")
    await life.lena.album(["photo", "photo"], caption="Which of the two?", topic=life.topic)
    await life.later()
    *_, first, second, asked = life.anna.chat.messages
    assert (first.media, second.media, asked.labels) == ("photo", "photo", ["Answer"])
    assert asked.text == "#1: we are waiting for your answer.\nPhoto: Which of the two?"
    assert asked.reply_to is not None
    await life.anna.album(["photo", "photo"])
    await life.later()
    assert "In progress" in life.card.text
    assert asked.labels == []


async def test_an_edit_of_the_question_keeps_its_buttons(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    asked = await life.ivan_says("? Which browser is it?")
    await life.ivan.edit(asked, text="? Which browser is it, please?")
    await life.settle()
    question = life.anna.chat.last
    assert (question.text, question.labels) == ("Which browser is it, please?", ["Answer"])
    await life.another_request()
    await life.ivan.edit(asked, text="? " + "long " * 817 + "question")
    await life.later()
    second = life.anna.chat.last
    assert (question.labels, second.labels) == ([], ["Answer"])
    assert second.text.endswith("question")
    await life.tap(life.anna, "Answer", on=second)
    await life.anna_says("Firefox")
    assert second.labels == []


async def test_a_question_taken_back_is_withdrawn(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    asked = await life.ivan_says("? Which browser is it?")
    await life.ivan_says("/unsend", reply_to=asked)
    assert "In progress · Ivan" in life.card.text
    assert life.told(life.anna)[-1] == EN.withdrawn
    assert "Which browser is it?" not in life.told(life.anna)


async def test_every_other_end_of_a_question_takes_its_buttons_too(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.ivan_says("? Which browser is it?")
    question = life.anna.chat.last
    await life.complete("We have found it ourselves.")
    assert question.labels == []
    assert "Completed" in life.card.text
    await life.anna_says("Thanks!")
    assert "What does your message mean?" in life.anna.chat.last.text


async def test_a_blocked_customer_is_not_waited_for_until_the_question_arrives(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.anna.block()
    await life.ivan_says("? Which browser is it?")
    assert "💔 The question did not arrive: send it again, or withdraw it" in life.card.text
    await life.anna.unblock()
    await life.anna_says("Hello, I am back")
    assert "Waiting for the customer" in life.card.text, "she has not read the question"
    await life.tap(life.ivan, "Send again")
    question = life.anna.chat.last
    assert (question.text, question.labels) == ("Which browser is it?", ["Answer"])
    assert "did not arrive" not in life.card.text
    await life.ivan_says("/history")
    moves = [line.partition(" ")[2] for line in life.said()[-1].splitlines()]
    assert sum("The desk: delivered the question" in move for move in moves) == 1
    await life.anna_says("Firefox")
    assert "In progress" in life.card.text


async def test_what_has_never_arrived_is_withdrawn_without_a_word(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.anna.block()
    await life.ivan_says("? Which browser is it?")
    await life.anna.unblock()
    await life.anna_says("Hello, I am back")
    await life.tap(life.ivan, "Withdraw question")
    assert EN.withdrawn not in life.told(life.anna)
    assert await life.tap(life.ivan, "Send again") == OUTDATED
    assert "Which browser is it?" not in life.told(life.anna)


async def test_of_an_answer_and_a_withdrawal_at_once_the_first_counts(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.ivan_says("? " + CHOICE)
    question, withdraw = life.anna.chat.last, data_of(life.card, "Withdraw question")
    chosen = await life.anna.tap("Wait for the bank", on=question)
    withdrawn = await life.ivan.press(life.card, data=withdraw)
    await life.settle()
    assert sorted([chosen.text or "", withdrawn.text or ""]) == ["", OUTDATED]
    assert ("✓ Wait for the bank" in question.labels) is (chosen.text is None)
    assert (EN.withdrawn in life.told(life.anna)) is (withdrawn.text is None)


async def test_forged_answers_change_nothing(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.ivan_says("? " + CHOICE)
    question = life.anna.chat.last
    number = data_of(question, "Wait for the bank").split(":")[2]
    boris = life.telegram.customer("Boris", language="en")
    await boris.start()
    await life.settle()
    no_such = "#1: that was not among the solutions. Please choose one of the buttons."
    other_way = "#1: this question is answered in another way. Please have a look at it again."
    for data, said in (
        (f"q:1:{number}:choose:2", no_such), (f"q:1:{number}:done:0", other_way), (f"q:1:{number}:commit:0", other_way),
        (f"q:1:{number}:cannot:0", OUTDATED), ("q:1:1:choose:0", OUTDATED), (f"q:1:{number}:drop:0", OUTDATED),
        (f"q:2:{number}:choose:0", "There is no such ticket."),
    ):  # fmt: skip
        assert await life.press(life.anna, data, on=question) == said, data
    assert await life.press(boris, f"q:1:{number}:choose:0", on=boris.chat.last) == "There is no such ticket."
    assert "Waiting for the customer" in life.card.text


async def test_with_several_requests_the_usual_questions_are_asked_and_the_choice_is_the_answer(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    async with living(telegram, tmp_path) as life:
        await life.tap(life.ivan, "Take")
        await life.another_request()
        await life.ivan_says("? Which browser is it?")
        assert life.anna.chat.last.text == "#1 · Which browser is it?"
        await life.anna_says("Firefox")
        assert "Waiting for the customer" in life.card.text
        await life.tap(life.anna, "#1 · Payment fails with error 500.")
        assert life.said()[-2:] == ["Firefox", "Ivan, the customer has answered."]
        assert "In progress" in life.card.text
        await life.ivan_says("? And which version?")
        await life.tap(life.anna, "Answer")
        await life.anna_says("128")
        assert life.said()[-2:] == ["128", "Ivan, the customer has answered."]


async def test_an_answer_in_the_middle_of_a_new_request_finds_its_way(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.anna_says("/new")
    await life.tap(life.anna, "Something is wrong")
    await life.ivan_says("? Which browser is it?")
    await life.anna_says("Firefox")
    assert "Is this for a request you have sent, or for the new one?" in life.anna.chat.last.text
    await life.tap(life.anna, "#1 · Payment fails with error 500.")
    assert life.said()[-2:] == ["Firefox", "Ivan, the customer has answered."]
    await life.ivan_says("? And which version?")
    await life.tap(life.anna, "Answer")
    await life.anna_says("128")
    assert "In progress" in life.card.text
    await life.anna_says("The search finds nothing")
    assert "The search finds nothing" not in life.said(), "that is the new request"


async def test_what_was_held_before_the_question_came_does_not_answer_it(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    async with living(telegram, tmp_path) as life:
        await life.tap(life.ivan, "Take")
        await life.another_request()
        await life.anna_says("Is there any news?")
        pick = life.anna.chat.last
        await life.later()
        await life.ivan_says("? Which browser is it?")
        await life.tap(life.anna, "#1 · Payment fails with error 500.", on=pick)
        assert "Is there any news?" in life.said()
        assert "Waiting for the customer" in life.card.text


async def test_two_slashes_before_a_question_that_has_not_gone_withdraw_it(talk: Talk) -> None:
    talk.hold(talk.anna.chat)
    asked = await talk.ivan_says("? Which browser is it?")
    assert "Waiting for the customer" in talk.card.text
    await talk.ivan.edit(asked, text="// Which browser is it?")
    await talk.later()
    assert "In progress · Ivan" in talk.card.text
    assert not [one for one in talk.anna.chat.messages if "browser" in one.text or "settled" in one.text]


async def test_a_lost_question_is_found_among_the_requests(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.ivan_says("? " + CHOICE)
    question = life.anna.chat.last
    await life.anna_says("/my")
    await life.tap(life.anna, "#1 · Payment fails with error 500.")
    again = life.anna.chat.last
    assert again.text.splitlines()[0] == "#1: we are waiting for your answer."
    assert "How shall we go on?" in again.text
    await life.tap(life.anna, "Restart it at night", on=again)
    assert question.labels == again.labels == ["✓ Restart it at night"]


async def test_when_who_works_on_it_is_gone_the_leads_are_called(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.ivan_says("? Which browser is it?")
    await life.ivan.leave(life.telegram.staff)
    await life.settle()
    await life.anna_says("Firefox")
    assert life.said()[-1] == "Ivan, the customer has answered.\nPlease have a look: Lena"
    assert mentioned(life.topic.last) == [life.ivan.id, life.lena.id]


async def test_a_question_that_is_over_before_its_delivery_is_known_loses_its_buttons_all_the_same(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: list[tuple[int, int, int]] = []

    def late(ledger: Ledger, *what: int) -> None:
        """Of the first question one hears with the second one."""
        known.append((what[0], what[1], what[2]))
        for one in known if len(known) > 1 else ():
            question_shown(ledger, *one)

    monkeypatch.setattr(record, "question_shown", late)
    await life.tap(life.ivan, "Take")
    await life.ivan_says("? Which browser is it?")
    question = life.anna.chat.last
    await life.tap(life.ivan, "Withdraw question")
    assert life.told(life.anna)[-1] == EN.withdrawn
    assert question.labels == ["Answer"], "nobody knew that it was there"
    await life.ivan_says("? Which version is it?")
    assert (question.labels, life.anna.chat.last.labels) == ([], ["Answer"])
