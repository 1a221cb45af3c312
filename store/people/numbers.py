"""Telephone numbers: what people have written, in the forms that machines and people read.

The world's numbering plans come from phonenumbers, which is slow to load and therefore imported on use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from store.patterns import pattern
from store.people.header_text import one_line
from store.people.written_numbers import BadNumber, WrittenNumber, written_number

if TYPE_CHECKING:
    import phonenumbers

LONGEST_NUMBER = 80
"""Characters that are looked at; no number with its extension is that long."""
_SHORTEST, _OFTEN_CUT = 7, 9
"""Digits of a number with its country code: no country has shorter ones; and how many most have at least."""
_SIMPLE = pattern(r"\+\d+(?:[ -]\d+)*")


class Number(Struct, frozen=True):
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


def read_number(text: str, country: str | None = None) -> str:
    """The one number that `text` is, as it is stored; `country` as for `settled`. Raises BadNumber."""
    return settled(written_number(text), country)


def settled(written: WrittenNumber, country: str | None = None) -> str:
    """A number as it is stored: in international form where it is sure, with `;ext=12` where there is one.

    It is sure with a country code, or where `country` (two letters, ISO 3166; where the user telephones) has
    given out such a number and it is written as it is dialled there. Else it stays as it was written. Raises
    BadNumber where it has a country code, and no such number can be dialled.
    """
    text = written.text
    abroad = f"+{text[2:].lstrip()}" if text.startswith("00") else text
    form = text
    if abroad.startswith("+"):
        try:
            form = _abroad(abroad)
        except BadNumber:
            # `00` is not dialled everywhere, and may be but the beginning.
            if text.startswith("+"):
                raise
    elif country:
        form = _at_home(text, country.upper())
    return written._replace(text=form).whole


def _abroad(text: str) -> str:
    """A number with its country code, in the groups it was written in where nothing is odd about them."""
    import phonenumbers as plans

    try:
        found = plans.parse(text)
    except plans.NumberParseException:
        raise BadNumber(f"“{text}” is no telephone number: there is no such country code.") from None
    _refuse_wrong_length(text, found, "write it in full")
    digits = sum(map(str.isdigit, text))
    if digits < _SHORTEST or (digits < _OFTEN_CUT and not plans.is_valid_number(found)):
        raise BadNumber(f"“{text}” is too short: write it in full.")
    same = "".join(filter(str.isdigit, text)) == plans.format_number(found, plans.PhoneNumberFormat.E164)[1:]
    return text if same and _SIMPLE.fullmatch(text) else _international(found)


def _at_home(text: str, country: str) -> str:
    import phonenumbers as plans

    try:
        found = plans.parse(text, country)
    except plans.NumberParseException:
        return text
    prefix = plans.ndd_prefix_for_region(country, True)
    # What is written without it may as well be a number of another country.
    dialled = prefix in (None, "1") or "".join(filter(str.isdigit, text)).startswith(prefix)
    return _international(found) if dialled and plans.is_valid_number_for_region(found, country) else text


def _international(found: phonenumbers.PhoneNumber) -> str:
    import phonenumbers as plans

    return plans.format_number(found, plans.PhoneNumberFormat.INTERNATIONAL)


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
    _refuse_wrong_length(shown, found, "correct it on the card")
    forms = plans.PhoneNumberFormat
    return Number(
        e164=plans.format_number(found, forms.E164),
        international=plans.format_number(found, forms.INTERNATIONAL),
        tel=plans.format_number(found, forms.RFC3966),
        valid=plans.is_valid_number(found),
        kind=_kind(found),
    )


def _refuse_wrong_length(shown: str, found: phonenumbers.PhoneNumber, advice: str) -> None:
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
        raise BadNumber(f"“{shown}” {wrong}: {advice}.")


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
