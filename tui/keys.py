"""THE key tables: every key has an id, can be rebound, and stands in the help, the palette and KEYS.md.

Plain rows, without the screen's framework: `tui.bindings` makes its bindings from them.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from store.rules.words import COLUMN_TITLES, OUTCOME_WORDS
from tui.key_names import parts


class Key(Struct, frozen=True):
    """One key: what it is called in the settings, what presses it, and what it does in the user's words.

    The same id may stand in the tables of several pages: it has the same keys there.
    """

    id: str
    keys: str
    """Comma-separated, as the framework names them; blank where it has none and stands in the palette."""
    action: str
    words: str
    group: str
    shown: str = ""
    """How the keys are written for people, where that is not their names."""


MOVING, CARDS, TIME, REST = "Moving about", "The card", "Time", "The rest"

BOARD_KEYS: tuple[Key, ...] = (
    Key("board.up", "up,k", "screen.go(0,-1)", "the card above", MOVING),
    Key("board.down", "down,j", "screen.go(0,1)", "the card below", MOVING),
    Key("board.left", "left,h", "screen.go(-1,0)", "the column to the left", MOVING),
    Key("board.right", "right,l", "screen.go(1,0)", "the column to the right", MOVING),
    Key("board.next_column", "tab", "screen.cycle(1)", "the next column", MOVING),
    Key("board.previous_column", "shift+tab", "screen.cycle(-1)", "the column before", MOVING),
    Key("board.to_thank", "1", "screen.column('to_thank')", COLUMN_TITLES["to_thank"], MOVING),
    Key(
        "board.awaiting",
        "2",
        "screen.column('awaiting_callback')",
        COLUMN_TITLES["awaiting_callback"],
        MOVING,
    ),
    Key("board.call_now", "3", "screen.column('call_now')", COLUMN_TITLES["call_now"], MOVING),
    Key("board.closed", "4", "screen.column('closed')", COLUMN_TITLES["closed"], MOVING),
    Key("board.upcoming", "0", "screen.column('upcoming')", "the line of interviews to come", MOVING),
    Key("board.now", "n", "screen.now", "the line of what to do now", MOVING),
    Key("board.first", "g,home", "screen.edge(-1)", "the first card", MOVING, "g"),
    Key("board.last", "G,end", "screen.edge(1)", "the last card", MOVING, "G"),
    Key(
        "board.filter",
        "slash",
        "screen.filter",
        "filter by company, person, role, or how a card stands",
        MOVING,
    ),
    Key("board.fold", "F", "screen.fold", "what closed over 30 days ago: show it, or fold it", MOVING),
    Key("board.heard", "H", "screen.heard", "what was heard in mail and calendar", MOVING),
    Key("card.open", "enter", "screen.open", "the whole card and its history", CARDS),
    Key("card.add", "a", "screen.do('add')", "add an interview", CARDS),
    Key("board.take_in", "i", "screen.do('take_in')", "take in a file, or what you paste", CARDS),
    Key("card.edit", "e", "screen.do('edit')", "edit its facts, or debrief", CARDS),
    Key("card.facts", "E", "screen.do('facts')", "edit its facts, also before the debrief", CARDS),
    Key("card.draft", "d", "screen.do('draft')", "write: the thank-you, or what is due", CARDS),
    Key(
        "card.sent",
        "s",
        "screen.do('sent')",
        "mark as sent: the thank-you, or that you asked in writing",
        CARDS,
    ),
    Key("card.skip", "x", "screen.do('skip')", "do not send, with a reason", CARDS),
    Key("card.call", "c", "screen.do('call')", "call: number, script and outcome", CARDS),
    Key("card.promise", "p", "screen.do('promise')", "they promised an answer by …", CARDS),
    Key("card.heard", "r", "screen.do('heard')", "they got in touch", CARDS),
    Key("card.outcome", "o", "screen.do('outcome')", "how it ended, or the next round; or reopen it", CARDS),
    Key("card.owes", "w", "screen.do('owes')", "what you owe them: note it, or tick it off", CARDS),
    Key("card.snooze", "z", "screen.do('snooze')", "do not ask me to call before …", CARDS),
    Key(
        "card.keep_in_touch",
        "K",
        "screen.do('keep_in_touch')",
        "come back to a closed card on a day",
        CARDS,
    ),
    Key("card.mark", "space", "screen.mark", "mark several, then act once", CARDS),
    Key("card.delete", "D", "screen.do('delete')", "delete the interview", CARDS),
    Key("card.copy", "y", "screen.do('copy')", "copy the draft, or what the card holds", CARDS),
    Key("code.show", "v", "screen.do('people')", "codes of its people, for your phone", CARDS),
    Key("board.agenda", "A", "screen.agenda", "the days ahead, and what each will ask for", TIME),
    Key(
        "board.numbers",
        "number_sign",
        "screen.numbers",
        "my numbers: thanks, answers, promises, outcomes",
        TIME,
    ),
    Key("board.company", "at", "screen.company", "all there has been with this company", CARDS),
    Key("board.away", "Z", "screen.away", "your days away: nobody is called then", TIME),
    Key("time.travel", "t", "screen.travel", "look at the board at another time", TIME),
    Key("time.back", "left_square_bracket,comma", "screen.step(-1)", "to the previous change", TIME),
    Key("time.on", "right_square_bracket,full_stop", "screen.step(1)", "to the next change", TIME),
    Key("board.settings", "P", "screen.settings", "the settings", REST),
    Key("app.demo", "X", "app.demo", "look at an example: an invented search; again: back to yours", REST),
    Key("board.undo", "u", "screen.undo", "undo", REST),
    Key("board.redo", "ctrl+r,U", "screen.redo", "redo", REST),
    Key("board.back", "escape", "screen.back", "back: to now, to all cards, to none marked", REST),
    Key("app.help", "question_mark,f1", "app.help", "help: what can be done here, and all keys", REST),
    Key("app.palette", "ctrl+p", "app.command_palette", "all commands, by name", REST),
    Key("app.leave", "q", "app.leave", "leave", REST),
)
ON_BOARD = {key.id: key for key in BOARD_KEYS}


def _as_on_board(key_id: str, action: str, words: str = "", group: str = "") -> Key:
    """A key of the board on another page: what it means stays, how the page goes about it may differ."""
    key = ON_BOARD[key_id]
    return replace(key, action=action, words=words or key.words, group=group or key.group)


EVERYWHERE_KEYS: tuple[Key, ...] = (ON_BOARD["app.help"], ON_BOARD["app.palette"])
"""What there is on every page, whether or not its own table has it."""


def _help(group: str) -> tuple[Key, Key]:
    """The keys of the help, which begins with what is said of that page, and of the palette."""
    return _as_on_board("app.help", f"app.help({group!r})"), ON_BOARD["app.palette"]


def _pages(group: str) -> tuple[Key, Key]:
    """The keys that turn a page that scrolls."""
    return (
        Key("page.page_up", "pageup", "page(-1)", "a page up", group),
        Key("page.page_down", "pagedown", "page(1)", "a page down", group),
    )


def _leaving(group: str) -> Key:
    """The key that goes from a page of the board's back to it."""
    return Key("page.back", "escape,q", "close", "back to the board", group, "esc")


