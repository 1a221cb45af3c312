"""E-mail addresses: which may be stored as they were typed, and which may stand in a header and in a link.

Lengths are looked at before anything else, and nothing nests: a hostile text costs no more than a good one.
"""

from __future__ import annotations

import unicodedata

from store.patterns import pattern
from store.people.header_text import one_line

LONGEST_ADDRESS = 254
"""Characters an address may have on its way through SMTP (RFC 5321, with its errata)."""
_MOST_LOCAL = 64
_LABEL = pattern(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_ATOMS = pattern(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_HAS_OTHER_SIGNS = pattern(r"[\s\x00-\x1f\x7f<>,;:\"()\[\]\\]")
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


_JOINERS = "\u200c\u200d"
"""Invisible, yet letters of some languages need them, and IDNA says where."""


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
    domain = _ascii_domain(parts[1])
    if domain is None:
        raise _unsendable(shown, "no domain may be written like that")
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


def _ascii_domain(domain: str) -> str | None:
    """The domain as it is looked up, by IDNA 2008: ß is a letter of its own there, and no picture is one.

    None where no domain may be written so. One that is plain ASCII is left as it is.
    """
    if domain.isascii() and "xn--" not in domain.lower():
        return domain
    if any(unicodedata.category(letter) == "Cf" and letter not in _JOINERS for letter in domain):
        # They would be taken out: the address would be another than the one that is seen.
        return None
    # Imported on use: hardly anybody's address needs it.
    import idna

    try:
        # Case and width are levelled first, as typing differs in them (UTS 46); nothing else is.
        return idna.encode(domain, uts46=True, transitional=False).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return None


def shown_address(text: str) -> str:
    """The address as it may be shown where it is believed: one that `mixed_scripts` finds, in ASCII.

    A domain in one script is shown as it was written. What is no address comes back as it is.
    """
    parts = _parts(text.strip()) if mixed_scripts(text) else None
    return text if parts is None else f"{parts[0]}@{_ascii_domain(parts[1]) or _punycode(parts[1])}"


def mixed_scripts(text: str) -> str | None:
    """What letters stand side by side in one label of the address's domain, as in "Latin and Cyrillic".

    None where there is no such label, and where scripts belong together, as the three of Japanese do.
    """
    parts = _parts(text.strip())
    if parts is None:
        return None
    for label in _unicode_domain(parts[1]).split("."):
        scripts = list(dict.fromkeys(filter(None, map(_script, label))))
        if len(scripts) > 1 and not any(family.issuperset(scripts) for family in _WRITTEN_TOGETHER):
            return f"{', '.join(scripts[:-1])} and {scripts[-1]}"
    return None


_WRITTEN_TOGETHER = (
    frozenset(("Latin", "Cjk", "Hiragana", "Katakana")),
    frozenset(("Latin", "Cjk", "Bopomofo")),
    frozenset(("Latin", "Cjk", "Hangul")),
)
"""Scripts that one language writes side by side (Unicode Technical Standard 39, highly restrictive)."""


def _script(letter: str) -> str | None:
    """The first word of a letter's Unicode name, which is its script's; None for digits and signs."""
    if letter.isascii():
        return "Latin" if letter.isalpha() else None
    # Lm: the marks of length and repetition that several scripts share.
    if unicodedata.category(letter) not in ("Lu", "Ll", "Lt", "Lo"):
        return None
    return unicodedata.name(letter, "unknown").partition(" ")[0].partition("-")[0].capitalize()


def _unicode_domain(domain: str) -> str:
    """The domain with its letters, where it is written in ASCII for them."""
    if "xn--" not in domain.lower():
        return domain
    return ".".join(map(_unicode_label, domain.split(".")))


def _unicode_label(label: str) -> str:
    try:
        return label[4:].encode("ascii").decode("punycode") if label[:4].lower() == "xn--" else label
    except (UnicodeError, ValueError):
        return label


def _punycode(domain: str) -> str:
    """A domain that IDNA refuses, still without a letter that could be taken for another."""
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
        for label in domain.split(".")
    )


def _unsendable(shown: str, why: str) -> BadAddress:
    return BadAddress(f"“{shown[:80]}” is no e-mail address, {why}: correct it on the card.")


def domain_of(address: str) -> str:
    """The part after the @, in lower case."""
    return address.rpartition("@")[2].lower()


def is_public_provider(domain: str) -> bool:
    """Whether anybody can have an address at this lower-case domain: it tells nothing of a company."""
    return domain in _PROVIDERS or domain.partition(".")[0] in _PROVIDER_FAMILIES
