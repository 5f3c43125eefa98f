from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path

import aiohttp
import pytest

from tests.cli.processes import LIMIT, deskgram


async def test_the_demo_tells_its_address_and_leaves_nobody_behind_when_stopped(tmp_path: Path) -> None:
    async with deskgram(tmp_path, "demo") as process:
        assert process.stdout is not None
        line = (await asyncio.wait_for(process.stdout.readline(), LIMIT)).decode()
        address = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert address is not None, line
        async with aiohttp.ClientSession() as session, session.get(address[0]) as page:
            assert page.status == 200
        process.terminate()
        await asyncio.wait_for(process.communicate(), LIMIT)
        assert process.returncode == 0
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)
    assert os.listdir(tmp_path) == []