FILTER = "In the filter"
FILTER_KEYS: tuple[Key, ...] = (
    Key("filter.keep", "enter", "screen.keep_filter", "back to the board, with the cards that pass", FILTER),
    Key("filter.clear", "escape", "screen.clear_filter", "back to the board, with all cards", FILTER),
    *_help(FILTER),
)

PAGE = "On the page of a card"
_CARD_KEYS: tuple[Key, ...] = (
    _leaving(PAGE),
    Key("page.correct", "enter", "choose('correct')", "correct the event", PAGE),
    Key("page.take_back", "delete,backspace", "choose('take_back')", "take the event back", PAGE, "del"),
    Key("page.up", "up,k", "event(-1)", "the event before", PAGE),
    Key("page.down", "down,j", "event(1)", "the next event", PAGE),
    *_pages(PAGE),
    _as_on_board("board.first", "edge(-1)", "the first event", PAGE),
    _as_on_board("board.last", "edge(1)", "the last event", PAGE),
    _as_on_board("card.add", "choose('next_round')", "add its next round", PAGE),
    *(
        _as_on_board(f"card.{deed}", f"choose('{deed}')", group=PAGE)
        for deed in (
            "edit", "facts", "draft", "sent", "skip", "call", "promise", "heard", "outcome", "owes",
            "snooze", "keep_in_touch", "delete", "copy",
        )
    ),
    _as_on_board("code.show", "choose('people')", group=PAGE),
    _as_on_board("board.company", "choose('company')", group=PAGE),
    *_help(PAGE),
)  # fmt: skip
_TAKEN = {part for key in _CARD_KEYS for part in parts(key.keys)}
CARD_KEYS: tuple[Key, ...] = (
    *_CARD_KEYS,
    *(
        _as_on_board(key.id, f"on_board({key.id!r})", group=PAGE)
        for key in BOARD_KEYS
        if _TAKEN.isdisjoint(parts(key.keys))
    ),
)
"""On the page of the whole card every other key is the board's, and does there what it always does."""

