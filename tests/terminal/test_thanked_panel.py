"""From a real invitation to a thanked panel with the keyboard alone, over ssh and in tmux."""

import re
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.terminal.home import LONG, ME, Home
from tests.terminal.ssh_server import SshServer
from tests.terminal.terminal import ROOT, Terminal
from tests.terminal.tmux import tmux

INVITATIONS = ROOT / "tests" / "store" / "calendar" / "invitations"
BERLIN = ZoneInfo("Europe/Berlin")
PANEL = {"Talia": "talia.berg", "Marta": "marta.lindqvist", "Deniz": "deniz"}
"""First names, and what stands before `@northwind.example` in their addresses."""
FIELDS = {
    "Answer by": "in 3 working days",
    "In their words": "by Thursday at the latest",
    "I said I would": "send a link to my talk",
    "By": "in 2 working days",
    "Topics": "late events in the ingestion service\rthe on-call rota",
    "Loose ends": "named the wrong store for the schema changes",
}
TYPED = " since we spoke: to count them for each source before any is dropped is the care I look for."
PASTED = (
    "One thing I got wrong: asked about schema changes, I named the wrong store. The changes lie in the "
    "repository beside the code; only their history is kept in the database.\n\n"
    "That you spoke so openly of the on-call rota made me want to work with you all the more. I will gladly "
    "show you how my last team moved its nightly jobs to streams.\n\n"
    "Kind regards,\nAda Oduya"
)


def test_from_an_invitation_to_a_thanked_panel(tmp_path: Path) -> None:
    home = Home(tmp_path)
    invitation = tmp_path / "panel.ics"
    invitation.write_text(ended_two_hours_ago((INVITATIONS / "google-panel.ics").read_text("utf-8")), "utf-8")
    done = home.run("import", str(invitation), "--me", ME)
    assert done.returncode == 0, done.stderr
    environment = [f"{name}={value}" for name, value in home.env.items()]
    with SshServer(tmp_path) as server, tmux() as start:
        remote = server.command("env", *environment, *start, *home.command)
        with Terminal(remote, cols=120, rows=40) as terminal:
            debrief(terminal)
            write(terminal)
            hand_over(terminal)
            terminal.press("q")
            assert terminal.wait_exit(LONG) == 0
            assert terminal.left_on() == []
    check_board(home)
    check_mails(home)


def ended_two_hours_ago(invitation: str) -> str:
    """The invitation with other times; the rest is as it came."""
    end = datetime.now(BERLIN) - timedelta(hours=2)
    for name, at in (("DTSTART", end - timedelta(minutes=90)), ("DTEND", end)):
        pattern = rf"(?m)^({name};TZID=Europe/Berlin:)\d{{8}}T\d{{6}}"
        invitation, count = re.subn(pattern, rf"\g<1>{at:%Y%m%dT%H%M%S}", invitation)
        assert count == 1
    return invitation


# What is done with the keyboard


def appears(terminal: Terminal, *words: str) -> None:
    """Wait until all of this is on the screen."""
    for one in words:
        terminal.wait_for(one, LONG)


def debrief(terminal: Terminal) -> None:
    """Note what was said while it is fresh."""
    appears(terminal, "TO THANK  1", "✎ Talia, ✎ Marta, ✎ Deniz")
    terminal.press("e")
    appears(terminal, "Debrief: Northwind")
    until_current(terminal, "Who was there")
    for label, text in FIELDS.items():
        terminal.press("tab")
        until_current(terminal, label)
        terminal.send(text)
        appears(terminal, *text.split("\r"))
    terminal.press("ctrl+d")
    appears(terminal, "debriefed Northwind", "TO THANK  1")


def until_current(terminal: Terminal, label: str) -> None:
    """Wait until the form's field has the focus: its label is bold then."""

    def is_bold() -> bool:
        screen = terminal.screen
        places = ((y, line.find(f" {label}")) for y, line in enumerate(screen.display))
        return any(x >= 0 and screen.buffer[y][x + 2].bold for y, x in places)

    terminal.wait_for(is_bold, LONG)


def write(terminal: Terminal) -> None:
    """Begin with a template, keep its first sentences, and go on in words of one's own."""
    terminal.press("d")
    appears(terminal, "Dear Talia,", "✗ a gap is open", "✗ the template is unchanged")
    terminal.press("ctrl+t")
    choice = re.compile(r"(\d) Thanks after a panel")
    terminal.wait_for(choice, LONG)
    terminal.press(number[1] if (number := choice.search(terminal.text)) else "")
    appears(terminal, "Marta and Deniz", "✗ a gap is open")
    terminal.press("ctrl+g")
    appears(terminal, "Which words?")
    terminal.press("1")
    terminal.wait_for(lambda: "Which words?" not in terminal.text, LONG)
    terminal.press(*["ctrl+k"] * 20)
    terminal.wait_for(lambda: "a gap is open" not in terminal.text, LONG)
    terminal.send(TYPED.replace("\n", "\r") + "\r\r")
    terminal.send(f"\x1b[200~{PASTED}\x1b[201~")
    appears(terminal, "Ada Oduya", "✓ ready", "✓ thanks, interest, a topic,")


