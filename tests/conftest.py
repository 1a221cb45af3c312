"""What holds for every test."""

import os

from hypothesis import HealthCheck, settings

# A run that has failed once must fail again, and a slow machine must not decide whether a test passes.
settings.register_profile(
    "ringback",
    deadline=None,
    max_examples=40,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("ringback")

pytest_plugins = ["tests.command_line"]