AGENDA = "On the page of the days ahead"
AGENDA_KEYS: tuple[Key, ...] = (
    Key("agenda.back", "escape,q", "close", "back to the board", AGENDA, "esc"),
    Key("agenda.open", "enter", "open", "the whole card", AGENDA),
    Key("agenda.up", "up,k", "row(-1)", "the line above", AGENDA),
    Key("agenda.down", "down,j", "row(1)", "the line below", AGENDA),
    Key("agenda.page_up", "pageup", "page(-1)", "a page up", AGENDA),
    Key("agenda.page_down", "pagedown,space", "page(1)", "a page down", AGENDA, "pgdn"),
    _as_on_board("board.agenda", "close", "back to the board", AGENDA),
    *_help(AGENDA),
)

SETTINGS = "On the page of the settings"
SETTINGS_KEYS: tuple[Key, ...] = (
    _leaving(SETTINGS),
    Key("settings.change", "enter", "change", "change it", SETTINGS),
    Key("settings.up", "up,k", "row(-1)", "the setting above", SETTINGS),
    Key("settings.down", "down,j", "row(1)", "the setting below", SETTINGS),
    *_pages(SETTINGS),
    _as_on_board("board.settings", "close", "back to the board", SETTINGS),
    *_help(SETTINGS),
)

HEARD = "On the page of what was heard"
HEARD_KEYS: tuple[Key, ...] = (
    _leaving(HEARD),
    Key("heard.take", "enter", "settle('take')", "take it: it is noted on its card", HEARD),
    Key("heard.change", "m", "settle('change')", "take it, and change what is noted", HEARD),
    Key("heard.drop", "delete,backspace", "settle('drop')", "turn it down, for good", HEARD, "del"),
    Key("page.up", "up,k", "proposal(-1)", "the one before", HEARD),
    Key("page.down", "down,j", "proposal(1)", "the next one", HEARD),
    *_pages(HEARD),
    _as_on_board("board.heard", "close", "back to the board", HEARD),
    *_help(HEARD),
)

LOOKING_BACK = "On the pages of a company and of my numbers"
LOOKING_BACK_KEYS: tuple[Key, ...] = (
    _leaving(LOOKING_BACK),
    Key("looking_back.open", "enter", "open", "the whole card", LOOKING_BACK),
    Key("page.up", "up,k", "row(-1)", "the line above", LOOKING_BACK),
    Key("page.down", "down,j", "row(1)", "the line below", LOOKING_BACK),
    *_pages(LOOKING_BACK),
    *_help(LOOKING_BACK),
)