def hand_over(terminal: Terminal) -> None:
    """Give each person's mail to the mail command, and say that it was sent."""
    terminal.press("ctrl+f")
    for number, name in enumerate(PANEL, 1):
        appears(terminal, "Last read", f"{number} of 3", f"Dear {name},")
        terminal.wait_for(lambda: "Sent?" not in terminal.text, LONG)
        terminal.press("m")
        appears(terminal, "Handed to mailer.", "Sent?")
        terminal.press("s")
    appears(terminal, "settled by this text?", "named the wrong store for the schema changes")
    terminal.press("ctrl+d")
    appears(terminal, "AWAITING CALLBACK  1", "TO THANK  0")
    terminal.wait_for(lambda: "settled by this text?" not in terminal.text, LONG)


# What has come of it


def as_everyone_s(text: str, name: str) -> str:
    """The text without what is this reader's own: who is greeted, and who else was there."""
    others = " and ".join(one for one in PANEL if one != name)
    assert text.startswith(f"Dear {name},\n\n") and others in text
    assert text.endswith(f"late events in the ingestion service{TYPED}\n\n{PASTED}")
    return text.replace(f"Dear {name},", "").replace(others, "")


def check_board(home: Home) -> None:
    (card,) = home.told("list")["interviews"]
    assert (card["company"], card["column"], card["owed"]) == ("Northwind", "awaiting_callback", [])
    assert card["basis"] == "promised"
    interview = home.told("show", card["id"])["interview"]
    assert interview["topics"] == ["late events in the ingestion service", "the on-call rota"]
    assert [one["text"] for one in interview["loose_ends"]] == [FIELDS["Loose ends"]]
    names = {one["id"]: one["name"].split()[0] for one in interview["interviewers"]}
    thanked = [one for one in interview["events"] if one["kind"] == "thanked"]
    assert [names[one["to"]] for one in thanked] == [*PANEL]
    assert len({as_everyone_s(one["text"], names[one["to"]]) for one in thanked}) == 1
    assert {one["channel"] for one in thanked} == {"email"}
    (promise,) = (one for one in interview["events"] if one["kind"] == "promised")
    assert promise["quote"] == FIELDS["In their words"]


def check_mails(home: Home) -> None:
    """One mail for each person, none of which names another as a recipient."""
    mails = home.mails()
    assert [_recipient(one) for one in mails] == [f"{one}@northwind.example" for one in PANEL.values()]
    assert len({str(one["Subject"]) for one in mails}) == 1
    assert len({str(one["Message-ID"]) for one in mails}) == len(mails)
    (card,) = home.told("list")["interviews"]
    events = home.told("show", card["id"])["interview"]["events"]
    texts = [one["text"] for one in events if one["kind"] == "thanked"]
    assert [one.get_content().rstrip("\n") for one in mails] == texts
    for one in mails:
        assert one["From"].addresses[0].addr_spec == ME
        assert not {"bcc", "cc", "resent-to"} & {name.casefold() for name in one.keys()}  # noqa: SIM118
        assert one.get_content_type() == "text/plain"
        assert not one.defects


def _recipient(mail: EmailMessage) -> str:
    (address,) = mail["To"].addresses
    return str(address.addr_spec)


# The other invitations


def test_every_invitation_is_shown_by_the_board(tmp_path: Path) -> None:
    home = Home(tmp_path)
    taken = sorted(INVITATIONS.glob("*.ics"))
    done = home.run("import", *map(str, taken), "--me", ME, "--zone", "America/New_York")
    assert done.returncode == 0, done.stderr
    mailed = home.run("import", str(INVITATIONS / "outlook-mail.eml"), "--me", ME)
    assert mailed.returncode == 0 and "already on the board" in mailed.stderr
    cards = home.told("list")["interviews"]
    assert len(cards) == done.stderr.count(": added as ")
    with Terminal(home.command, cols=120, rows=40, env=home.env) as terminal:
        appears(terminal, "TO THANK", "? help")
        terminal.press("q")
        assert terminal.wait_exit(LONG) == 0
        assert terminal.left_on() == []
