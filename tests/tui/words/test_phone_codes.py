"""What is said of codes: which of how many, what to do with it, and briefly where there is no room."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from store.people.vcard_text import AddressEntry
from templates.phone_codes import PhoneMessage
from templates.qr import TooLong
from tui.words.phone_codes import call_codes, message_codes, people_codes

STARTS = ("mailto:a@x.example?subject=y", "mailto:a@x.example")
MAIL = PhoneMessage("mailto:a@x.example?body=" + "x" * 600, STARTS, "y", "word " * 100)


def test_each_code_says_what_it_is_and_what_to_do() -> None:
    shown = message_codes(MAIL, "Ada Okafor")(300)
    assert [one.forms[0] for one in shown] == [
        "1 of 3: opens the message to Ada Okafor; then copy and paste the others",
        "2 of 3: the text, part 1 of 2: copy it, and paste it",
        "3 of 3: the text, part 2 of 2: copy it, and paste it behind the part before",
    ]
    small = message_codes(MAIL, "")(20)
    assert small[0].forms[0] == "1 of 27: opens the message; then copy and paste the others"
    assert small[1].forms[0] == "2 of 27: the subject: copy it, and paste it"
    (whole,) = message_codes(MAIL, "Ada")(800)
    assert whole.forms[0] == "Ada: scan it with your phone"
    (text,) = message_codes(PhoneMessage(text="Thanks"), "Ada")(100)
    assert text.forms[0] == "The text: scan it, copy it, and paste it"
    (call,) = call_codes("tel:+491", "Ada")(100)
    assert (call.holds, call.forms[0]) == ("tel:+491", "Call Ada: scan it with your phone")


@pytest.mark.parametrize("room", [78, 134, 367, 858])
def test_in_forty_cells_it_is_said_briefly_and_whole(room: int) -> None:
    for one in message_codes(MAIL, "Ada Okafor")(room):
        assert cell_len(one.said(38)) <= 38
        assert cell_len(one.said(56)) <= 56
        assert one.said(56) != one.forms[-1] or len(one.forms) == 1
        assert one.said(100) == one.forms[0]


def test_of_somebody_a_small_code_holds_what_there_is_room_for() -> None:
    ada = AddressEntry("Ada Okafor", "", "CTO", "Globex", "ada@globex.example", "+49 30 5550123")
    held = [people_codes([ada], None)(room)[0].holds for room in (400, 120, 80, 45, 40)]
    assert "TITLE" in held[0] and "TITLE" not in held[1] and "VCARD" in held[1]
    assert held[2] == "MECARD:N:Okafor,Ada;TEL:+49305550123;EMAIL:ada@globex.example;;"
    assert held[3] == held[4] == "MECARD:N:Okafor,Ada;TEL:+49305550123;;"
    with pytest.raises(TooLong):
        people_codes([ada], None)(20)