EDITOR = "In the editor"
EDITOR_KEYS: tuple[Key, ...] = (
    Key("editor.back", "escape", "back", "back to the board; the text is saved", EDITOR),
    Key("editor.finding", "f8,ctrl+g", "next_finding", "the next gap or finding", EDITOR),
    Key("editor.dismiss", "f9", "dismiss", "let a finding be, again: for good; a word: it is right", EDITOR),
    Key("editor.insert", "f4,ctrl+l", "insert", "insert a topic, loose end or note", EDITOR),
    Key("editor.person", "ctrl+n", "next_person", "the next person", EDITOR),
    Key("editor.reading", "f5", "reading", "as this person reads it", EDITOR),
    Key("editor.template", "f2,ctrl+t", "template", "choose a template", EDITOR),
    Key("editor.language", "f14,shift+f2", "language", "in another language", EDITOR, "shift+F2"),
    Key("editor.older", "f3,ctrl+r", "older", "an older text, or the one just emptied", EDITOR),
    Key("editor.external", "f6,ctrl+o", "external", "write in your own editor", EDITOR),
    Key("editor.owes", "f12", "owes", "what you owe them: note it, or tick it off", EDITOR),
    Key("editor.field", "tab", "field(1)", "the next field: subject, text, personal line", EDITOR),
    Key("editor.field_back", "shift+tab", "field(-1)", "the field before", EDITOR),
    Key("editor.sent", "f7,ctrl+f", "sent", "a last read, then hand it over and mark it as sent", EDITOR),
    *_help(EDITOR),
)
"""None is a letter, and none is one that terminals, tmux or screen keep for themselves."""
EDITOR_LINE_KEYS: tuple[Key, ...] = (
    Key("editor.above", "up", "field(-1)", "from a field of one line to the one before", EDITOR),
    Key("editor.below", "down", "field(1)", "from a field of one line to the next", EDITOR),
)
"""In the editor's fields of one line, from which the board behind must not get them."""

_LIST_MOVES = ("question.up", "question.down", "question.page_up", "question.page_down")
QUESTION = "In a question or a list of the editor"
QUESTION_KEYS: tuple[Key, ...] = (
    Key("question.back", "escape", "back", "nothing of it", QUESTION),
    Key("question.keep", "k", "keep", "keep the text that is there", QUESTION),
    Key("question.replace", "r", "replace", "replace it", QUESTION),
    Key("question.new", "n", "new", "begin a new draft", QUESTION),
    Key("question.older", "left", "older", "an older text", QUESTION, "left"),
    Key("question.newer", "right", "newer", "a newer text", QUESTION, "right"),
    Key("question.take", "enter", "take", "take what is shown, or what the cursor is on", QUESTION),
    Key("question.up", "up", "up", "further up", QUESTION),
    Key("question.down", "down", "down", "further down", QUESTION),
    Key("question.page_up", "pageup", "page_up", "a page up", QUESTION),
    Key("question.page_down", "pagedown", "page_down", "a page down", QUESTION),
    Key("question.search", "slash", "search", "search the list; a letter begins to, by itself", QUESTION),
    *_help(QUESTION),
)
"""The first nine of a list have the digits, too."""
PALETTE = "In the palette"
PALETTE_KEYS: tuple[Key, ...] = (
    Key("question.back", "escape", "back", "back", PALETTE),
    Key("question.take", "enter", "take", "do it; or say why it cannot be done now", PALETTE),
    *(replace(key, group=PALETTE) for key in QUESTION_KEYS if key.id in _LIST_MOVES),
    *_help(PALETTE),
)
"""All else that is typed there is looked for."""

