"""Where anybody can have an address: such a domain tells nothing of a company."""

# fmt: off
# Under any top-level domain: gmx.de and gmx.net, yahoo.co.uk and yahoo.fr.
FAMILIES = frozenset((
    "aol", "fastmail", "gmail", "gmx", "googlemail", "hotmail", "icloud", "live", "msn", "outlook",
    "protonmail", "rocketmail", "tutanota", "yahoo", "yandex", "ymail",
))
DOMAINS = frozenset((
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


def is_public(domain: str) -> bool:
    """Whether this lower-case domain is a public mail provider's."""
    return domain in DOMAINS or domain.partition(".")[0] in FAMILIES
