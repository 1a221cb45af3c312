"""What the topics of the help say, as text and tables: `tui.cli.topics` puts them together."""

from __future__ import annotations

from collections.abc import Mapping

PEOPLE = """\
A person is typed as you have them: a name, an address, a line of a mail's head, a signature, a vCard.
  Ada Okafor
  Ada Okafor <ada@globex.example> +49 30 555 0123 (whatsapp), CTO
  Okafor, Ada; Joan Pell <joan@globex.example>          several, with ; between them
What stands behind a name in brackets says more of them:
  (called Jo)                                           how you greet them
  (ask by phone) (ask by e-mail) (never ask)            how they want to be asked where things stand
  (title: …) (name: …) (note: …)                        what a part is, where it could be taken for another
What is not understood is named and asked about; it never becomes part of a name. Rooms, services and offices
are no people, and are owed no thanks.
In `log` and `draft` a person is the id that `ringback show` lists, or a name: to=p1, to=ada."""

WATCH = """\
Ringback reads mail and calendars where your own programs have put them. It opens no connection, and writes
nothing there. In the settings:

  [watch]
  mail = ["~/Mail/INBOX", "~/Mail/Sent"]          # Maildir folders or mbox files
  calendar = ["~/.local/share/calendars/work"]    # folders of .ics files, as vdirsyncer keeps them

What is heard is proposed: an answer, a day they name, an invitation, an offer, a no, a thank-you of yours.
Nothing is noted before you take it, but for the very mail that ringback handed to your mail program and that
lies in your sent mail. Automatic mail counts for nothing, but for invitations to interviews, and for a clear
no or an offer that names company and role.

The board looks while it is open; without one `ringback listen` does. `ringback heard` lists what waits."""

HEADER: Mapping[str, str] = {
    "title": "what it is called in the list of templates; must be there",
    "purpose": "thanks, status, voicemail, call, reply, delivery or other; must be there",
    "channel": "email, sms, whatsapp, call, letter or other; must be there",
    "when": "what the list of templates says of it",
    "fits": "when it fits: conditions with commas between them, all of which must be met",
    "claims": "conditions that its sentences rest on: where one is not met, it does not fit",
    "does": "what it says where only you can know what you want to say: accept the offer",
    "ends": "what the card is closed as once the text was sent: accepted, declined or withdrawn",
    "subject": "the subject of a mail",
}
"""The fields of a template's header, and what each means."""

JSON_OPENING = """\
Commands with --json print one object to standard output, in UTF-8. What is in it keeps its meaning as long
as its version is 1; there may come to be more. Instants are in UTC, as in 2026-11-19T14:00:00Z, and dates as
in 2026-11-27. The exit code is the same as without --json. `export` writes everything there is, as JSON."""

JSON: Mapping[str, str] = {
    "list": '{"version", "at", "interviews": [{"id", "company", "role", "round", "zone", "column", "level",'
    ' "due", "next_change", "call_from", "call_by", "basis", "firm", "doable", "later_round", "owes", "owed",'
    ' "why"}]}; those in call_now have "follow_up" as well',
    "next": '{"version", "at", "now": [{"id", "do", "to", "channel", "until", "of", "words", "command"}],'
    ' "then"}',
    "agenda": '{"version", "at", "days": [{"date", "interviews", "entries"}]}; entries as in `next`',
    "show": '{"version", "at", "interview", "card", "history"}; the interview as `export` writes it, the card'
    " as `list` does",
    "status": '{"version", "at", "thank", "thank_late", "answer", "call", "call_overdue", "write",'
    ' "write_overdue", "owed", "words", "short"}; counts, and the lines that `status` and `status --short`'
    " print",
    "heard": '{"version", "proposals": [{"id", "interview", …}]}; with "event" or "import", and what it rests'
    " on",
    "proof": '{"version", "ready", "findings": [{"rule", "level", "start", "end", "text", "to", "why"}]}',
    "import": '{"version", "imported": [{"id", "did", "company", "role", "round", "starts_at", "ends_at"}],'
    ' "said"}; "did" is added or changed',
    "backup": '{"version", "directory", "made", "backups": [{"name", "made_at", "bytes", "reason", "good"}]};'
    ' "made" is the name of the new copy, or null',
    "config": '{"version", "file", "exists", "settings", "faults": [{"line", "name", "words"}]}',
    "doctor": '{"version", "good", "findings": [{"good", "of", "words"}]}',
}
"""What --json prints, by command: the names of what is in it."""

CODES: Mapping[str, str] = {
    "0": "done",
    "1": "the data or the operation failed: an unknown card, a bad file; `doctor` or `proof` found something",
    "2": "used wrongly: an unknown command, option, kind or field, a time that cannot be read; no terminal",
    "70": "a fault of ringback's own; where it happened, without your data, is in its log",
    "74": "the board could not keep a text, and you left all the same",
    "75": "the database is locked by a program that does not finish",
    "128+n": "ended by signal n",
}
"""The exit codes as they are written, and what each says."""