READ = "The last read"
HANDOVER_KEYS: tuple[Key, ...] = (
    Key("handover.mail", "m", "way('mail')", "give it to the mail command", READ),
    Key("handover.eml", "f", "way('eml')", "write a mail file", READ),
    Key("handover.maildir", "M", "way('maildir')", "put it into the drafts folder", READ),
    Key("handover.open", "O", "way('open')", "open it on the desktop", READ),
    Key("code.show", "v", "way('qr')", "show a code for the phone", READ),
    _as_on_board("card.copy", "way('text')", "copy the text", READ),
    Key("handover.number", "T", "way('number')", "copy the telephone number", READ),
    Key("handover.link", "L", "way('link')", "copy the link", READ),
    Key("handover.editor", "f6", "way('editor')", "look at it in your editor", READ),
    _as_on_board("card.sent", "sent", "it has been sent", READ),
    Key("handover.not_yet", "n", "not_yet", "it has not been sent yet", READ),
    Key("handover.next", "tab,right", "turn(1)", "the next person", READ),
    Key("handover.previous", "shift+tab,left", "turn(-1)", "the person before", READ),
    Key("handover.down", "down,j", "scroll_text(1)", "further down", READ),
    Key("handover.up", "up,k", "scroll_text(-1)", "further up", READ),
    Key("handover.page_down", "pagedown,space", "scroll_text(10)", "a page down", READ),
    Key("handover.page_up", "pageup", "scroll_text(-10)", "a page up", READ),
    Key("handover.back", "escape,q", "back", "back", READ),
    *_help(READ),
)

CALL = "The call sheet"
CALL_KEYS: tuple[Key, ...] = (
    Key("call.reached", "t", "outcome('reached')", OUTCOME_WORDS["reached"], CALL),
    Key("call.voicemail", "m", "outcome('voicemail')", OUTCOME_WORDS["voicemail"], CALL),
    Key("call.no_answer", "n", "outcome('no_answer')", OUTCOME_WORDS["no_answer"], CALL),
    _as_on_board("card.outcome", "outcome('outcome')", "how it ended: an offer, or a no", CALL),
    _as_on_board("card.draft", "outcome('draft')", "write an e-mail instead", CALL),
    *(
        _as_on_board(f"card.{deed}", f"outcome('{deed}')", group=CALL)
        for deed in ("edit", "promise", "heard", "owes", "snooze")
    ),
    Key("call.next", "tab", "next_person", "the next person with a number", CALL),
    Key("call.jot", "minus", "write('note')", "write down what they say", CALL),
    Key("call.ask", "plus", "write('question')", "add a question to ask them", CALL),
    Key("call.machine", "b", "unfold('voicemail')", "what to say after the beep of a machine", CALL),
    Key("call.gatekeeper", "g", "unfold('gatekeeper')", "what to say to somebody else", CALL),
    Key("call.waiting", "W", "unfold('still-deciding')", "what to say if they still decide", CALL),
    Key("code.show", "v", "code", "a code of the number, for your phone", CALL),
    Key("call.quiet", "1", "tick(0)", "a quiet place", CALL),
    Key("call.pen", "2", "tick(1)", "pen and paper", CALL),
    Key("call.papers", "3", "tick(2)", "your CV and the job's text at hand", CALL),
    Key("call.names", "4", "tick(3)", "their names at hand", CALL),
    Key("call.tick", "space", "tick_next", "tick the next of these", CALL),
    Key("call.down", "down,j", "scroll_body(1)", "further down", CALL),
    Key("call.up", "up,k", "scroll_body(-1)", "further up", CALL),
    Key("call.page_down", "pagedown", "scroll_body(10)", "a page down", CALL),
    Key("call.page_up", "pageup", "scroll_body(-10)", "a page up", CALL),
    Key("call.back", "escape,q", "back", "back to the board", CALL, "esc"),
    *_help(CALL),
)
ASKING_KEYS: tuple[Key, ...] = (
    Key("call.note", "enter", "note", "note what is being typed", CALL),
    Key("call.unasked", "escape", "back", "back to the sheet; what is typed is kept", CALL),
    *_help(CALL),
)
"""While a question to ask them is being typed, or what they say."""

