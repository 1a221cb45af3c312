"""Times as calendar programs and mails write them, with their labels, zones and places."""

from __future__ import annotations

import pytest

from store.when import Unclear, read_span

from .when_said import BERLIN, THURSDAY, on, phrases

# By start and end, on Berlin's clocks, said on Thursday 19 November 2026.
LINES = {
    "2026-12-02 14:00 – 14:45": """
        When: Wednesday, December 2, 2026 2:00 PM-2:45 PM. (UTC+01:00) Amsterdam, Berlin, Bern, Rome,
        Stockholm, Vienna |
        Wednesday, December 2, 2026 2:00 PM-2:45 PM (UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb |
        2:00pm - 2:45pm, Wednesday, December 2, 2026 (Central European Time) |
        Dec 2, 2026 2pm – 2:45pm Central European Time - Berlin | 2 Dec 14:00-14:45 GMT+01:00 |
        2 Dec 14:00 til 14:45 | 2 Dec 14:00 'til 14:45 | 2 Dec 14:00 till 14:45 |
        2 Dec 2-2:45pm Amsterdam, Berlin, Vienna | 2 Dec 14:00-14:45 W. Europe Standard Time |
        2 Dec 13:00-13:45 (UTC+00:00) Dublin, Edinburgh, Lisbon, London |
        2 Dec 13:00-13:45 (UTC) Coordinated Universal Time | 2 Dec 13:00-13:45 (UK, Ireland, Lisbon Time) |
        2 Dec 8-8:45am (UTC-05:00) Eastern Time (US & Canada) | 2 Dec 8-8:45am Eastern Time - New York |
        2 Dec 8:00-8:45 Eastern Time (US and Canada) | 2 Dec 5:00am-5:45am Pacific Standard Time |
        Time: Dec 2, 2026 18:30-19:15 (UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi
    """,
    "2026-11-23 14:00": """
        Mon Nov 23 14:00:00 2026 | Mon Nov 23 14:00:00 CET 2026 | Mon, 23 Nov 2026 14:00:00 +0100 |
        Date: Mon, 23 Nov 2026 13:00:00 +0000 (UTC) | Mon, 23 Nov 2026 13:00:00 GMT |
        Mon Nov 23 2026 14:00:00 GMT+0100 (Central European Standard Time) | Starts: 23 November 2026 14:00
    """,
    "2026-12-01 09:30": "Tue Dec  1 09:30:00 2026",
}


def _read(line: str, now: str) -> str:
    span = read_span(line, now=on(now), zone=BERLIN)
    return f"{span.start:%Y-%m-%d %H:%M}" + (f" – {span.end:%H:%M}" if span.end else "")


@pytest.mark.parametrize("meant", LINES)
def test_a_line_of_a_calendar_is_read_as_it_stands(meant: str) -> None:
    for line in phrases(LINES[meant]):
        assert (line, _read(line, "2026-11-19 10:00")) == (line, meant)


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("2 July 2027 14:00 (UTC+01:00) Amsterdam, Berlin, Rome", "2027-07-02 14:00"),
        ("2 July 2027 14:00 (UTC+02:00) Amsterdam, Berlin, Rome", "2027-07-02 14:00"),
        ("2 July 2027 13:00 (UTC+00:00) Dublin, Edinburgh, Lisbon, London", "2027-07-02 14:00"),
        ("2 July 2027 08:00 (UTC-05:00) Eastern Time (US & Canada)", "2027-07-02 14:00"),
    ],
)
def test_the_offset_of_the_winter_stands_beside_places_all_year(line: str, start: str) -> None:
    assert _read(line, "2027-06-20 10:00") == start


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2 Dec 10:00 (UTC+02:00) Amsterdam, Berlin", "names an offset that its zone does not have then"),
        ("2 Dec 10:00 (UTC+01:00) Berlin, London", "names an offset that its zone does not have then"),
        ("2 Dec 10:00 Berlin, London", "names zones whose clocks do not agree then"),
        ("2 Dec 10:00 Central European Time - London", "names zones whose clocks do not agree then"),
        ("2 Dec 10:00 (UTC+01:00) Nowhere, Neverland", "is not understood"),
        ("2 July 2027 10:00 Pacific Standard Time", "can be read two ways"),
        ("2 Dec 2026 When: 10:00", "is not understood"),
    ],
)
def test_what_does_not_agree_is_refused(line: str, why: str) -> None:
    with pytest.raises(Unclear, match=why):
        read_span(line, now=THURSDAY, zone=BERLIN)
