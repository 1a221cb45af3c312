"""What holds for every test."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from store import spans

# A run that has failed once must fail again, and a slow machine must not decide whether a test passes.
settings.register_profile(
    "ringback",
    deadline=None,
    max_examples=40,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("ringback")


@pytest.fixture(autouse=True)
def usual_clock() -> Iterator[None]:
    """Whatever clock face a test has times shown with, the next one begins with the usual one."""
    yield
    spans.use_clock("24h")


pytest_plugins = ["tests.command_line"]

# The workers and some hundred child processes read the same modules. Where bytecode is not to be kept beside
# them it is kept in pytest's own folder, so that each module is compiled once and not in every process.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).parents[1] / ".pytest_cache" / "bytecode")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """Keep the garbage collector from going through four thousand collected tests again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: many tests wait for a timer or another process."""
    return (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1) + 1