FORM = "In a form"
FORM_KEYS: tuple[Key, ...] = (
    Key("form.save", "ctrl+d,f2", "save", "save", FORM),
    Key("form.next", "enter", "next", "the next field; from the last one, save", FORM),
    Key("form.leave", "escape", "leave", "leave; asked twice where something was typed", FORM),
    Key("form.next_field", "tab", "field(1)", "the next field", FORM),
    Key("form.previous_field", "shift+tab", "field(-1)", "the field before", FORM),
    Key("form.below", "down", "field(1)", "the field below", FORM),
    Key("form.above", "up", "field(-1)", "the field above", FORM),
    Key("form.more", "ctrl+o,f3", "more", "the rest of the fields", FORM),
    Key("form.take_back", "ctrl+z,f4", "take_back", "take back a paste, or a text replaced", FORM),
    *_help(FORM),
)
LONG_TEXT_KEYS: tuple[Key, ...] = (
    Key("form.new_line", "enter", "new_line", "a new line, in a text of several lines", FORM),
    *(key for key in FORM_KEYS if key.id != "form.next"),
)
PICK = "Among options"
PICK_KEYS: tuple[Key, ...] = (
    Key("pick.left", "left", "go(-1)", "the option before", PICK),
    Key("pick.right", "right", "go(1)", "the next option", PICK),
    Key("pick.up", "up", "leave_or_go(-1)", "the option above, or the field before", PICK),
    Key("pick.down", "down", "leave_or_go(1)", "the option below, or the next field", PICK),
    Key("pick.take", "space", "pick", "pick it, or take its mark away", PICK),
)
CONFIRM = "A question with yes and no"
CONFIRM_KEYS: tuple[Key, ...] = (
    Key("confirm.yes", "y", "answer(True)", "yes", CONFIRM),
    Key("confirm.no", "n,escape,q", "answer(False)", "no", CONFIRM),
    *_help(CONFIRM),
)

HELPING = "In the help"
HELP_KEYS: tuple[Key, ...] = (
    Key("help.back", "escape,q", "back", "back; from a search, to all of it", HELPING, "esc q"),
    Key("help.search", "slash", "search", "search: what is typed is looked for", HELPING),
    Key("help.found", "enter", "found", "back from typing to what was found", HELPING),
    Key("help.down", "down,j", "scroll(3)", "further down", HELPING),
    Key("help.up", "up,k", "scroll(-3)", "further up", HELPING),
    Key("help.page_down", "pagedown,space", "page(1)", "a page down", HELPING),
    Key("help.page_up", "pageup", "page(-1)", "a page up", HELPING),
    _as_on_board("board.first", "edge(-1)", "the top", HELPING),
    _as_on_board("board.last", "edge(1)", "the end", HELPING),
    _as_on_board("app.help", "back"),
    ON_BOARD["app.palette"],
)
CODE = "The code for the phone"
CODE_KEYS: tuple[Key, ...] = (
    Key("code.back", "escape,q", "dismiss", "back", CODE, "esc q"),
    Key(
        "code.next",
        "space,enter,right,tab",
        "turn(1)",
        "the next code; from the last one, back",
        CODE,
        "space",
    ),
    Key("code.previous", "left,shift+tab,backspace", "turn(-1)", "the code before", CODE, "left"),
    Key("code.file", "f", "save", "write a file for an address book, where it is people", CODE),
    Key("code.show", "v", "dismiss", "back", CODE),
    *_help(CODE),
)

PAGES: Mapping[str, tuple[Key, ...]] = {
    "board": BOARD_KEYS, "filter": FILTER_KEYS, "card": CARD_KEYS,
    "agenda": AGENDA_KEYS, "heard": HEARD_KEYS, "looking back": LOOKING_BACK_KEYS,
    "settings": SETTINGS_KEYS,
    "editor": (*EDITOR_KEYS, *EDITOR_LINE_KEYS), "question": QUESTION_KEYS, "palette": PALETTE_KEYS,
    "last read": HANDOVER_KEYS,
    "call": CALL_KEYS, "asking": ASKING_KEYS, "form": FORM_KEYS,
    "long text": LONG_TEXT_KEYS, "options": PICK_KEYS,
    "confirm": CONFIRM_KEYS, "help": HELP_KEYS, "code": CODE_KEYS,
}  # fmt: skip
"""Which keys are there together: on one page each key does one thing."""
IN_FIELDS = frozenset({"filter", "editor", "palette", "asking", "form", "long text"})
"""The pages on which something is typed: there every letter writes."""
