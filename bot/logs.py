"""The desk's log on stderr: JSON lines for machines, readable ones on a terminal. Ids only, never words."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from traceback import format_tb
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

QUIET = ("aiogram", "aiohttp", "alembic", "asyncio", "sqlalchemy")
"""Other people's loggers: from WARNING on."""


def configure(level: str, stream: TextIO = sys.stderr) -> None:
    """For the whole process. `level`: DEBUG, INFO, WARNING or ERROR, for the desk's own lines."""
    shared: list[Processor] = [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        wordless,
    ]
    readable = structlog.dev.ConsoleRenderer(colors=True, exception_formatter=structlog.dev.plain_traceback)
    renderer = readable if stream.isatty() else structlog.processors.JSONRenderer(ensure_ascii=False)
    finish = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=finish))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.getLogger().level, logging.WARNING))
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLogger().level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def wordless(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Puts a traceback in the place of an exception: where and of which kind, never its message.

    Messages hold what failed: the text of a customer in a statement, a token in an address.
    """
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["exception"] = "".join(_trace(error)).rstrip()
    return event


def _trace(error: BaseException) -> Iterator[str]:
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None:
        yield from _trace(earlier)
        yield "which led to\n"
    yield from format_tb(error.__traceback__)
    yield f"{type(error).__module__}.{type(error).__qualname__}\n"
    inner: tuple[Any, ...] = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    for part in inner:
        yield "because of\n"
        yield from _trace(part)
