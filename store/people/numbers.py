"""Telephone numbers: what people have written, in the forms that machines and people read.

The world's numbering plans come from phonenumbers, which is slow to load and therefore imported on use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.people.header_text import one_line

if TYPE_CHECKING:
    import phonenumbers

LONGEST_NUMBER = 80
"""Characters that are looked at; no number with its extension is that long."""
_TYPED = re.compile(r"\+?[\d(][\d ()./\-]*\d")
_AT_THE_END = re.compile(rf"(?:^|\s)({_TYPED.pattern})\s*$")
_LEAST_DIGITS, _MOST_DIGITS = 3, 20
_CERTAINLY_A_NUMBER = 5
"""Digits from which a number without a + is one: `Louis 14` is a name."""


class BadNumber(ValueError):
    """The text cannot be dialled, or not for this purpose; one sentence that says why and what to do."""


@dataclass(frozen=True)
class Number:
    """One telephone number."""

    e164: str
    """`+4915112345678`, without the extension."""
    international: str
    """As people write it: `+49 30 1234567 ext. 12`."""
    tel: str
    """The `tel:` link of RFC 3966, with the extension."""
    valid: bool
    """Whether the country's plan has such a number; one that only has the right length can be dialled."""
    kind: str
    """What it is, where that rules out a text message: "a landline"; blank where it may well be a mobile."""

    @property
    def digits(self) -> str:
        """For `wa.me`: digits only, extension dropped. Raises BadNumber where WhatsApp cannot have it."""
        if reason := self.no_whatsapp:
            raise BadNumber(reason)
        return self.e164.removeprefix("+")

    @property
    def no_sms(self) -> str | None:
        """Why no text message can be sent to it, as a sentence; None if one can."""
        return (
            f"{self.international} is {self.kind}, which takes no text messages: call it."
            if self.kind
            else None
        )

    @property
    def no_whatsapp(self) -> str | None:
        """Why WhatsApp cannot have it, as a sentence; None if it can."""
        if not self.valid:
            # A wrong link would open a chat with a stranger.
            return f"{self.international} is no number its country has given out: check it on the card."
        return (
            f"{self.international} is {self.kind}, and WhatsApp needs a mobile number." if self.kind else None
        )


def typed_number(text: str) -> str:
    """A telephone number as it may be stored: as it was typed, spaces made single. Raises BadNumber."""
    written = " ".join(text.split())
    if not _TYPED.fullmatch(written) or not _LEAST_DIGITS <= _digits(written) <= _MOST_DIGITS:
        raise BadNumber(f"{written[:80]!r} is not a telephone number; one looks like +49 30 1234567.")
    return written


def number_at_end(text: str) -> tuple[str, str | None]:
    """A text without the telephone number at its end, and that number, if there is one. Raises BadNumber."""
    found = _AT_THE_END.search(text)
    if found is None or not (found[1].startswith("+") or _digits(found[1]) >= _CERTAINLY_A_NUMBER):
        return text, None
    return text[: found.start()].strip(), typed_number(found[1])


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def number(text: str, country: str | None = None) -> Number:
    """The number in `text`; `country` (two letters, ISO 3166) is where one without a + is at home.

    Raises BadNumber where it is none, or where its country is not known.
    """
    import phonenumbers as plans

    shown = one_line(text)
    if not shown:
        raise BadNumber("There is no telephone number: add it on the card.")
    if shown != text.strip() or len(shown) > LONGEST_NUMBER:
        raise BadNumber(f"“{shown[:LONGEST_NUMBER]}” is no telephone number: correct it on the card.")
    home = country.upper() if country else None
    if not shown.startswith(("+", "tel:", "\uff0b")) and home not in plans.SUPPORTED_REGIONS:
        raise BadNumber(
            f"“{shown}” does not say its country: write it with + and the country code, "
            "or set `country` in the settings."
        )
    try:
        found = plans.parse(shown, home)
    except plans.NumberParseException:
        raise BadNumber(f"“{shown}” is no telephone number: correct it on the card.") from None
    _refuse_wrong_length(shown, found)
    forms = plans.PhoneNumberFormat
    return Number(
        e164=plans.format_number(found, forms.E164),
        international=plans.format_number(found, forms.INTERNATIONAL),
        tel=plans.format_number(found, forms.RFC3966),
        valid=plans.is_valid_number(found),
        kind=_kind(found),
    )


def _refuse_wrong_length(shown: str, found: phonenumbers.PhoneNumber) -> None:
    import phonenumbers as plans

    reasons = plans.ValidationResult
    wrong = {
        reasons.TOO_SHORT: "is too short",
        reasons.TOO_LONG: "is too long",
        reasons.INVALID_LENGTH: "has a wrong number of digits",
        reasons.IS_POSSIBLE_LOCAL_ONLY: "lacks its area code",
        reasons.INVALID_COUNTRY_CODE: "has no country code that exists",
    }.get(plans.is_possible_number_with_reason(found))
    if wrong:
        raise BadNumber(f"“{shown}” {wrong}: correct it on the card.")


def _kind(found: phonenumbers.PhoneNumber) -> str:
    import phonenumbers as plans

    kinds = plans.PhoneNumberType
    return {
        kinds.FIXED_LINE: "a landline",
        kinds.TOLL_FREE: "a freephone number",
        kinds.PREMIUM_RATE: "a premium-rate number",
        kinds.SHARED_COST: "a service number",
        kinds.UAN: "a company's service number",
        kinds.VOICEMAIL: "a voicemail access number",
    }.get(plans.number_type(found), "")
