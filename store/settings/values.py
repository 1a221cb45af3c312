"""What each setting may be, and the sentence about one that is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from typing import Annotated, Any, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo

from store.patterns import pattern
from store.people.letters import nearest
from store.policy import Policy, PolicyClash
from store.settings.records import COUNTRIES, NOT_SET, SECTIONS, Settings
from store.settings.toml import Name, toml_value
from store.text import forbidden

LONGEST_TEXT = 1_000
"""Characters a setting may have."""
_LONGEST_SHOWN = 40
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TO = r"\s*(?:/|\.\.|–|\bto\b)\s*"
"""What stands between the first and the last of some days."""
_CLOCK_TIME = pattern(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?", re.ASCII)


def called(name: Name) -> str:
    """How a setting is called in sentences: `policy.thank_due`."""
    return ".".join(part if len(part) <= _LONGEST_SHOWN else f"{part[:_LONGEST_SHOWN]}…" for part in name)


def meant(word: str, known: Iterable[str]) -> str:
    """`; did you mean "nord"?` for a slip, else nothing."""
    near = nearest(word, known, most=1)
    return f"; did you mean {near[0]}?" if near else ""


def value_of(name: Name, value: Any) -> Any:
    """A setting as it is kept. Raises ValueError with a sentence."""
    if name[0] == "keys":
        if isinstance(value, dict):
            raise ValueError(f'{called(name)}: write the whole id in quotes, as in "card.sent" = "s"')
        _text(name, name[1])
        return _text(name, _converted(name, value, str))
    if name not in KNOWN:
        raise ValueError(f"{called(name)}: {_unknown(name)}")
    converted = _converted(name, value, KNOWN[name].type)
    for text in converted if isinstance(converted, tuple) else (converted,):
        if isinstance(text, str):
            _text(name, text)
    return _CHECKS[name](converted) if name in _CHECKS and converted else converted


def _converted(name: Name, value: Any, kind: Any) -> Any:
    prepared = _prepared(name, value, kind)
    try:
        return msgspec.convert(prepared, kind)
    except (msgspec.ValidationError, OverflowError):
        pass
    wrong = [value]
    if isinstance(value, list) and (item := _item(kind)):
        wrong = [one for one, ready in zip(value, prepared, strict=True) if not _fits(ready, item)] or wrong
    words = f"{called(name)}: expected {_allowed(kind, name)}"
    if name[0] in ("me", "mail"):
        raise ValueError(words)
    near = meant(wrong[0], _choices(kind)) if isinstance(wrong[0], str) else ""
    raise ValueError(f"{words}, not {', '.join(map(shown, wrong[:5]))}{near}")


def _fits(value: Any, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind)
    except (msgspec.ValidationError, OverflowError):
        return False
    return True


def _prepared(name: Name, value: Any, kind: Any) -> Any:
    """The same with times as people write them (`9:00`), days by their names, and one span as a list."""
    if kind is time and isinstance(value, str):
        found = _CLOCK_TIME.fullmatch(value.strip())
        # None is no time; the framework would take one with a zone, which cannot be compared.
        return time(int(found[1]), int(found[2]), int(found[3] or 0)) if found else None
    if name == ("policy", "working_days") and isinstance(value, list):
        return [_weekday(day) for day in value]
    if name == ("away",):
        return [_days(one) for one in (value if isinstance(value, list) else [value])]
    if name == ("language",) and isinstance(value, str):
        return value.strip().lower()
    if name == ("remind", "osc") and isinstance(value, bool | int):
        # As a number, or as yes and no: most terminals that notify know 9.
        return ("9" if value else "") if isinstance(value, bool) else str(value)
    return value


def _days(value: Any) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return re.sub(_TO, "/", value.strip()) if isinstance(value, str) else value


def _weekday(day: Any) -> Any:
    word = day.strip().casefold().rstrip(".") if isinstance(day, str) else ""
    return next((at for at, name in enumerate(DAYS) if len(word) > 2 and name.startswith(word)), day)


def _text(name: Name, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"{called(name)}: has {len(text):,} characters, and {LONGEST_TEXT:,} is the most")
    if fault := forbidden(text, lines=False):
        raise ValueError(f"{called(name)}: has {fault}, which is not allowed")
    return text


def _allowed(kind: Any, name: Name) -> str:
    """What may stand there, from its type."""
    if name == ("policy", "working_days"):
        return 'days such as ["mon", "tue"]'
    if name == ("away",):
        return 'dates such as "2026-12-24", or from the first to the last, "2026-12-24/2027-01-02"'
    if name == ("language",):
        return 'two letters such as "de"'
    found = msgspec.inspect.type_info(kind)
    if isinstance(found, msgspec.inspect.VarTupleType):
        one = _allowed(_item(kind), ()).removeprefix("a ")
        return f"a list of {one.replace('date ', 'dates ').replace('text ', 'texts ')}"
    if isinstance(found, msgspec.inspect.UnionType):
        found = next(one for one in found.types if not isinstance(one, msgspec.inspect.NoneType))
    if isinstance(found, msgspec.inspect.LiteralType):
        *most, last = map(toml_value, found.values)
        return f"{', '.join(most)} or {last}"
    if isinstance(found, msgspec.inspect.IntType):
        return f"a whole number from {found.ge} to {found.le}"
    if isinstance(found, msgspec.inspect.StrType):
        return 'two capital letters such as "DE"' if found.pattern else "text in quotes"
    return {
        msgspec.inspect.BoolType: "true or false",
        msgspec.inspect.TimeType: 'a time such as "09:00"',
        msgspec.inspect.DateType: "a date such as 2026-12-24",
    }[type(found)]


def _choices(kind: Any) -> Iterator[str]:
    for one in get_args(kind):
        yield from (one,) if isinstance(one, str) else _choices(one)


def _item(kind: Any) -> Any:
    """What a list is of; None for what is no list."""
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return get_args(bare)[0] if get_origin(bare) is tuple else None


def _unknown(name: Name) -> str:
    """What to say to a name that is not there: where it belongs, what was meant, or all there are."""
    at_home = [known for known in KNOWN if known[-1] == name[-1] and known != name]
    if at_home and len(at_home[0]) == 1:
        return "there is no such setting; it belongs at the top of the file, before any [section]"
    if at_home:
        return f"there is no such setting; it belongs under [{at_home[0][0]}]"
    if name[-1] in SECTIONS:
        return f"there is no such setting; that is a section of its own, [{name[-1]}]"
    names = [known[-1] for known in KNOWN if known[:-1] == name[:-1]]
    names += [] if name[:-1] else [*SECTIONS, "keys"]
    near = meant(name[-1], names)
    return f"there is no such setting{near or '; there are ' + ', '.join(names)}"


def _country(code: str) -> str:
    if code not in COUNTRIES:
        other = {"UK": "GB", "EN": "GB"}.get(code, "")
        hint = f"; did you mean {other}?" if other else ""
        raise ValueError(f"country: no country has the letters {code}{hint}")
    return code


def _away(days: tuple[str, ...]) -> tuple[str, ...]:
    try:
        Policy(away=days)
    except PolicyClash as why:
        raise ValueError(f"away: {str(why).replace('`', '')}") from None
    return days


def _zone(text: str) -> str:
    from store.zones import UnknownZone, read_zone

    try:
        return read_zone(text)
    except UnknownZone as why:
        raise ValueError(f"zone: {lower_first(str(why))}") from None


def _email(text: str, name: str = "me.email") -> str:
    from store.people.addresses import BadAddress, sendable_address

    try:
        sendable_address(text)
    except BadAddress:
        is_none = "is not an e-mail address" if name == "me.email" else f"{shown(text)} is no e-mail address"
        raise ValueError(f"{name}: {is_none}; one looks like ada@globex.example") from None
    return text


def _emails(addresses: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_email(one, "me.emails") for one in addresses)


def _phone(text: str) -> str:
    # Without the numbering plans, which take longer to load than a status bar may wait.
    from store.people.written_numbers import BadNumber, written_number

    try:
        return written_number(text).whole
    except BadNumber:
        raise ValueError("me.phone: is not a telephone number; one looks like +49 30 1234567") from None


def _notify_command(text: str) -> str:
    import shlex

    try:
        shlex.split(text)
    except ValueError:
        raise ValueError("remind.notify_command: a quote is not closed in it") from None
    return text


_CHECKS: dict[Name, Callable[[Any], Any]] = {
    ("zone",): _zone, ("country",): _country, ("away",): _away,
    ("me", "email"): _email, ("me", "emails"): _emails, ("me", "phone"): _phone,
    ("remind", "notify_command"): _notify_command,
}  # fmt: skip
KNOWN: dict[Name, FieldInfo] = {
    (field.encode_name,): field
    for field in msgspec.structs.fields(Settings)
    if field.name not in SECTIONS and field.name != "keys"
} | {
    (section, field.encode_name): field
    for section, kind in SECTIONS.items()
    for field in msgspec.structs.fields(kind)
    if (section, field.name) not in NOT_SET
}
"""Every setting, but for [keys], which has the ids of the key table."""


def shown(value: Any) -> str:
    """A value for a sentence, cut where it is long."""
    written = toml_value(value)
    return written if len(written) <= _LONGEST_SHOWN else f"{written[:_LONGEST_SHOWN]}…"


def lower_first(words: str) -> str:
    """The words as they go on in a sentence."""
    return (words[:1].lower() + words[1:]).rstrip(".")
