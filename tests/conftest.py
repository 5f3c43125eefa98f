"""What all tests share: patience on a busy machine, and no collecting of what stays for good."""

from __future__ import annotations

import gc

import pytest
import structlog
from hypothesis import HealthCheck, settings
from structlog.dev import ConsoleRenderer, plain_traceback

# How long an example takes says what else the machine does.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

# A traceback in colours, with all local variables, takes seconds.
structlog.configure([*structlog.get_config()["processors"][:-1], ConsoleRenderer(exception_formatter=plain_traceback)])

gc.disable()  # imports and collection make a million objects, and nearly all of them stay


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """From here on: what is there now is looked through no more, which took a fifth of the suite's time."""
    gc.freeze()
    gc.enable()
