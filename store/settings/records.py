"""What a user may set, and what holds where they have not."""

from datetime import time
from typing import Annotated, Literal

from msgspec import Meta, Struct, field
from msgspec.structs import force_setattr, replace

from store.policy import Days, Policy
from store.spans import ClockFace
from store.zones import UnknownZone, read_zone

_LETTERS = (
    "AC AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT "
    "BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER "
    "ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE "
    "IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV "
    "LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP "
    "NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK "
    "SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA "
    "VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW "
)
COUNTRIES = frozenset(_LETTERS.split())
"""The two letters of every country that has a numbering plan of its own."""


class _Section(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class Me(_Section, frozen=True, kw_only=True):
    """Who the user is, for the texts and to know them among an invitation's guests."""

    name: str = ""
    email: str = ""
    emails: tuple[str, ...] = ()
    """The user's other addresses."""
    phone: str = ""
    about: tuple[str, ...] = ()
    """Strengths, as they follow "with": `six years of running pipelines`."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address of the user's, the first one first."""
        return tuple(dict.fromkeys(filter(None, (self.email, *self.emails))))


class Quiet(_Section, frozen=True, kw_only=True):
    """Hours of the user's day without bell and calls; may go past midnight. Equal: never quiet."""

    begins: time = field(default=time(21), name="from")
    ends: time = field(default=time(8), name="to")


class Mail(_Section, frozen=True, kw_only=True):
    """How a message leaves the house: a command that takes a `mailto:` link, a Maildir for drafts."""

    command: str = ""
    drafts_folder: str = ""


class Watch(_Section, frozen=True, kw_only=True):
    """Where ringback looks for what they write and plan. It reads there, and never writes."""

    mail: tuple[str, ...] = ()
    """Maildir folders and mbox files; a leading `~` is the user's home."""
    calendar: tuple[str, ...] = ()
    """Folders with one `.ics` file a meeting, as vdirsyncer and khal keep them."""


class Feed(_Section, frozen=True, kw_only=True):
    """Where the deadlines are written to as calendar files, and how much they say."""

    folder: str = ""
    privacy: Literal["none", "initials"] = "none"


class Remind(_Section, frozen=True, kw_only=True):
    """How what has become due is announced, beside the board's bell."""

    notify_command: str = ""
    """Is given a title and a text; where blank, the desktop's own program."""
    neutral: bool = False
    """Whether no names are said: the screen may be locked, and others may see it."""
    osc: Literal["", "9", "777", "99"] = ""
    """The sequence by which the terminal notifies, if it knows one."""


class Settings(_Section, frozen=True, kw_only=True):
    """Everything a user may set."""

    zone: str = ""
    """The user's own time zone, by its IANA name whatever was typed; the machine's where blank."""
    date_order: Literal["dmy", "mdy"] | None = None
    """How 3/4 is read; refused where this is not said."""
    spelling: Literal["british", "american", "both"] = "both"
    country: Annotated[str, Meta(pattern=r"^([A-Z]{2})?$")] = ""
    """Two letters; where telephone numbers without a + are at home, and nothing else."""
    language: Annotated[str, Meta(pattern=r"^([a-z]{2})?$")] = ""
    """Two letters; that of texts and of the days one types, where a card names none. English where blank."""
    known_words: tuple[str, ...] = ()
    """Words of the user's that are spelt as they should be."""
    clock: ClockFace = "24h"
    """How times of day are shown to the user; what is typed is read either way."""
    away: tuple[Days, ...] = ()
    """Days on which the user calls nobody."""
    stay_in_column: bool = True
    """Whether the cursor goes on to the next card of the column where a step has moved one out of it."""
    theme: str = ""
    ascii: bool | None = None
    """Borders and signs in ASCII; by the locale where it is not said."""
    me: Me = Me()
    policy: Policy = Policy()
    quiet: Quiet = Quiet()
    keys: dict[str, str] = {}
    """Id of a command to its keys, separated by commas."""
    mail: Mail = Mail()
    watch: Watch = Watch()
    feed: Feed = Feed()
    remind: Remind = Remind()

    def __post_init__(self) -> None:
        # The rules know when the user is at rest as part of the policy.
        quiet = (self.quiet.begins, self.quiet.ends)
        force_setattr(self, "policy", replace(self.policy, quiet=quiet, away=self.away))
        if self.zone:
            try:
                force_setattr(self, "zone", read_zone(self.zone))
            except UnknownZone:
                raise ValueError(
                    "expected `zone` to be an IANA zone such as Europe/Berlin, or a large city"
                ) from None


SECTIONS: dict[str, type[Struct]] = {
    "me": Me, "policy": Policy, "quiet": Quiet, "mail": Mail,
    "watch": Watch, "feed": Feed, "remind": Remind,
}  # fmt: skip
NOT_SET = frozenset({("policy", "quiet"), ("policy", "away")})
"""What is part of a section's record and not set there: it is the user's, and has a place of its own."""
