"""What all tests share: patience on a busy machine, and no collecting of what stays for good."""

from __future__ import annotations

import gc

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says what else the machine does.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

gc.disable()  # imports and collection make a million objects, and nearly all of them stay


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """From here on: what is there now is looked through no more, which took a fifth of the suite's time."""
    gc.freeze()
    gc.enable()
