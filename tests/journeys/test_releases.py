"""An improvement is promised with a release, moved to another one, and published; or the release is withdrawn."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from bot.domain.ticket import Kind
from bot.sandbox.telegram import LocalTelegram
from tests.journeys.life import Life, Request, data_of, living
from tests.journeys.releases import asks, sure

FIRST, SECOND = "Tue 1 Dec 2026", "Tue 8 Dec 2026"


async def plan(life: Life, *words: str) -> None:
    for each in words:
        await asks(life, life.lena, f"/release {each}")


async def promise(life: Life, version: str = "1.4.1", on: str = FIRST, number: int = 1) -> None:
    """By Ivan, who takes it first if nobody has."""
    if "Take" in life.card_of(number).labels:
        await life.tap(life.ivan, "Take", number=number)
    button = "Promise a release" if "Promise a release" in life.card_of(number).labels else "Change the promise"
    await life.tap(life.ivan, button, f"{version} · {on}", number=number)


async def test_what_is_promised_for_one_release_moves_to_another_and_is_solved_when_that_is_out(life: Life) -> None:
    await plan(life, "1.4.1 PROD 2026-12-01", "1.4.2 PROD 8 december", "1.4.3 TEST 2026-12-01")
    await life.tap(life.ivan, "Take", "Promise a release")
    assert life.card.labels == [f"1.4.1 · {FIRST}", f"1.4.2 · {SECOND}", "No, it counts as: Improvement", "‹ Back"]
    await life.tap(life.ivan, f"1.4.1 · {FIRST}")
    assert life.told(life.anna)[-1].startswith(f"#1: the solution comes with release 1.4.1, {FIRST}.")
    assert f"Promised: 1.4.1, {FIRST}" in life.card.text
    assert life.card.labels == ["Complete", "Change the promise", "Give to…", "Correct", "More…"]
    await life.anna_says("/my")
    assert f"comes with release 1.4.1, {FIRST}" in life.told(life.anna)[-1]

    await promise(life, "1.4.2", SECOND)
    assert life.told(life.anna)[-1].startswith(
        f"#1: the solution comes with release 1.4.2, {SECOND}, not with 1.4.1 as we had told you."
    )
    said = await asks(life, life.lena, "/release 1.4.2 prod 10.12")
    assert said.text == "1.4.2 on PROD: Thu 10 Dec 2026. 1 customer who waits for it is told."
    assert "has another date: Thu 10 Dec 2026" in life.told(life.anna)[-1]
    assert "Promised: 1.4.2, Thu 10 Dec 2026" in life.card.text
    listed = await asks(life, life.olga, "/releases")
    assert listed.text.splitlines()[2:] == [
        "📆 1.4.3 TEST – Tue 1 Dec 2026",
        "📆 1.4.2 PROD – Thu 10 Dec 2026, tickets waiting: 1",
        "📆 1.4.1 PROD – Tue 1 Dec 2026",
    ]
    before = life.told(life.anna)
    assert await sure(life, life.lena, "/publish 1.4.1 PROD", "Publish")
    assert life.told(life.anna) == before, "it waits for another one"

    assert (await sure(life, life.lena, "/publish 1.4.2 PROD", "Publish, tickets: 1")) == (
        "1.4.2 is out on PROD, published by Lena. Tickets completed: 1"
    )
    assert life.told(life.anna)[-1].startswith(
        "#1: release 1.4.2 with your solution is out. Is it solved for you? "
        "Without your reply it closes Thu 5 Mar 2026, 10:"
    )
    assert life.anna.chat.last.labels == ["Solved", "Not solved"]
    assert "Completed, waiting for the customer's word · Software fault · Ivan" in life.card.text
    assert "Solved in 1.4.2" in life.card.text
    history = (await asks(life, life.olga, "/history 1")).text
    assert "Lena: completed it: release 1.4.2 is out" in history
    await life.tap(life.anna, "Solved")
    assert "Closed, confirmed by the customer" in life.card.text


async def test_a_promise_is_taken_back_and_work_goes_on(life: Life) -> None:
    await plan(life, "1.4.1 PROD 2026-12-01")
    await promise(life)
    old = data_of(life.card, "Complete")
    assert await life.tap(life.olga, "Change the promise") == "#1: only its executor or a lead can do that."
    await life.tap(life.ivan, "Change the promise")
    assert life.card.labels == ["Withdraw the promise", "‹ Back"], "it is promised already, and there is no other one"
    withdraw = data_of(life.card, "Withdraw the promise")
    assert await life.press(life.olga, withdraw) == "#1: only its executor or a lead can do that."
    await life.tap(life.ivan, "Withdraw the promise")
    assert "In progress · Ivan" in life.card.text
    assert "1.4.1" not in life.card.text
    assert life.told(life.anna)[-1].startswith("#1 is being worked on again. What we had said about release 1.4.1")
    for outdated in (withdraw, old):
        assert await life.press(life.ivan, outdated) == "This is no longer current."
    assert await sure(life, life.lena, "/publish 1.4.1 PROD", "Publish")
    assert "In progress · Ivan" in life.card.text


async def test_a_withdrawn_release_takes_open_tickets_back_to_work_and_offers_closed_ones_to_be_reopened(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    boris, carla = telegram.customer("Борис", language="ru"), telegram.customer("Карла", language="ru")
    more = [Request(boris, "Отчёты не строятся вовсе."), Request(carla, "Выгрузка пуста с утра.")]
    async with living(telegram, tmp_path, more, staff_language="ru") as life:
        await asks(life, life.lena, "/release 1.4.1 PROD 1 декабря")
        for number in (1, 2, 3):
            await life.tap(life.ivan, "Взять", number=number)
            await life.tap(life.ivan, "Обещать релиз", "1.4.1 · 1 декабря 2026, вт", number=number)
        assert life.told(boris)[-1].startswith("Обращение #2: решение выйдет в версии 1.4.1, 1 декабря 2026, вт.")
        await life.tap(carla, "Закрыть обращение")
        await life.tap(carla, "Да, закрыть")
        asked = await asks(life, life.lena, "/publish 1.4.1 PROD")
        assert asked.text.startswith("Опубликовать 1.4.1 на PROD? Будут выполнены 2 обращения")
        await life.lena.tap("Опубликовать, обращений: 2", on=asked)
        await life.settle()
        assert life.told(boris)[-1].startswith(
            "Обращение #2: вышла версия 1.4.1 с решением. У вас всё решено? Без вашего ответа закроется "
        )
        assert "Карла" not in "".join(life.told(carla)[-1:])
        silent = life.told(carla)
        await life.tap(boris, "Решено")
        await life.tap(boris, "5 ⭐")
        question = await asks(life, life.lena, "/withdraw 1.4.1 PROD")
        await life.lena.tap("Отозвать, обращений: 2", on=question)
        await life.settle()
        general = telegram.staff.general.last
        assert general.text.startswith("1.4.1 отозван с PROD. Кто отозвал: Lena. Вернулось в работу: 1.")
        assert life.told(life.anna)[-1] == (
            "#1 is being worked on again: release 1.4.1 had to be withdrawn. We are sorry, and will write to you here."
        )
        assert life.said(1)[-1] == "Ivan, обращение #1 снова ваше: релиз 1.4.1 отозван."
        assert "В работе · Ivan" in life.card.text
        assert life.told(boris)[-1].startswith("Обращение #2: версию 1.4.1 с решением пришлось отозвать.")
        assert boris.chat.last.labels == ["Открыть снова"]
        assert data_of(boris.chat.last, "Открыть снова").startswith("t:2:")
        assert "Закрыто" in life.card_of(2).text
        assert life.told(carla) == silent, "her ticket was closed before the release was out"
        assert "Lena: клиент узнал, что релиз 1.4.1 отозван" in (await asks(life, life.olga, "/history 2")).text
        assert (await asks(life, life.lena, "/withdraw 1.4.1 PROD")).text.endswith("отзывать нечего.")
        assert "отозван" in (await asks(life, life.olga, "/releases")).text


async def test_a_ticket_without_a_stand_waits_for_the_first_stand_of_the_desk_and_counts_as_an_improvement(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    boris = telegram.customer("Boris")
    async with living(telegram, tmp_path, [Request(boris, "A darker theme, please.", Kind.CHANGE)]) as life:
        with_no_stand(tmp_path, 2)
        await life.tap(life.ivan, "Take", number=2)
        await life.tap(life.ivan, "Promise a release", number=2)
        assert "No release is planned for PROD. A lead plans one: /release 1.4.1 PROD" in life.card_of(2).text
        await life.tap(life.ivan, "‹ Back", number=2)
        await plan(life, "1.4.1 TEST 2026-12-08", "1.4.1 PROD 2026-12-01")
        await life.tap(life.ivan, "Promise a release", number=2)
        assert life.card_of(2).labels == [f"1.4.1 · {FIRST}", "No, it counts as: Software fault", "‹ Back"]
        await life.tap(life.ivan, "No, it counts as: Software fault", "No, it counts as: Improvement", number=2)
        await life.tap(life.ivan, f"1.4.1 · {FIRST}", number=2)
        await sure(life, life.lena, "/publish 1.4.1 TEST", "Publish")
        assert "Waiting for a release" in life.card_of(2).text
        await sure(life, life.lena, "/publish 1.4.1 PROD", "Publish, tickets: 1")
        assert "· Improvement · Ivan" in life.card_of(2).text
        assert not [text for text in life.told(boris) if "mprovement" in text]


async def test_an_improvement_is_completed_with_the_release_that_the_customer_is_told(life: Life) -> None:
    await plan(life, "1.4.1 PROD 2026-12-01", "1.4.2 PROD 2026-12-08", "1.4.2 TEST 2026-12-02")
    await life.tap(life.ivan, "Take", "Complete", "Improvement")
    assert life.card.labels == [f"1.4.2 · {SECOND}", f"1.4.1 · {FIRST}", "Not planned, because…", "‹ Back"]
    await life.tap(life.ivan, f"1.4.2 · {SECOND}")
    assert "Ivan, what do we tell the customer?" in life.card.text
    assert "release 1.4.2" in life.card.text
    await life.ivan_says("There will be a button for it.")
    *_, answer, asked = life.told(life.anna)
    assert answer == "There will be a button for it."
    done = f"#1 is done on our side. It belongs to release 1.4.2, {SECOND}. Is it solved for you? Without your reply"
    assert asked.startswith(done)
    before = life.told(life.anna)
    await plan(life, "1.4.2 PROD 2026-12-09")
    assert await sure(life, life.lena, "/publish 1.4.2 PROD", "Publish")
    assert await sure(life, life.lena, "/withdraw 1.4.2 PROD", "Withdraw")
    assert life.told(life.anna) == before, "it waits for nothing: a release was told, not promised"


async def test_what_was_promised_and_completed_otherwise_is_not_touched_by_the_release(life: Life) -> None:
    await plan(life, "1.4.1 PROD 2026-12-01")
    await promise(life)
    await life.tap(life.ivan, "Complete", "Software fault")
    await life.ivan_says("It was the configuration after all.")
    before = life.told(life.anna)
    assert await sure(life, life.lena, "/publish 1.4.1 PROD", "Publish")
    assert await sure(life, life.lena, "/withdraw 1.4.1 PROD", "Withdraw")
    assert life.told(life.anna) == before
    assert "Completed" in life.card.text


async def test_of_a_promise_and_a_completion_at_the_same_moment_one_wins(life: Life) -> None:
    await plan(life, "1.4.1 PROD 2026-12-01")
    await life.tap(life.ivan, "Take", "Promise a release")
    promised = data_of(life.card, f"1.4.1 · {FIRST}")
    await life.tap(life.ivan, "‹ Back")
    last = await life.ivan_says("Try again, please.")
    await life.tap(life.lena, "Complete", "Other")
    done = data_of(life.card, "Use the last reply")
    answers = [await life.lena.press(life.card, data=done), await life.ivan.press(life.card, data=promised)]
    await life.settle()
    assert [answer.text for answer in answers] == [None, "This is no longer current."]
    assert "Completed" in life.card.text
    assert not [text for text in life.told(life.anna) if "1.4.1" in text]
    assert last.text in life.told(life.anna)


async def test_who_presses_publish_second_publishes_nothing(life: Life) -> None:
    await plan(life, "1.4.1 PROD 2026-12-01")
    await promise(life)
    asked = [await asks(life, life.lena, "/publish 1.4.1 PROD") for _ in range(2)]
    answers = [await life.lena.tap("Publish, tickets: 1", on=each) for each in asked]
    await life.settle()
    assert [answer.text for answer in answers] == [None, "This is no longer current."]
    assert len([text for text in life.told(life.anna) if "with your solution is out" in text]) == 1


async def test_no_is_a_word_too(life: Life) -> None:
    await plan(life, "1.4.1 PROD 2026-12-01")
    await promise(life)
    assert await sure(life, life.lena, "/publish 1.4.1 PROD", "No") == "1.4.1 on PROD stays as it is."
    assert "Waiting for a release" in life.card.text


NUMBERS = "A version has three numbers. For example: /release 1.4.1 PROD 2026-12-01 or /publish 1.4.1 PROD"
STANDS = "After the version comes a stand: PROD, TEST. For example: 1.4.1 PROD"
DATE = "I did not understand the date. For example: /release 1.4.1 PROD 2026-12-01, or “1 December”, “Friday”."


async def test_wrong_words_are_answered_with_an_example(life: Life) -> None:
    await plan(life, "1.4.1 PROD 2026-12-01")
    wrong = {
        "/release": NUMBERS,
        "/release 1.4 PROD 2026-12-01": NUMBERS,
        "/publish latest": NUMBERS,
        "/release 1.4.1": STANDS,
        "/release 1.4.1 STAGE 2026-12-01": STANDS,
        "/publish 1.4.1 PROD now": STANDS,
        "/release 1.4.1 PROD": DATE,
        "/release 1.4.1 PROD someday": DATE,
        "/release 1.4.1 PROD 2026-02-31": DATE,
        "/release 1.4.1 PROD 2025-12-01": "That day has passed. When will it come out? "
        "For example: /release 1.4.1 PROD 2026-12-01",
        "/publish 9.9.9 PROD": "9.9.9 is not planned for PROD. "
        "See /releases, or plan it: /release 9.9.9 PROD 2026-12-01",
        "/withdraw 1.4.1 PROD": "1.4.1 is not published on PROD, so there is nothing to withdraw.",
    }
    for words, answer in wrong.items():
        assert (await asks(life, life.lena, words)).text == answer, words
    assert (await asks(life, life.olga, "/releases")).text.count("1.4.1") == 1
    await sure(life, life.lena, "/publish 1.4.1 prod", "Publish")
    for words in ("/publish 1.4.1 PROD", "/release 1.4.1 PROD tomorrow"):
        assert (await asks(life, life.lena, words)).text == "1.4.1 is published on PROD already."


async def test_only_leads_plan_publish_and_withdraw_and_no_forged_button_does(life: Life) -> None:
    await plan(life, "1.4.1 PROD 2026-12-01", "1.4.1 TEST 2026-12-01")
    await promise(life)
    before = life.told(life.anna)
    for words in ("/release 1.4.1 PROD 2026-12-24", "/publish 1.4.1 PROD", "/withdraw 1.4.1 PROD"):
        assert (await asks(life, life.ivan, words)).text == "Only a lead can do that."
    asked = await asks(life, life.lena, "/publish 1.4.1 PROD")
    publish = data_of(asked, "Publish, tickets: 1")
    for data in (publish, data_of(asked, "No")):
        assert await life.press(life.ivan, data, on=asked) == "Only a lead can do that."
    outsider = life.telegram.member("Mallory", chat=life.telegram.forum("Another desk"))
    assert await life.press(outsider, publish, on=asked) == "Only members of the staff group can do that."
    assert await life.press(life.anna, publish, on=life.anna.chat.last) == "This is no longer current."
    for forged in ("v:1:0:publish", "v:1:1:drop", "v:9:1:publish", f"v:{2**63 - 1}:1:publish", "v:1:1:withdraw"):
        assert await life.press(life.lena, forged, on=asked)
    turn = data_of(life.card, "Complete").split(":")[2]
    for do, value in (("for_fault", "2"), ("for_fault", "99"), ("for_improvement", str(2**70)), ("told", "2")):
        assert await life.press(life.ivan, f"c:1:{turn}:{do}:{value}") == "This is no longer current.", (do, value)
    assert await life.press(life.ivan, f"c:1:{turn}:for_fault:1") == "#1: 1.4.1 is promised already."
    assert await life.press(life.olga, f"c:1:{turn}:for_fault:1") == "#1: only its executor or a lead can do that."
    assert await life.press(life.ivan, f"c:1:{turn}:as_fault:{10**20}") is None
    assert life.told(life.anna) == before
    assert f"Promised: 1.4.1, {FIRST}" in life.card.text


async def test_a_long_list_of_releases_has_pages(life: Life) -> None:
    await plan(life, *(f"1.4.{build} PROD 2026-12-{build + 1:02}" for build in range(9)))
    listed = await asks(life, life.olga, "/releases")
    assert "Page 1 of 2" in listed.text
    await life.olga.tap("Next ›", on=listed)
    await life.settle()
    assert "Page 2 of 2" in listed.text
    assert "1.4.0" in listed.text
    await life.tap(life.ivan, "Take", "Promise a release")
    assert life.card.labels[:6] == [label for label in life.card.labels if label.startswith("1.4.")]
    await life.tap(life.ivan, "Next ›")
    assert [label.split()[0] for label in life.card.labels if "·" in label] == ["1.4.6", "1.4.7", "1.4.8"]
    await life.tap(life.ivan, next(label for label in life.card.labels if label.startswith("1.4.7")))
    assert "release 1.4.7" in life.told(life.anna)[-1]


def with_no_stand(folder: Path, number: int) -> None:
    with sqlite3.connect(folder / "desk.sqlite3") as database:
        database.execute("UPDATE tickets SET stand = NULL WHERE number = ?", (number,))
