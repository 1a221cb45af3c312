"""E-mail addresses: which may be stored as they were typed, and which may stand in a header and in a link.

Lengths are looked at before anything else, and nothing nests: a hostile text costs no more than a good one.
"""

from __future__ import annotations

import re

from store.people.header_text import one_line

LONGEST_ADDRESS = 254
"""Characters an address may have on its way through SMTP (RFC 5321, with its errata)."""
_MOST_LOCAL = 64
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_HAS_OTHER_SIGNS = re.compile(r"[\s\x00-\x1f\x7f<>,;:\"()\[\]\\]")
# fmt: off
# Under any top-level domain: gmx.de and gmx.net, yahoo.co.uk and yahoo.fr.
_PROVIDER_FAMILIES = frozenset((
    "aol", "fastmail", "gmail", "gmx", "googlemail", "hotmail", "icloud", "live", "msn", "outlook",
    "protonmail", "rocketmail", "tutanota", "yahoo", "yandex", "ymail",
))
_PROVIDERS = frozenset((
    "email.com", "hey.com", "hushmail.com", "mac.com", "mail.com", "me.com", "passport.com", "pm.me",
    "proton.me", "tuta.com", "tuta.io", "zohomail.com", "zohomail.eu",
    "arcor.de", "email.de", "freenet.de", "mail.de", "mailbox.org", "posteo.de", "posteo.net", "t-online.de",
    "vodafone.de", "web.de", "bluewin.ch", "kpnmail.nl", "skynet.be", "telenet.be", "ziggo.nl",
    "free.fr", "laposte.net", "orange.fr", "sfr.fr", "wanadoo.fr", "alice.it", "libero.it", "tin.it",
    "tiscali.it", "virgilio.it", "centrum.cz", "interia.pl", "o2.pl", "onet.pl", "seznam.cz", "wp.pl",
    "bk.ru", "inbox.ru", "list.ru", "mail.ru", "rambler.ru", "ukr.net", "ya.ru",
    "att.net", "bellsouth.net", "charter.net", "comcast.net", "cox.net", "sbcglobal.net", "verizon.net",
    "rogers.com", "shaw.ca", "btinternet.com", "ntlworld.com", "sky.com", "talktalk.net", "virginmedia.com",
    "bigpond.com", "optusnet.com.au", "bol.com.br", "terra.com.br", "uol.com.br",
    "126.com", "163.com", "daum.net", "foxmail.com", "hanmail.net", "naver.com", "qq.com", "rediffmail.com",
    "sina.com",
))
# fmt: on


class BadAddress(ValueError):
    """The text is no e-mail address; one sentence that says why and what to do."""


def typed_address(text: str) -> str:
    """The one address in `text` as it may be stored: a domain of other letters stays, and needs no dot.

    Raises BadAddress.
    """
    address = text.strip()
    parts = _parts(address)
    labels = parts[1].split(".") if parts else []
    if not labels or not all(labels) or _HAS_OTHER_SIGNS.search(address):
        raise BadAddress(f"{address[:80]!r} is not an e-mail address; one looks like ada@globex.example.")
    return address


def sendable_address(text: str) -> str:
    """The one address in `text` as a header and a link take it, a domain of other letters in its ASCII form.

    Stricter than the standard, which allows comments and quoted names: what passes here needs no quoting
    anywhere. Raises BadAddress.
    """
    shown = one_line(text)
    if not shown:
        raise BadAddress("There is no e-mail address: add it on the card.")
    parts = _parts(text.strip())
    # Python's email package would decode what `=?` opens.
    if parts is None or len(parts[0]) > _MOST_LOCAL or "=?" in parts[0]:
        raise _unsendable(shown, "it should look like ada@globex.example")
    try:
        domain = parts[1] if parts[1].isascii() else parts[1].encode("idna").decode("ascii")
    except UnicodeError:
        raise _unsendable(shown, "it should look like ada@globex.example") from None
    if "." not in domain:
        raise _unsendable(shown, "there is no dot after the @")
    if len(f"{parts[0]}@{domain}") > LONGEST_ADDRESS or not all(map(_LABEL.fullmatch, domain.split("."))):
        raise _unsendable(shown, "it should look like ada@globex.example")
    return f"{parts[0]}@{domain}"


def _parts(address: str) -> tuple[str, str] | None:
    """What stands before the @ and after it; None where it is too long or has no such parts."""
    if len(address) > LONGEST_ADDRESS:
        return None
    local, _, domain = address.rpartition("@")
    return (local, domain) if domain and _ATOMS.fullmatch(local) else None


def _unsendable(shown: str, why: str) -> BadAddress:
    return BadAddress(f"“{shown[:80]}” is no e-mail address, {why}: correct it on the card.")


def domain_of(address: str) -> str:
    """The part after the @, in lower case."""
    return address.rpartition("@")[2].casefold()


def is_public_provider(domain: str) -> bool:
    """Whether anybody can have an address at this lower-case domain: it tells nothing of a company."""
    return domain in _PROVIDERS or domain.partition(".")[0] in _PROVIDER_FAMILIES
