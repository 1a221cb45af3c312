"""Invitations as companies and their programs send them, each with what is right for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from store.calendar import Answers, CalendarRead, NeedsAnswer, read_calendar
from store.interview import Mode
from store.people.name_guess import guess
from tests.store.calendar.calendar_files import HOME, NOW, calendar

ROBIN = "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=robin@mail.example:mailto:robin@mail.example"
UTC10 = ("DTSTART:20261201T100000Z", "DTEND:20261201T110000Z")
BERLIN = ("DTSTART;TZID=Europe/Berlin:20261201T110000", "DTEND;TZID=Europe/Berlin:20261201T120000")
EASTERN = (
    "BEGIN:VTIMEZONE", "TZID:(UTC-05:00) Eastern Time", "BEGIN:STANDARD", "DTSTART:16010101T020000",
    "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "END:STANDARD",
    "BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400",
    "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE",
)  # fmt: skip
MEET = "https://meet.google.com/abc-defg-hij"
ZOOM = "https://us02web.zoom.us/j/81234567890?pwd=a1"
CALENDLY = "https://calendly.com/events/1-2-3/google_meet"
DIAL_IN = (
    f"Join with Google Meet: {MEET}\\nOr dial: +49 30 300195060 PIN: 123456#\\n"
    "More phone numbers: https://tel.meet/abc-defg-hij?pin=1"
)
TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d"


class Right(NamedTuple):
    """What is right: of those who are met and of contacts the names, and words that must be said."""

    company: str = "Globex"
    met: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    mode: Mode = "other"
    link: str = ""
    starts_at: str = "2026-12-01T10:00"
    zone: str = HOME
    said: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    """What is asked first, with its best guess behind a colon; it is answered by `company`."""


def person(name: str, address: str, role: str = "ATTENDEE", **params: str) -> str:
    more = "".join(f";{key}={value}" for key, value in params.items())
    return f'{role};CN="{name}"{more}:mailto:{address}'


def organiser(name: str, address: str) -> str:
    return person(name, address, "ORGANIZER")


ADA = organiser("Ada Okafor", "ada@globex.example")
TOM = person("Tom Lee", "tom@globex.example")

SENT: dict[str, tuple[tuple[str, ...], Right]] = {
    "google, a panel with a room": (
        (*BERLIN, ADA, person("Ada Okafor", "ada@globex.example"), TOM, ROBIN,
         person("BER-3-Spree (8)", "c_188@resource.calendar.google.com", CUTYPE="RESOURCE"),
         f"X-GOOGLE-CONFERENCE:{MEET}", "SUMMARY:Interview: Robin / Globex",
         f"DESCRIPTION:{DIAL_IN}"),
        Right(met=("Ada Okafor", "Tom Lee"), mode="video", link=MEET, said=("BER-3-Spree (8)",)),
    ),
    "google, from a calendar of the team": (
        (*BERLIN, organiser("Globex Interviews", "c_9f@group.calendar.google.com"), TOM,
         person("Mia Lund", "mia@globex.example"), ROBIN, "SUMMARY:Globex | Technical interview"),
        Right(met=("Tom Lee", "Mia Lund"), asked=("me:robin@mail.example", "company:Globex")),
    ),
    "outlook, teams, a room as attendee": (
        (*BERLIN, organiser("Okafor, Ada", "ada.okafor@globex.example"), ROBIN,
         person("Meier, Jörg", "joerg.meier@globex.example", ROLE="OPT-PARTICIPANT"),
         person("Raum 3.14", "raum314@globex.example", CUTYPE="ROOM", ROLE="NON-PARTICIPANT"),
         "LOCATION:Microsoft Teams-Besprechung", "SUMMARY:Vorstellungsgespräch",
         f"X-MICROSOFT-SKYPETEAMSMEETINGURL:{TEAMS}",
         "DESCRIPTION:________________\\nHilfe: https://aka.ms/JoinTeamsMeeting\\nKonferenzkennung: 1"),
        Right(met=("Ada Okafor", "Jörg Meier"), mode="video", link=TEAMS, said=("Raum 3.14",)),
    ),
    "outlook, a zone of its own": (
        ("DTSTART;TZID=(UTC-05:00) Eastern Time:20261201T090000",
         "DTEND;TZID=(UTC-05:00) Eastern Time:20261201T100000", ADA, ROBIN, "SUMMARY:Interview"),
        Right(met=("Ada Okafor",), starts_at="2026-12-01T14:00", said=("America/New_York",)),
    ),
    "apple, a call": (
        (*UTC10, ADA, ROBIN, "SUMMARY:Intro call", "DESCRIPTION:I will call you on +1 415 555 2671."),
        Right(met=("Ada Okafor",), mode="phone", phones=(), said=("UTC",)),
    ),
    "apple, whom to call": (
        (*UTC10, ADA, ROBIN, "SUMMARY:Phone screen", "DESCRIPTION:Please call me at +49 30 5550123."),
        Right(met=("Ada Okafor",), mode="phone", phones=("+49 30 5550123",)),
    ),
    "greenhouse": (
        (*UTC10, organiser("Globex Recruiting", "no-reply@us.greenhouse-mail.io"), ROBIN, TOM,
         "SUMMARY:Interview with Globex - Data Engineer", f"LOCATION:{ZOOM}",
         "DESCRIPTION:Prepare: https://globex.example/careers/interviewing"),
        Right(met=("Tom Lee",), mode="video", link=ZOOM, asked=("me:", "company:Globex"),
              said=("no-reply@",)),
    ),
    "lever, in the name of a person": (
        (*UTC10, organiser("Ada Okafor", "ada@globex.example"), ROBIN, TOM, "SUMMARY:Robin <> Globex: onsite",
         "LOCATION:Globex\\, Torstr. 1\\, 10119 Berlin", "DESCRIPTION:Our values: https://globex.example/about"),
        Right(met=("Ada Okafor", "Tom Lee"), mode="onsite"),
    ),
    "ashby": (
        (*UTC10, organiser("Globex", "notifications@ashbyhq.com"), TOM, ROBIN,
         "SUMMARY:Globex Interview: Robin Doe",
         f"DESCRIPTION:Video link: {MEET}"),
        Right(met=("Tom Lee",), mode="video", link=MEET, asked=("me:", "company:Globex")),
    ),
    "workday": (
        (*UTC10, organiser("globex@myworkday.com", "globex@myworkday.com"), ROBIN,
         "SUMMARY:Interview at Globex",
         "LOCATION:Phone"),
        Right(mode="phone", asked=("company:Globex",)),
    ),
    "calendly": (
        (*UTC10, organiser("Ada Okafor", "ada@globex.example"), person("Robin Doe", "robin@mail.example"),
         "SUMMARY:Robin Doe and Ada Okafor",
         f"DESCRIPTION:Location: {CALENDLY}\\nNeed to cancel: https://calendly.com/cancellations/1"),
        Right(met=("Ada Okafor",), mode="video", link=CALENDLY),
    ),
    "calendly, organised by the service": (
        (*UTC10, organiser("Calendly", "notifications@calendly.com"), ROBIN,
         person("Ada", "ada@globex.example"),
         "SUMMARY:Interview with Globex"),
        Right(met=("Ada",), asked=("me:", "company:Globex")),
    ),
    "an agency, nobody of the company": (
        (*UTC10, organiser("Rita Brandt", "rita@brandt-recruiting.example"), ROBIN,
         "SUMMARY:Interview with Globex (Data engineer)"),
        Right(contacts=("Rita Brandt",), asked=("company:Globex",)),
    ),
    "an agency, with someone of the company": (
        (*UTC10, organiser("Rita Brandt", "rita@brandt.example"), ROBIN, TOM, "SUMMARY:Interview at Globex"),
        Right(met=("Tom Lee",), contacts=("Rita Brandt",), asked=("me:robin@mail.example",)),
    ),
    "a private mailbox": (
        (*UTC10, organiser("Ada Okafor", "ada.okafor@gmail.com"), ROBIN, "SUMMARY:Chat with Globex"),
        Right(met=("Ada Okafor",), asked=("company:Globex",)),
    ),
    "an office organises, people come": (
        (*BERLIN, organiser("HR Globex", "hr@globex.example"), ROBIN, TOM, "SUMMARY:Interview"),
        Right(met=("Tom Lee",), contacts=("HR Globex",)),
    ),
    "some decline": (
        (*BERLIN, ADA, ROBIN, person("Tom Lee", "tom@globex.example", PARTSTAT="DECLINED"),
         person("Mia Lund", "mia@globex.example", ROLE="NON-PARTICIPANT"),
         person("All engineers", "eng@globex.example", CUTYPE="GROUP")),
        Right(met=("Ada Okafor",),
              said=("Tom Lee (declined)", "Mia Lund (no participant)", "All engineers (a group)")),
    ),
    "somebody is sent instead": (
        (*BERLIN, ADA, ROBIN,
         person("Ines Duarte", "ines@globex.example", **{"DELEGATED-TO": '"mailto:tom@globex.example"'})),
        Right(met=("Ada Okafor", "tom@globex.example"),
              said=("Ines Duarte (delegated to tom@globex.example)",)),
    ),
    "a sub-domain": (
        (*BERLIN, organiser("Ada Okafor", "ada@jobs.globex.co.uk"), ROBIN,
         person("Tom Lee", "tom@globex.co.uk")),
        Right(met=("Ada Okafor", "Tom Lee")),
    ),
    "webex": (
        (*UTC10, ADA, ROBIN, "LOCATION:https://globex.webex.com/meet/ada", "SUMMARY:Interview",
         "DESCRIPTION:Need help? https://help.webex.com\\nhttps://globex.example/jobs"),
        Right(met=("Ada Okafor",), mode="video", link="https://globex.webex.com/meet/ada"),
    ),
    "jitsi of its own": (
        (*UTC10, ADA, ROBIN, "SUMMARY:Interview", "DESCRIPTION:Wir treffen uns hier: https://meet.globex.example/robin"),
        Right(met=("Ada Okafor",), mode="video", link="https://meet.globex.example/robin"),
    ),
    "a page to read is no meeting": (
        (*UTC10, ADA, ROBIN, "SUMMARY:Phone interview",
         "DESCRIPTION:Ada will call you. Read https://globex.example/blog/video-interviews before."),
        Right(met=("Ada Okafor",), mode="phone"),
    ),
    "the event's own link": (
        (*UTC10, ADA, ROBIN, "SUMMARY:Interview", "URL:https://whereby.com/globex-room"),
        Right(met=("Ada Okafor",), mode="video", link="https://whereby.com/globex-room"),
    ),
    "onsite with a door number": (
        (*BERLIN, ADA, ROBIN, "LOCATION:Globex SE\\, Torstraße 1\\, Berlin",
         "DESCRIPTION:At the door call Tom Berg: 030 5550199"),
        Right(met=("Ada Okafor",), mode="onsite", phones=("030 5550199",)),
    ),
    "a signature": (
        (*BERLIN, ADA, TOM, ROBIN, "SUMMARY:Interview",
         "DESCRIPTION:See you then!\\n\\nTom Lee\\nEngineering Manager\\nPhone +49 30 5550177"),
        Right(met=("Ada Okafor", "Tom Lee"), mode="phone", phones=("+49 30 5550177",)),
    ),
    "a series": (
        (*BERLIN, ADA, ROBIN, "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20261208T110000"),
        Right(met=("Ada Okafor",), said=("2026-12-15 or 2026-12-22",)),
    ),
    "floating, in the zone of the calendar": (
        ("DTSTART:20261201T110000", "DTEND:20261201T120000", ADA, ROBIN),
        Right(met=("Ada Okafor",), starts_at="2026-12-01T02:00", zone="Asia/Tokyo"),
    ),
    "a windows zone, no definition": (
        ("DTSTART;TZID=India Standard Time:20261201T153000", "DURATION:PT1H", ADA, ROBIN),
        Right(met=("Ada Okafor",), zone="Asia/Calcutta"),
    ),
    "french, by telephone": (
        (*BERLIN, organiser("Chloé Martin", "chloe@globex.example"), ROBIN, "SUMMARY:Entretien téléphonique",
         "DESCRIPTION:Bonjour\\, je vous appellerai au 06 12 34 56 78."),
        Right(met=("Chloé Martin",), mode="phone"),
    ),
    "without a uid, the method inside": (
        (*BERLIN, "METHOD:REQUEST", ADA, ROBIN),
        Right(met=("Ada Okafor",), said=("no UID",)),
    ),
}  # fmt: skip


def of(name: str) -> bytes:
    lines, _ = SENT[name]
    uid = () if "without a uid" in name else (f"UID:{name}",)
    head = ("X-WR-TIMEZONE:Asia/Tokyo",) if "floating" in name else EASTERN
    event = "\r\n".join((*head, "BEGIN:VEVENT", *uid, "DTSTAMP:20261120T100000Z", *lines, "END:VEVENT"))
    return calendar(event, method="" if "the method inside" in name else "REQUEST")


def read(name: str, right: Right) -> CalendarRead:
    raw, answers = of(name), Answers(HOME)
    if right.asked:
        with pytest.raises(NeedsAnswer) as asks:
            read_calendar(raw, answers, NOW)
        asked = [f"{one.kind}:{next(iter(one.choices), '')}" for one in asks.value.questions]
        assert len(asked) == len(right.asked)
        assert all(one.startswith(wanted) for one, wanted in zip(asked, right.asked, strict=True)), asked
        kinds = [one.kind for one in asks.value.questions]
        me = ("robin@mail.example",) if "me" in kinds else ()
        answers = Answers(HOME, me, company=right.company if "company" in kinds else None)
    return read_calendar(raw, answers, NOW)


@pytest.mark.parametrize("name", SENT)
def test_it_is_read_as_it_is_meant(name: str) -> None:
    _, right = SENT[name]
    (one,) = (whole := read(name, right)).meetings
    assert one.company == right.company
    assert tuple(guess(guest.name).name for guest in one.people) == right.met
    assert tuple(guest.name for guest in one.contacts) == right.contacts
    assert (one.mode, one.link) == (right.mode, right.link)
    assert one.starts_at == datetime.fromisoformat(right.starts_at).replace(tzinfo=UTC)
    assert one.zone == right.zone
    words = " ".join((*whole.said, *one.zone_said, *one.said))
    assert all(part in words for part in right.said), words
    phones = [guest.phone for guest in (*one.people, *one.contacts) if guest.phone]
    assert tuple(phones) == right.phones
