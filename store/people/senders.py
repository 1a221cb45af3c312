"""Who writes from an address: a person, or a machine; a company's own house, or a service for many. Pure.

The list of public suffixes comes from publicsuffixlist, which is imported on use.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from store.patterns import pattern
from store.people.addresses import domain_of, is_public_provider

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

# fmt: off
_AUTOMATS = frozenset((
    "noreply", "donotreply", "dontreply", "notreply", "mailer", "mailerdaemon", "postmaster", "bounce",
    "bounces", "notification", "notifications", "notify", "notifier", "alert", "alerts", "auto", "automated",
    "automailer", "robot", "bot", "system", "calendar", "calendars", "calendarserver", "invite", "invites",
    "invitation", "invitations", "schedule", "scheduler", "scheduling", "meeting", "meetings", "booking",
    "bookings", "reminder", "reminders", "news", "newsletter", "updates", "termine", "termin", "notetaker",
))
"""What stands before the @ where nobody reads it; signs and digits aside."""
_OFFICES = frozenset((
    "talent", "talentteam", "talentacquisition", "hr", "rh", "rrhh", "people", "peopleteam", "peopleops",
    "job", "jobs", "career", "careers", "recruiting", "recruitment", "recruiters", "recruitingteam", "hiring",
    "hiringteam", "staffing", "apply", "application", "applications", "interviews", "interview",
    "candidates", "info", "contact", "office", "hello", "team", "support", "help", "helpdesk",
    "admin", "mail", "karriere", "bewerbung", "bewerbungen", "personal", "personalabteilung", "bewerber",
    "kontakt", "recrutement", "carrieres", "emploi", "empleo", "seleccion", "trabajo", "talento",
))
"""What stands before the @ where a whole office reads it."""
_MACHINES = _AUTOMATS | _OFFICES
# Under any public suffix: these send in the name of many companies.
_SERVICES = frozenset((
    "calendly", "cal", "savvycal", "youcanbook", "acuityscheduling", "doodle", "chilipiper", "goodtime",
    "modernloop", "prelude", "calendarhero", "zcal", "tidycal", "setmore", "oncehub", "scheduleonce",
    "cronofy", "reclaim", "appointlet", "meetingbird", "harmonizely", "simplybook", "bookings",
    "greenhouse", "greenhouse-mail", "lever", "hire", "workable", "workablemail", "smartrecruiters",
    "ashbyhq", "jobvite", "icims", "taleo", "myworkday", "myworkdayjobs", "workday", "successfactors",
    "bamboohr", "recruitee", "teamtailor", "teamtailor-mail", "personio", "breezy", "breezyhr", "jazzhr",
    "applytojob", "jazz", "pinpointhq", "rippling", "gem", "bullhorn", "avature", "phenompeople", "eightfold",
    "hirevue", "karat", "codility", "hackerrank", "hackerrankforwork", "codesignal", "coderpad",
    "testgorilla", "join", "softgarden", "rexx-systems", "d-vinci", "onlyfy", "prescreen", "jobylon",
    "welcomekit", "welcometothejungle", "flatchr", "beetween", "linkedin", "indeed", "indeedemail", "xing",
    "stepstone", "glassdoor", "ziprecruiter", "monster", "hired", "wellfound", "angel", "otta",
    "mailgun", "sendgrid", "amazonses", "mandrillapp", "postmarkapp", "sparkpostmail", "mailchimp",
    "zoom", "webex", "gotomeeting", "eventbrite", "luma",
))
# fmt: on
_AGENCY_WORDS = pattern(
    r"agency|agentur|recruit|staffing|talents?(?:-|$)|headhunt|personal(?:vermittlung|beratung|service|dienst)"
    r"|executive-?search|workforce|jobvermittlung|(?:^|-)(?:interim|search-?partners?)(?:-|$)"
)
_AGENCIES = frozenset(
    (
        "hays",
        "randstad",
        "adecco",
        "manpower",
        "manpowergroup",
        "kellyservices",
        "roberthalf",
        "michaelpage",
        "pagepersonnel",
        "pagegroup",
        "robertwalters",
        "harveynash",
        "kforce",
        "insightglobal",
        "teksystems",
        "experis",
        "akkodis",
        "modis",
        "gulp",
        "amadeus-fire",
        "heidrick",
        "kornferry",
        "spencerstuart",
        "egonzehnder",
        "russellreynolds",
        "harnham",
        "sthree",
        "computerfutures",
        "progressive",
        "nigelfrank",
        "tenthrevolution",
        "cybercoders",
        "motionrecruitment",
        "aerotek",
        "brunel",
    )
)
_SERVICE_WORDS = pattern(
    r"(?:^|-)(?:ats|noreply|no-reply|mailer|relay|bounces?|notifications?|scheduling|hiring-?platform)(?:-|$)"
)


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


def mailbox_of(address: str) -> str:
    """What is the same for every spelling of one's address: in lower case, without what stands behind a +."""
    local, at, domain = address.strip().casefold().rpartition("@")
    return f"{local.partition('+')[0] or local}{at}{domain}"


def is_machine(address: str) -> bool:
    """Whether an address is a program's or a whole office's: nobody in particular is thanked there."""
    # A name beside the word is somebody's: `ada.hr@` is left to be hers, `no-reply-jobs@` is not.
    return is_automat(address) or _all_of(address, _MACHINES)


def is_automat(address: str) -> bool:
    """Whether an address is a program's: what is sent there is read by nobody."""
    joined = "".join(_pieces(address))
    return "noreply" in joined or "donotreply" in joined or _all_of(address, _AUTOMATS)


def _all_of(address: str, words: frozenset[str]) -> bool:
    pieces = _pieces(address)
    return "".join(pieces) in words or (bool(pieces) and all(piece in words for piece in pieces))


def _pieces(address: str) -> list[str]:
    local = address.rpartition("@")[0].partition("+")[0].lower()
    return [piece for piece in re.split(r"[._\-]+", re.sub(r"\d+", "", local)) if piece]


def house_of(address_or_domain: str) -> str:
    """The registered domain: `globex.co.uk` of `jobs.globex.co.uk`; blank where there is none."""
    domain = domain_of(address_or_domain).rstrip(".")
    return _suffixes().privatesuffix(domain) or ""


def is_service(address_or_domain: str) -> bool:
    """Whether it is a scheduling service's, an applicant system's or another sender's for many companies."""
    label = house_of(address_or_domain).partition(".")[0]
    return label in _SERVICES or _SERVICE_WORDS.search(label) is not None


def is_agency(address_or_domain: str) -> bool:
    """Whether it is the domain of an agency that finds people for other companies."""
    label = house_of(address_or_domain).partition(".")[0]
    return label in _AGENCIES or _AGENCY_WORDS.search(label) is not None


def company_of(address_or_domain: str) -> str:
    """The company that a mail domain tells: the label before the public suffix, capitalised.

    Blank where the domain belongs to a mail provider or a service, which tells of none.
    """
    house = house_of(address_or_domain)
    if not house or is_public_provider(house) or is_service(house):
        return ""
    return house.partition(".")[0].capitalize()
