"""The defaults. Other tests go by numbers of their own: a changed default breaks this one alone."""

from msgspec.structs import replace

from store.policy import Policy
from tests.making import POLICY


def test_the_defaults_are_those_of_the_rules() -> None:
    assert Policy() == replace(POLICY, calendar="auto")
