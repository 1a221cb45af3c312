"""What the help says of commands beside their options: their text, and examples."""

from __future__ import annotations

USAGE = """ringback [--db FILE] [--config FILE] [COMMAND …]
       ringback --demo
       ringback --at WHEN"""

ABOUT = """\
A board for what comes after the interview: the thank-you in time, and the call when the promised answer
does not come. Alone it opens the board; the commands work without a terminal."""

TIMES = """\
WHEN is ISO 8601 or a phrase:
  2026-11-27T14:00+01:00   2026-11-27 14:00   tomorrow 3pm   fri 14:00   next friday noon
  in 2 working days   in 90 minutes   2 hours ago   yesterday 16:30   end of next week   early next week
Without last, next or ago, a weekday or a bare time is the coming one; an hour from 1 to 6 is after noon.
What can be read in two ways is refused with both; of a day to answer by the later end is taken, and said.
With a language set, German, French and Spanish words are read as well: nächsten Freitag um 14 Uhr."""

EXIT_CODES = {
    0: "done",
    1: "failed",
    2: "used wrongly",
    70: "ringback's own fault",
    75: "the database is locked",
}
"""What the exit codes that a command may have mean, in few words."""

WHEN = f"""\
{TIMES}

exit codes: {", ".join(f"{code} {meaning}" for code, meaning in EXIT_CODES.items())}"""

TOPICS = {
    "keys": "all keys of the board, with your own in place",
    "times": "how times are typed",
    "people": "how people are typed",
    "filters": "the words of the board's filter, and of --where",
    "files": "where everything lies, and what may be removed",
    "settings": "every setting, with its default",
    "templates": "templates of your own: their header, conditions and words",
    "watch": "what is heard in mail and calendar",
    "json": "what --json prints, by command",
    "exit-codes": "what the exit codes mean",
    "man": "the manual page",
}
"""What `ringback help` knows besides the commands, in the order it is offered."""

MORE = f"""\
{WHEN}

`ringback help COMMAND` says more of each command, and `ringback help TOPIC` of:
  {" ".join(TOPICS)}"""

HELP = f"""\
TOPIC is a command, or one of these:
{chr(10).join(f"  {name:<12} {summary}" for name, summary in TOPICS.items())}

  ringback help log
  ringback help exit codes
  ringback help man > ~/.local/share/man/man1/ringback.1"""

COMPLETION = """\
SHELL is bash, zsh or fish. Put what it prints where your shell looks for it:

  ringback completion bash > ~/.local/share/bash-completion/completions/ringback
  ringback completion zsh > ~/.zfunc/_ringback     with fpath+=~/.zfunc before compinit in ~/.zshrc
  ringback completion fish > ~/.config/fish/completions/ringback.fish"""

ADD = """\
Prints the new interview's id; on standard error, where it now stands and why. One of the same company and
role is a round of the same application: the earlier round goes on in it. Where that is not clear nothing is
added before --opportunity or --alone says it.

  ringback add Globex "Data engineer" --start "fri 14-15:30" --round Panel \\
      --zone Europe/Berlin --with "Ada Okafor <ada@globex.example> +49 30 555 0123"
  ringback add Globex "Data engineer" --start "yesterday 10:00" --callback-by "end of next week\""""

FILTERS = """\
WORDS: all must fit, and “and” may stand between them:
  overdue late offer owes doable guess  how a card stands
  company: role: round: person: zone:   what is in them, as in company:globex or company:"Acme Inc"
  column:                               one of the columns
  before: after:                        the day of the interview, as in before:friday
  anything else                         text in company, role, round or names

  ringback list --where "overdue company:globex\""""

LIST = f"""\
{FILTERS}

{WHEN}"""

LOG = """\
Kinds, and their fields (those with * are required; at=WHEN goes with all, is now, and never ahead):
  thanked         to  channel (email sms whatsapp letter other)  text
  thanks_skipped  to  reason                      deliberately not sent
  promised        callback_by*  quote  by  how (answer ring)  silence (asks no)
                                                  they answer by then: a date or a time; how=ring: they
                                                  ring at that time; silence=no: no word would be a no
  called          outcome* (reached voicemail no_answer)  to  note
  emailed         to  note  text                  you asked by mail where things stand
  heard           to  note                        they got in touch, without a final answer
  snoozed         until*                          no calls before then: a date or a time
  owes            what*  due  to                  you promised them something
  delivered       of*  note                       what you owed was sent; of is the id of that
                                                  event, or how its words begin
  debriefed       note                            the debrief was done, or is not needed
  closed          result* (offer advanced rejected withdrawn cancelled quiet accepted declined)  note
                  answer_by (with an offer)       by when you have to answer it
  reopened        note                            closed too early
to is a person, by the id that `ringback show` lists or by name; thanks without it are for all who are still
owed some, one event each. Every kind takes at, when it was, and ref, where it is known from, such as the
Message-ID of a mail. Prints each event's id; on standard error, where the card now stands. Where the
application goes on in a later round, what they said is asked about: --log-on says on which round.
WHEN is ISO 8601 or a phrase: "fri 14:00", "2 hours ago", "in 2 working days"; see `ringback --help`.

  ringback log iv-1 thanked to=p1 channel=email
  ringback log iv-1 promised callback_by=fri quote="by the end of the week"
  ringback log iv-1 called outcome=voicemail at="2 hours ago"
  ringback log iv-1 closed result=offer"""

