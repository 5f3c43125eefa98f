from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from bot import logs

SECRET = "my password is swordfish"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, before = list(root.handlers), root.level, structlog.get_config()
    root.handlers.clear()
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in logs.QUIET:
        logging.getLogger(name).setLevel(logging.NOTSET)
    structlog.configure(**before)


def log_to(stream: io.StringIO, level: str = "INFO") -> Any:
    logs.configure(level, stream)
    return structlog.get_logger("desk")


def test_a_machine_gets_one_json_object_a_line() -> None:
    stream = io.StringIO()
    log_to(stream).info("refused", update=17)
    (line,) = stream.getvalue().splitlines()
    assert json.loads(line).items() >= {"event": "refused", "update": 17, "level": "info", "logger": "desk"}.items()


def test_a_terminal_gets_a_readable_line() -> None:
    stream = Terminal()
    log_to(stream).info("refused", update=17)
    assert "refused" in stream.getvalue()
    assert "{" not in stream.getvalue()


def test_below_the_level_nothing_is_said_and_other_libraries_are_quiet() -> None:
    stream = io.StringIO()
    log_to(stream, "INFO").debug("detail")
    logging.getLogger("aiogram.event").info("handled")
    assert stream.getvalue() == ""
    logging.getLogger("aiogram.event").warning("odd")
    assert json.loads(stream.getvalue())["logger"] == "aiogram.event"
    stream = io.StringIO()
    log_to(stream, "ERROR")
    logging.getLogger("aiogram.event").warning("odd")
    assert stream.getvalue() == ""


def test_a_traceback_tells_the_place_and_the_kind_but_never_the_words() -> None:
    stream = io.StringIO()
    log = log_to(stream)
    try:
        try:
            raise ValueError(SECRET)
        except ValueError as error:
            raise ExceptionGroup(SECRET, [KeyError(SECRET)]) from error
    except ExceptionGroup:
        log.exception("failed")
        logging.getLogger("asyncio").exception("failed, too")
    for line in stream.getvalue().splitlines():
        told = json.loads(line)["exception"]
        assert "test_logs.py" in told
        assert [kind for kind in ("ValueError", "ExceptionGroup", "KeyError") if f"builtins.{kind}" not in told] == []
    assert "swordfish" not in stream.getvalue()
