"""Waiting in tests: for what is to happen, never for how long it takes."""

PATIENCE = 60.0
"""Seconds after which what is waited for is taken not to come: only how soon a test fails hangs on it."""
