"""The keys of the call sheet, as rows of the one key table."""

from __future__ import annotations

from tui.keys import Key

CALL = "The call sheet"

CALL_KEYS: tuple[Key, ...] = (
    Key("call.reached", "r", "screen.outcome('reached')", "reached them", CALL),
    Key("call.voicemail", "m", "screen.outcome('voicemail')", "left a message", CALL),
    Key("call.no_answer", "0", "screen.outcome('no_answer')", "no answer", CALL),
    Key("call.offer", "o", "screen.outcome('offer')", "they make an offer", CALL),
    Key("call.rejected", "x", "screen.outcome('rejected')", "they said no", CALL),
    Key("call.write", "d", "screen.outcome('write')", "write an e-mail instead", CALL),
    Key("call.next", "n,tab", "screen.next_person", "the next person with a number", CALL),
    Key("call.ask", "a", "screen.ask", "add a question to ask them", CALL),
    Key("call.machine", "v", "screen.unfold('voicemail')", "what to say to the answering machine", CALL),
    Key("call.gatekeeper", "g", "screen.unfold('gatekeeper')", "what to say to somebody else", CALL),
    Key("call.waiting", "w", "screen.unfold('still-deciding')", "what to say if they still decide", CALL),
    Key("call.code", "p", "screen.code", "a code of the number, for your phone", CALL),
    Key("call.quiet", "1", "screen.tick(0)", "a quiet place", CALL),
    Key("call.pen", "2", "screen.tick(1)", "pen and paper", CALL),
    Key("call.papers", "3", "screen.tick(2)", "your CV and the job's text at hand", CALL),
    Key("call.names", "4", "screen.tick(3)", "their names at hand", CALL),
    Key("call.tick", "space", "screen.tick_next", "tick the next of these", CALL),
    Key("call.down", "down,j", "screen.scroll_body(1)", "further down", CALL, "↓ j"),
    Key("call.up", "up,k", "screen.scroll_body(-1)", "further up", CALL, "↑ k"),
    Key("call.page_down", "pagedown", "screen.scroll_body(10)", "a page down", CALL, "pgdn"),
    Key("call.page_up", "pageup", "screen.scroll_body(-10)", "a page up", CALL, "pgup"),
    Key("call.back", "escape,q", "screen.back", "back to the board", CALL, "esc"),
)

SHORT: dict[str, tuple[str, str]] = {
    "call.reached": ("reached", "spoke"),
    "call.voicemail": ("message left", "message"),
    "call.no_answer": ("no answer", "none"),
    "call.offer": ("offer", "offer"),
    "call.rejected": ("they said no", "no"),
    "call.write": ("write instead", "mail"),
    "call.next": ("next person", "next"),
    "call.ask": ("add a question", "ask"),
    "call.machine": ("machine", ""),
    "call.gatekeeper": ("somebody else", ""),
    "call.waiting": ("undecided", "texts"),
    "call.back": ("back", ""),
}
"""What the keys do, in the words of the bottom lines: where there is room, and where there is little."""
OUTCOMES = ("call.reached", "call.voicemail", "call.no_answer", "call.offer", "call.rejected")
SHEET = (
    "call.next", "call.ask", "call.machine", "call.gatekeeper", "call.waiting", "call.write", "call.back",
)  # fmt: skip
