"""A browser for the page, one for all tests of a worker, and a fresh local Telegram for each."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright, expect

from tests.page.fake import FakeTelegram

Visit = Callable[..., Awaitable[Page]]

SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SWITCHES += ["--disable-component-update", "--disable-sync", "--no-first-run"]
AT_A_DESK: dict[str, Any] = {
    "viewport": {"width": 1280, "height": 800}, "locale": "en", "timezone_id": "UTC", "reduced_motion": "reduce",
}  # fmt: skip
NO_BROWSER = "NO BROWSER: THE PAGE OF THE LOCAL TELEGRAM IS NOT TESTED. On Debian: apt-get install chromium"
PATIENCE = 60_000  # milliseconds, for machines that do much else
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop for browser and tests: the browser outlives a test, and so must its loop."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and inspect.iscoroutinefunction(getattr(item, "obj", None)):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        pytest.skip(NO_BROWSER)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=SWITCHES)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def server() -> AsyncIterator[tuple[FakeTelegram, str]]:
    """One address for all tests, so that the browser keeps the page's files."""
    fake = FakeTelegram()
    async with fake.serving() as address:
        yield fake, address


@pytest.fixture
def fake(server: tuple[FakeTelegram, str]) -> FakeTelegram:
    server[0].reset()
    return server[0]


def complaint(said: ConsoleMessage) -> list[str]:
    """What the browser's console holds against the page; a stream that is refused is told to the reader instead."""
    refused = said.location["url"].endswith("/sandbox/events")
    return [said.text] if said.type in ("error", "warning") and not refused else []


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def complaints() -> list[str]:
    return []


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def opener(browser: Browser, server: tuple[FakeTelegram, str], complaints: list[str]) -> Visit:
    async def new_page(**options: Any) -> Page:
        context = await browser.new_context(base_url=server[1], **(AT_A_DESK | options))
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        page.on("console", lambda said: complaints.extend(complaint(said)))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    return new_page


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def desktop(opener: Visit) -> Page:
    """A page that is used again: opening one takes longer than most tests."""
    return await opener()


@pytest.fixture
def clean(complaints: list[str]) -> Iterator[None]:
    """A word in the browser's console fails the test."""
    complaints.clear()
    yield
    assert complaints == []


@pytest_asyncio.fixture(loop_scope="session")
async def visit(opener: Visit, fake: FakeTelegram, clean: None) -> AsyncIterator[Visit]:
    """Opens the page in a browser of its own; arguments are the browser context's."""
    pages = []

    async def open_page(**options: Any) -> Page:
        page = await opener(**options)
        pages.append(page)
        return await arrive(page)

    yield open_page
    for page in pages:
        await page.context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(desktop: Page, fake: FakeTelegram, clean: None) -> AsyncIterator[Page]:
    """The page as on a desk, as if opened for the first time."""
    yield await arrive(desktop)
    await desktop.evaluate("sessionStorage.clear(), localStorage.clear()")
    await desktop.goto("about:blank")


async def arrive(page: Page) -> Page:
    await page.goto("/")
    await page.get_by_test_id("phone").wait_for(state="attached")
    return page