EDIT = """\
Fields: company role round mode opportunity zone country language start end location link notes topics
loose_ends questions, and of a person, by their id: name title email phone whatsapp called ask notes.
called is how you greet them, where their name does not say it; ask is how they want to be asked: phone,
email or never.
Lists are separated by semicolons; += adds to them and -= takes from them. with adds interviewers, contact
others of theirs, as add --with takes them; with-=p2 removes one.

  ringback edit iv-1 round="Final round" start="mon 10:00" end="mon 11:30"
  ringback edit iv-1 topics+="the on-call rota; who reviews" p1.email=ada@globex.example
  ringback edit iv-1 p2.called=Khai p2.ask=phone
  ringback edit iv-1 with="Joan Pell <joan@globex.example>" contact="Sam Whitlock +1 212 555 0100\""""

HEARD = """\
Alone it lists what is proposed, each with its id. Nothing is logged before you take it.
  take ID [field=value]…   log it; fields as in `ringback log`, and interview=ID where it may be of several
                           cards; of a meeting company, role, zone, me and date, as options of import
  drop ID                  turn it down for good

  ringback listen && ringback heard
  ringback heard take h1f0c2b9a callback_by=2026-12-04
  ringback heard take h77d01e52 interview=iv-2
  ringback heard drop h3ab4c5d6"""

IMPORT = """\
FILE is told by its content:
  .json            what `ringback export` writes, or another program in its format
  .ics             invitations of calendars, one or many; a folder of them
  .eml, mbox       mails with an invitation in them, as calendars send them
  .csv             a table with a header: company role round mode zone starts_at ends_at location link notes
                   interviewers callback_by, in any order, parted by ; or , or tabs; company and starts_at
                   are needed; times are a WHEN (see `ringback --help`), people as --with takes them
  .vcf             visiting cards: the people of one interview, which --into names
- is standard input, so that a mail program can pipe a mail. All files are taken in, or none. The same again
changes nothing. What a dry run says is what would be made.

--json says what came of it; see `ringback help json`.

  ringback import search.json
  ringback import invitation.ics --me you@mail.example --company Globex
  ringback import --dry-run interviews.csv
  ringback import ada.vcf --into iv-1"""
EXPORT = """\
Without --format it is what the ending says: .json, .csv (the facts as a table), or .ics (the deadlines, for
a calendar); any other is JSON. Only JSON holds everything.

  ringback export search.json
  ringback export deadlines.ics
  ringback export - --format csv"""

REMIND = """\
Announced are a call or a mail that can be made now, a first day that ends within two hours, an offer to
answer, and what you owe: each once, whatever boards and timers are open, and not in your quiet hours. The
lines are printed, for cron to mail, and given to `notify_command` under [remind], else to notify-send.

  ringback remind --install"""
FEED = """\
One .ics for each deadline and each interview to come, as khal and vdirsyncer keep them; what moves keeps its
file, and what is done loses it. Files that are not ringback's own are left alone. With `folder` under [feed]
it is done after each change.

  ringback feed ~/.local/share/calendars/ringback"""

AGENDA = """\
A day is overfull, and that is said first, where it holds more than 8 interviews and new things to do, or
two interviews at once.

  ringback agenda
  ringback agenda --days 3 --json"""

PROOF = """\
The exit code is 1 where anything was found.

  ringback proof iv-1
  ringback draft iv-1 | ringback proof iv-1 - --channel email"""

FORGET = """\
A company goes with all its interviews; a person goes from every card, with the texts to them, and what is
noted elsewhere loses the name. What goes is listed and asked about first. Backups are written anew, so that
nothing brings it back. What you have exported or sent lies where ringback does not look.

  ringback forget Globex
  ringback forget ada@globex.example
  ringback forget "person:Ada Okafor" --yes"""
