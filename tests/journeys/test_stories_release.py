"""A whole story, in both languages: what a customer asks for is promised, and comes with a release."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.telling import BOTH, read, telling

TOLD = {
    "en": """\
Anna: /start
Desk: Hello, Anna! This is Acme support.
Tell us what happened. Please hide passwords and card numbers. [New request]
Anna: Please add an Excel export.
Desk: ✅ Sent as #1.
Desk: #1 received. To add something, just write here. [Close request]
Desk: Ivan is working on #1 and will answer here.
Desk: #1: the solution comes with release 1.4.1, Tue 10 Mar 2026. You will hear from us here when it is out.
Desk: #1: the solution comes with release 1.4.2, Tue 24 Mar 2026, not with 1.4.1 as we had told you. You will \
hear from us here when it is out.
Desk: #1: release 1.4.2 with your solution is out. Is it solved for you? Without your reply it closes Fri 27 Mar \
2026, 15:01.
Desk: #1 closed. Your mark: 5 ⭐. Thank you! You can reopen it until Tue 31 Mar 2026, 16:00. [Reopen]""",
    "ru": """\
Анна: /start
Desk: Здравствуйте, Анна! Это поддержка Acme.
Расскажите, что случилось. Пароли и номера карт скройте. [Новое обращение]
Анна: Добавьте, пожалуйста, выгрузку в Excel.
Desk: ✅ Отправлено: #1.
Desk: Обращение #1 получено. Дополнить можно прямо здесь. [Закрыть обращение]
Desk: Обращением #1 занимается Иван. Ответ придёт сюда.
Desk: Обращение #1: решение выйдет в версии 1.4.1, 10 марта 2026, вт. Когда она выйдет, напишем сюда.
Desk: Обращение #1: решение выйдет в версии 1.4.2, 24 марта 2026, вт, а не в 1.4.1, как мы обещали. Когда она \
выйдет, напишем сюда.
Desk: Обращение #1: вышла версия 1.4.2 с решением. У вас всё решено? Без вашего ответа закроется 27 марта 2026, \
пт, 15:01.
Desk: Обращение #1 закрыто. Ваша оценка: 5 ⭐. Спасибо! Открыть снова можно до 31 марта 2026, вт, 16:00. [Открыть \
снова]""",
}
TOPIC = {
    "en": """\
Desk: ✅ #1 · Change
Closed, confirmed by the customer · Improvement · 5 ⭐ · Ivan
Solved in 1.4.2

From: Anna
Received: Mon 2 Mar 2026, 11:00

Please add an Excel export. [Reopen] [More…]""",
    "ru": """\
Desk: ✅ #1 · Доработка
Закрыто, клиент подтвердил · Улучшение · 5 ⭐ · Иван
Решено в 1.4.2

От: Анна
Получено: 2 марта 2026, пн, 11:00

Добавьте, пожалуйста, выгрузку в Excel. [Открыть снова] [Ещё…]""",
}
GENERAL = {
    "en": """\
Lena: /release 1.4.1 PROD 2026-03-10
Desk: 1.4.1 on PROD: Tue 10 Mar 2026.
Lena: /release 1.4.2 PROD 2026-03-24
Desk: 1.4.2 on PROD: Tue 24 Mar 2026.
Lena: /publish 1.4.2 PROD
Desk: 1.4.2 is out on PROD, published by Lena. Tickets completed: 1""",
    "ru": """\
Лена: /release 1.4.1 PROD 10 марта
Desk: 1.4.1 на PROD: 10 марта 2026, вт.
Лена: /release 1.4.2 PROD 24 марта
Desk: 1.4.2 на PROD: 24 марта 2026, вт.
Лена: /publish 1.4.2 PROD
Desk: 1.4.2 вышел на PROD. Кто опубликовал: Лена. Выполнено обращений: 1""",
}
HISTORY = {
    "en": """\
Anna: sent the request
Ivan: took it
Ivan: promised release 1.4.1 for Tue 10 Mar 2026
Ivan: promised release 1.4.2 for Tue 24 Mar 2026
Lena: completed it: release 1.4.2 is out
Anna: confirmed that it is solved
Anna: gave 5 ⭐""",
    "ru": """\
Анна: новое обращение
Иван: взято в работу
Иван: обещан релиз 1.4.1, 10 марта 2026, вт
Иван: обещан релиз 1.4.2, 24 марта 2026, вт
Лена: выполнено: вышел релиз 1.4.2
Анна: подтверждено, что всё решено
Анна: оценка 5 ⭐""",
}
STORY = {
    "en": """\
What happened to #1 · Please add an Excel export.

You sent the request.
Ivan started to work on it.
The solution was announced for release 1.4.1, Tue 10 Mar 2026.
The solution was announced for release 1.4.2, Tue 24 Mar 2026.
Release 1.4.2 brought the solution.
You confirmed that it is solved.
Your mark: 5 ⭐""",
    "ru": """\
Что произошло с обращением #1 · Добавьте, пожалуйста, выгрузку в Excel.

Вы отправили обращение.
Обращением занимается Иван.
Решение обещано в версии 1.4.1, 10 марта 2026, вт.
Решение обещано в версии 1.4.2, 24 марта 2026, вт.
Вышла версия 1.4.2 с решением.
Вы подтвердили, что всё решено.
Ваша оценка: 5 ⭐""",
}


@pytest.mark.parametrize("language", BOTH)
async def test_what_was_asked_for_is_promised_moved_to_another_release_and_comes_with_that(
    telegram: LocalTelegram, tmp_path: Path, language: str
) -> None:
    async with telling(telegram, tmp_path, language, requests=()) as tale:
        anna, ivan, lena = tale.anna, tale.ivan, tale.lena
        await anna.start()
        await telegram.settle()
        await tale.taps(anna, "New request", "Change")
        await tale.says(anna, "Please add an Excel export.", "Добавьте, пожалуйста, выгрузку в Excel.")
        await tale.taps(anna, "Next")
        await tale.comes("2026-03-02 11:00")
        await tale.taps(anna, "Send")
        await tale.says(lena, "/release 1.4.1 PROD 2026-03-10", "/release 1.4.1 PROD 10 марта", tale.general)
        await tale.says(lena, "/release 1.4.2 PROD 2026-03-24", "/release 1.4.2 PROD 24 марта", tale.general)
        await tale.taps(ivan, "Take", "Promise a release")
        await tale.taps(ivan, tale.word("1.4.1 · Tue 10 Mar 2026", "1.4.1 · 10 марта 2026, вт"))
        await tale.comes("2026-03-06 12:00")
        await tale.taps(ivan, "Change the promise")
        await tale.taps(ivan, tale.word("1.4.2 · Tue 24 Mar 2026", "1.4.2 · 24 марта 2026, вт"))
        await tale.comes("2026-03-24 15:00")
        await tale.says(lena, "/publish 1.4.2 PROD", "/publish 1.4.2 PROD", tale.general)
        await tale.taps(lena, "Publish, tickets: 1", where=tale.general)
        await tale.comes("2026-03-24 16:00")
        await tale.taps(anna, "Solved", "5 ⭐")
        assert anna.chat.transcript() == TOLD[language]
        assert read(tale.topic()) == TOPIC[language]
        assert read(tale.general) == GENERAL[language]
        assert await tale.history() == HISTORY[language]
        assert await tale.what_happened() == STORY[language]
