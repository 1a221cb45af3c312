"""E-mail addresses: what may stand in a header and in a link."""

import re

from store.people.header_text import one_line

LONGEST = 254
"""Characters an address may have on its way through SMTP (RFC 5321, with its errata)."""
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}")


class BadAddress(ValueError):
    """The text is no e-mail address; one sentence that says why and what to do."""


def address(text: str) -> str:
    """The one address in `text`, spaces around it removed, a domain of other letters in its ASCII form.

    Stricter than the standard, which allows comments and quoted names: what passes here needs no quoting
    anywhere. Raises BadAddress.
    """
    from email.errors import MessageError
    from email.headerregistry import Address

    shown = one_line(text)
    if not shown:
        raise BadAddress("There is no e-mail address: add it on the card.")
    try:
        # The parser raises IndexError where the text ends too early.
        found = Address(addr_spec=text.strip())
        local, domain = found.username, found.domain.encode("idna").decode("ascii")
    except (MessageError, ValueError, IndexError):
        raise _bad(shown, "it should look like ada@globex.example") from None
    if "." not in domain:
        raise _bad(shown, "there is no dot after the @")
    labels = domain.split(".")
    fits = len(f"{local}@{domain}") <= LONGEST and _LOCAL.fullmatch(local)
    if not fits or not all(_LABEL.fullmatch(label) for label in labels):
        raise _bad(shown, "it should look like ada@globex.example")
    if f"{local}@{found.domain}" != text.strip():
        raise _bad(shown, "it holds more than an address")
    return f"{local}@{domain}"


def _bad(shown: str, why: str) -> BadAddress:
    return BadAddress(f"“{shown[:80]}” is no e-mail address, {why}: correct it on the card.")
