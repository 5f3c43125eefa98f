"""Makes the pictures of the README: `python -m tests.page.screenshots`. Needs Debian's chromium and an emoji font."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import async_playwright

from bot.app import serve
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import TopicView
from tests.journeys.stage import settings
from tests.page.pictures import png

IMAGES = Path(__file__).parents[2] / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
PAUSE = 1.3
TILL = png(640, 140, (52, 120, 246))


class Beside:
    """The desk of this process, as the page's lamp sees it."""

    restarts = 0

    def __init__(self, serving: asyncio.Task[None]) -> None:
        self._serving = serving

    @property
    def running(self) -> bool:
        return not self._serving.done()

    async def restart(self) -> None:
        raise ValueError("this desk stays as it is")


async def main() -> None:
    async with LocalTelegram(standing=False) as telegram:
        anna = telegram.customer("Anna", language="en", username="anna")
        boris = telegram.customer("Борис", language="ru")
        ivan, _ = telegram.member("Ivan"), telegram.admin("Olga")
        with tempfile.TemporaryDirectory() as folder:
            desk = asyncio.create_task(serve(settings(telegram, Path(folder) / "desk.sqlite3"), telegram.clock))
            telegram.control.desk = Beside(desk)
            await asyncio.sleep(2)
            await tell(telegram, anna, boris, ivan)
            await picture(telegram)
            desk.cancel()
            await asyncio.gather(desk, return_exceptions=True)


async def tell(telegram: LocalTelegram, anna: Person, boris: Person, ivan: Person) -> None:
    """Two requests; Ivan works on the first."""
    await lived(boris, "Не открывается отчёт за ноябрь", "Вопрос", "Дальше", "PROD, рабочий", "Отправить")
    await lived(
        anna, "Payment fails with error 500.\nCards of one bank only, since this morning.",
        "Work has stopped", "Next", "PROD, live", "Still happening", "No log", "Send",
    )  # fmt: skip
    topic = next(topic for topic in telegram.staff.topics.values() if "Payment" in topic.name)
    await talk(anna, ivan, topic)


async def lived(person: Person, first: str, *taps: str) -> None:
    await person.start()
    await asyncio.sleep(PAUSE)
    await person.say(first)
    for label in taps:
        await asyncio.sleep(PAUSE)
        await person.tap(label)
    await asyncio.sleep(3)


async def talk(anna: Person, ivan: Person, topic: TopicView) -> None:
    for deed in (
        lambda: ivan.tap("Take", topic=topic),
        lambda: ivan.say("Thank you, Anna. Is it one card or all cards of that bank?", topic=topic),
        lambda: anna.send(
            "photo", caption="All of them. This is what the till shows.", data=png(640, 140, (52, 120, 246))
        ),
        lambda: ivan.say("// gateway log shows a refused certificate", topic=topic),
        lambda: ivan.say("Found it: their certificate has expired. We are switching the route now.", topic=topic),
    ):
        await deed()
        await asyncio.sleep(2 * PAUSE)
    await asyncio.sleep(32)


async def picture(telegram: LocalTelegram) -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = await browser.new_page(viewport={"width": 1280, "height": 800})
        await page.goto(telegram.url)
        topic = next(topic for topic in telegram.staff.topics.values() if "Payment" in topic.name)
        await page.get_by_test_id(f"topic-{topic.id}").click()
        await asyncio.sleep(2)
        await page.screenshot(path=IMAGES / "desk.png")
        phone = await browser.new_page(viewport={"width": 390, "height": 780}, color_scheme="dark")
        await phone.goto(telegram.url)
        await asyncio.sleep(2)
        await phone.screenshot(path=IMAGES / "phone.png")
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
