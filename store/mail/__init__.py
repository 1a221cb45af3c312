"""Mail as it lies in a file or comes through a pipe: headers, text, and the calendars inside. Pure.

Own reading of the parts: the standard library's parser has no bounds. Importing this package is cheap.
"""

from store.mail.envelope import Envelope, Mailbox, read_envelope
from store.mail.message import MailMessage, read_mail
from store.mail.parts import split_mbox
from store.mail.quoting import own_words

__all__ = [
    "Envelope",
    "MailMessage",
    "Mailbox",
    "own_words",
    "read_envelope",
    "read_mail",
    "split_mbox",
]
