"""The keys of the last read, as rows of the one key table."""

from __future__ import annotations

from tui.handover.ways import WayId
from tui.keys import Key

LAST_READ = "The last read"

WAY_KEYS: dict[WayId, Key] = {
    "mail": Key("handover.mail", "m", "screen.way('mail')", "give it to the mail command", LAST_READ),
    "eml": Key("handover.eml", "f", "screen.way('eml')", "write a mail file", LAST_READ),
    "maildir": Key(
        "handover.maildir", "d", "screen.way('maildir')", "put it into the drafts folder", LAST_READ
    ),
    "open": Key("handover.open", "o", "screen.way('open')", "open it on the desktop", LAST_READ),
    "qr": Key("handover.qr", "p", "screen.way('qr')", "show a code for the phone", LAST_READ),
    "text": Key("handover.text", "c", "screen.way('text')", "copy the text", LAST_READ),
    "number": Key("handover.number", "t", "screen.way('number')", "copy the telephone number", LAST_READ),
    "link": Key("handover.link", "l", "screen.way('link')", "copy the link", LAST_READ),
    "editor": Key("handover.editor", "e", "screen.way('editor')", "look at it in your editor", LAST_READ),
}

HANDOVER_KEYS: tuple[Key, ...] = (
    *WAY_KEYS.values(),
    Key("handover.sent", "s,y", "screen.sent", "it has been sent", LAST_READ),
    Key("handover.not_yet", "n", "screen.not_yet", "it has not been sent yet", LAST_READ),
    Key("handover.next", "tab,right", "screen.turn(1)", "the next person", LAST_READ),
    Key("handover.previous", "shift+tab,left", "screen.turn(-1)", "the person before", LAST_READ),
    Key("handover.down", "down,j", "screen.scroll_text(1)", "further down", LAST_READ),
    Key("handover.up", "up,k", "screen.scroll_text(-1)", "further up", LAST_READ),
    Key("handover.page_down", "pagedown,space", "screen.scroll_text(10)", "a page down", LAST_READ),
    Key("handover.page_up", "pageup", "screen.scroll_text(-10)", "a page up", LAST_READ),
    Key("handover.back", "escape,q", "screen.back", "back", LAST_READ),
)
