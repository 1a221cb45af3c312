"""What the help says beyond the options."""

USAGE = """ringback [--db FILE] [--config FILE] [COMMAND …]
       ringback --demo
       ringback --at WHEN"""

ABOUT = """\
A board for what comes after the interview: the thank-you in time, and the call when the promised answer
does not come. Alone it opens the board; the commands work without a terminal."""

WHEN = """\
WHEN is ISO 8601 or a phrase:
  2026-11-27T14:00+01:00   2026-11-27 14:00   tomorrow 3pm   fri 14:00   next friday noon
  in 2 working days   in 90 minutes   2 hours ago   yesterday 16:30   end of next week
Without last, next or ago, a weekday or a bare time is the coming one. What can be read in two ways is
refused with both.

exit codes: 0 done, 1 failed, 2 used wrongly, 70 ringback's own fault, 75 the database is locked"""

ADD = """\
prints the new interview's id; on standard error, where it now stands and why.

  ringback add Globex "Data engineer" --start "fri 14:00" --minutes 90 --round Panel \\
      --zone Europe/Berlin --with "Ada Okafor <ada@globex.example> +49 30 555 0123"
  ringback add Globex "Data engineer" --start "yesterday 10:00" --callback-by "end of next week\""""

LIST = f"""\
WORDS are joined by “and”:
  overdue late offer                    how a card stands
  company: role: round: person: zone:   what is in them, as in company:globex or company:"Acme Inc"
  column:                               one of the columns
  before: after:                        the day of the interview, as in before:friday
  anything else                         text in company, role, round or names

  ringback list --where "overdue company:globex"

{WHEN}"""

LOG = """\
kinds, and their fields (those with * are required; at=WHEN goes with all, is now, and never ahead):
  thanked         to  channel (email sms whatsapp letter other)  text
  thanks_skipped  to  reason                      deliberately not sent
  promised        callback_by*  quote             they answer by then: a date or a time
  called          outcome* (reached voicemail no_answer)  to  note
  emailed         to  note  text                  you asked by mail where things stand
  heard           to  note                        they got in touch, without a final answer
  snoozed         until*                          no calls before then: a date or a time
  closed          result* (offer advanced rejected withdrawn cancelled quiet)  note
  reopened        note                            closed too early
to is the id of a person, as `ringback show` lists them; thanks without it are for all who are still owed
some, one event each. Prints each event's id; on standard error, where the card now stands.
WHEN is ISO 8601 or a phrase: "fri 14:00", "2 hours ago", "in 2 working days"; see `ringback --help`.

  ringback log iv-1 thanked to=p1 channel=email
  ringback log iv-1 promised callback_by=fri quote="by the end of the week"
  ringback log iv-1 called outcome=voicemail at="2 hours ago"
  ringback log iv-1 closed result=offer"""

EDIT = """\
fields: company role round mode opportunity zone start end location link notes topics loose_ends questions,
and of a person, by their id: name title email phone whatsapp notes.
Lists are separated by semicolons; += adds to them and -= takes from them. with adds an interviewer,
contact somebody else of theirs; with-=p2 removes one.

  ringback edit iv-1 round="Final round" start="mon 10:00" end="mon 11:30"
  ringback edit iv-1 topics+="the on-call rota; who reviews" p1.email=ada@globex.example
  ringback edit iv-1 with="Joan Pell <joan@globex.example>" contact="Sam Whitlock +1 212 555 0100\""""

IMPORT = """\
- is standard input. The same file again changes nothing.

  ringback import search.json
  ringback import invitation.ics --me you@mail.example --company Globex"""

PROOF = """\
exit code 1 where anything was found.

  ringback proof iv-1
  ringback draft iv-1 | ringback proof iv-1 - --channel email"""
