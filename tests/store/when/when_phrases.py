"""Phrases and what they mean, said on Thursday 19 November 2026 at 10:00 in Berlin.

By the answer: an ISO date, or an instant on Berlin's clocks. Phrases are divided by bars.
"""

# Where a date is an answer (a deadline).
READ = {
    "2025-11-19": "a year ago",
    "2026-10-19": "a month ago",
    "2026-11-12": "last thursday | a week ago",
    "2026-11-12 15:00": "last thursday 3pm | a week ago at 3pm",
    "2026-11-13": "last friday | past friday | friday last week | end of last week",
    "2026-11-13 12:00": "last friday at noon",
    "2026-11-13 15:00": "last friday 3pm | last week friday 3pm",
    "2026-11-15": "last sunday",
    "2026-11-16": "3 days ago | last monday | monday this week",
    "2026-11-17": "2 working days ago | day before yesterday",
    "2026-11-18": "18 nov | wed 18 nov | yesterday | eod yesterday",
    "2026-11-18 10:00": "yesterday morning at 10",
    "2026-11-18 12:00": "yesterday at noon",
    "2026-11-18 14:00": "yesterday 2pm",
    "2026-11-18 21:00": "last night at 9",
    "2026-11-19": """
        today | thursday | end of day | EOD | the 19th | thu | 19 nov | end of business | end of the day |
        end of today | COB | COP | in 0 days | eod today | 0 days | 1 day before friday
    """,
    "2026-11-19 08:00": "2 hours ago",
    "2026-11-19 08:30": "an hour and a half ago",
    "2026-11-19 09:00": "an hour ago | today 9am | this morning at 9 | 1h ago",
    "2026-11-19 09:30": "half an hour ago",
    "2026-11-19 09:55": "5 min ago",
    "2026-11-19 10:00": "now | in 0 hours | just now | right now",
    "2026-11-19 10:00:01": "in a sec | in a second",
    "2026-11-19 10:01": "10:01",
    "2026-11-19 10:15": "in a quarter of an hour",
    "2026-11-19 10:30": "in half an hour | in a half hour | 30m",
    "2026-11-19 11:00": "sixty minutes | 9-11am",
    "2026-11-19 11:30": """
        an hour and a half | 1h30m | 1.5 hours | 1,5 h | 1.5h | 90 min | 90m | in an hour and a half
    """,
    "2026-11-19 12:00": """
        noon | at noon | +2 hours | couple of hours | by noon | in an hour or two | one or two hours |
        today noon | 10am-noon
    """,
    "2026-11-19 12:30": "in 2h30 | 2h 30m | two and a half hours | 12.30 | at 12.30",
    "2026-11-19 12:30:05": "2 hours, 30 minutes and 5 seconds",
    "2026-11-19 12:45": "quarter to 1pm",
    "2026-11-19 13:00": "11-1pm",
    "2026-11-19 14:30": "14h30 | 14.30 | 2.30pm | 2.30 p.m. | 1430 | at 1430",
    "2026-11-19 15:00": """
        today 3pm | 5h | 19 nov 3pm | this afternoon at 3 | at 15 | 15 uhr | 14-15 uhr | 14:00-15:00 | 3
        pm | 3 Pm | 3p.m. | 3pm. | 15h00
    """,
    "2026-11-19 15:12": "at 15.12 | 1512",
    "2026-11-19 15:12:30": "15:12:30",
    "2026-11-19 15:15": "quarter past 3pm",
    "2026-11-19 16:00": "3pm or 4pm",
    "2026-11-19 16:45": "quarter to five pm",
    "2026-11-19 17:00": "thursday 5pm | EOD CET | by 5pm | today 17",
    "2026-11-19 18:00": "8h | in 8h",
    "2026-11-19 19:00": "9h | this evening at 7",
    "2026-11-19 19:30": "this evening 7:30",
    "2026-11-19 20:00": "tonight 8 | tonight at 8pm",
    "2026-11-19 23:00": "tonight 11pm | tonight 23:00",
    "2026-11-20": """
        by the close of business tomorrow |
        before the weekend |
        Friday | this friday | EOD friday | COB tomorrow | eow | end of the week | no later than friday |
        on friday | friday at the latest | friday latest | end of friday | at the end of the week | coming
        friday | this coming friday | the coming friday | end of the working week | end of this week | end
        of business tomorrow | close of business friday | by close of play tomorrow | friday eod | friday,
        EOD | by EOD tomorrow | by eod on friday | end of day tomorrow | end-of-week | end-of-day friday |
        until friday | by fri | on or before friday | friday at the latest  | latest by friday | friday or
        earlier | thu/fri | Thursday/Friday | by tomorrow | by end of play friday | friday, | tomorrow or
        friday | today or tomorrow | next working day
    """,
    "2026-11-20 00:00": """
        midnight | friday 12am | tonight at midnight | midnight tonight | 24:00 | 0:00 | 00:00 | 00:00
        friday | 12am | 12am tomorrow | 12:00am
    """,
    "2026-11-20 00:30": "12:30am friday",
    "2026-11-20 01:00": "in 15h",
    "2026-11-20 08:00": "8 o'clock in the morning",
    "2026-11-20 08:30": "friday morning 8:30 | friday 8:30 in the morning",
    "2026-11-20 09:00": """
        first thing tomorrow | first thing in the morning | tomorrow morning at 9 | 9 in the morning | fri
        9h | 9am | at 09 | tomorrow at 9am | tomorrow, 9am. | tomorrow 9 am! | by tomorrow morning 9am
    """,
    "2026-11-20 09:30": "friday 9:30 | 9.30 | tomorrow 9.30",
    "2026-11-20 09:59": "09:59",
    "2026-11-20 10:00": "same time tomorrow | twenty-four hours | 10:00 | next business day 10:00",
    "2026-11-20 10:30": "tomorrow 15:00 +0530",
    "2026-11-20 12:00": """
        friday at noon | before noon friday | 12 noon tomorrow | 12pm friday | friday 12:00 | noon
        tomorrow | by tomorrow noon | 12:00 pm tomorrow
    """,
    "2026-11-20 12:30": "friday 12:30",
    "2026-11-20 13:00": "friday 12-1pm",
    "2026-11-20 14:00": """
        fri 14:00 | fri 14:00 Europe/Berlin | fri 14:00 +01:00 | fri 14:00+01:00 | fri 14:00 CET | fri 14h
        | 2pm tomorrow (Berlin time) | tomorrow afternoon 14:00 | tomorrow 3pm GMT+2
    """,
    "2026-11-20 14:30": "14h30 fri",
    "2026-11-20 15:00": """
        tomorrow 3pm | 3pm friday | before friday 3pm | fri 14:00 UTC | fri 14:00 London | 2-3pm friday |
        fri 14:00-15:00 | 3 o'clock tomorrow afternoon | TOMORROW 3PM | @ 3pm tomorrow | tomorrow @ 15:00
        | till fri 3pm | tmrw 3pm | end of week 3pm | 3pm tomorrow or friday | tomorrow 3pm Berlin |
        tomorrow 3pm paris time | 3pm CET tomorrow
    """,
    "2026-11-20 15:30": "friday 3:30 in the afternoon",
    "2026-11-20 16:00": "3pm-4pm tomorrow",
    "2026-11-20 17:00": """
        by 5pm tomorrow | not later than 5pm friday | by 5pm tomorrow at the latest | 5pm Friday CET | by
        friday 5pm | by friday 17:00 | by Friday, 5 PM | 9-17 uhr friday
    """,
    "2026-11-20 19:00": "tomorrow 3pm sao paulo",
    "2026-11-20 19:30": "tomorrow evening 7:30",
    "2026-11-20 20:00": "fri 14:00 New York time | 14:00 EST tomorrow",
    "2026-11-20 21:00": """
        tomorrow 3pm Eastern | tomorrow 3pm eastern time | tomorrow 3pm US/Eastern | tomorrow 3pm
        america/new_york | tomorrow 3pm UTC-5 | tomorrow 3pm -05:00
    """,
    "2026-11-20 22:00": "tomorrow night 10 | 1d12h | 1d 12h",
    "2026-11-20 23:00": "EOD friday New York",
    "2026-11-21": """
        in 2 days | a couple of days | a day or two | friday or saturday | day after tomorrow | in the
        next two days | sat | fri or sat
    """,
    "2026-11-21 00:00": "friday 24:00",
    "2026-11-21 10:00": """
        in 48 hours | within 48 hours | 24-48 hours | 24–48 hours | forty-eight hours | 24 to 48 hrs |
        between 24 and 48 hours | the next 48 hours | 48h
    """,
    "2026-11-21 15:00": "the day after tomorrow 3pm",
    "2026-11-22": """
        3d | 2 days after friday | in 3 days' time | 2 to 3 days | two or three days | +3d | over the next
        3 days | in 2 - 3 days | two-three days | 2–3 days | 2 -3 days | sat/sun | sun
    """,
    "2026-11-22 10:00": "72h",
    "2026-11-22 10:30": "3d 30m",
    "2026-11-23": """
        in 2 working days | next monday | between 2 and 4 days | end of the day on monday | next week
        monday | fri-mon | friday to monday
    """,
    "2026-11-23 09:00": """
        monday at 9am sharp | first thing monday morning |
        first thing monday | monday first thing | start of business monday
    """,
    "2026-11-23 10:00": "monday next week at 10am | next monday at 10am",
    "2026-11-23 15:00": "in 2 business days at 3pm",
    "2026-11-24": """
        monday or tuesday | mon-tue | Tue. | TUESDAY | 2-3 business days | within 2-3 business days | next
        tues
    """,
    "2026-11-24 15:00": "tue 24 3pm | tue 24 at 3 | next week on tuesday at 3pm | tuesday next week 15:00",
    "2026-11-24 16:00": "tue 16 | tuesday at four | tues 4 pm | tues 4 P.M.",
    "2026-11-25": """
        wed next week | three working days after friday | wednesday | by wednesday of next week | two
        working days before 27 nov
    """,
    "2026-11-25 16:15": "weds 4:15 pm | 4:15pm on weds",
    "2026-11-26": """
        a week | a week today | tomorrow week | 5bd | next thursday | within 3-5 working days | next 5
        working days | by wed or thu | within 5 working days | 5 working days from today | 1w | 1 wk | +1w
    """,
    "2026-11-26 09:00": "thu 9:00",
    "2026-11-26 15:00": "a week today 3pm",
    "2026-11-27": """
        2026-11-27 | 20261127 | 2026-W48-5 | next friday | end of next week | 27 Nov | Nov 27 | 27th of
        November | 27.11. | 27.11 | 27.11.2026 | 27/11 | 11/27 | the 27th | week on friday | friday week |
        27 nov 26 | fri 27 nov | friday the 27th | a week from tomorrow | last friday of november | by the
        end of next week | 2026/11/27 | 27-11-2026 | 27-Nov-2026 | november 27 2026 | 27 november | friday
        of next week | next week friday | EOD next friday | EOD 27 nov | a week on friday | a week from
        friday | a week tomorrow | 5 working days from friday | last friday of the month | last friday of
        this month | last friday in november | mon - fri | 27th | 27 nov. | 27 Nov, 2026. | 27nov |
        27nov2026 | nov27 | 27/11/26 | 27.11.26
    """,
    "2026-11-27 12:00": "the 27th of november at noon",
    "2026-11-27 14:00": """
        2026-11-27T14:00 | 2026-11-27T14:00:00+01:00[Europe/Berlin] | by 2026-11-27T14:00 | Friday, 27
        November 2026, 14:00 | 27 nov 14:00 (CET) | 2026-11-27T14 | 27/11 14:00 | 27/11 at 2pm | 27.11
        14:00 | 27.11. 14 Uhr | 27. November 14:00 | 14:00 on 27 Nov | 2pm on Friday the 27th
    """,
    "2026-11-27 14:00:30": "2026-11-27 14:00:30",
    "2026-11-27 14:30": "27.11.2026 14.30 | 27. nov 2026, 14.30",
    "2026-11-27 15:00": """
        2026-11-27 14:00Z | 2026-11-27 14:00 Europe/London | 2026-11-27 3pm | next friday 3pm | nov 27
        15:00 | on the 27th at 3pm | 27th 3pm | nov. 27, 3pm | 2026-11-27t14:00z | Friday November 27,
        2026 2:00 PM - 3:00 PM | 27 nov, 3 p.m.
    """,
    "2026-11-27 15:00:00.500000": "2026-11-27T14:00:00.5Z",
    "2026-11-27 15:30": "Nov 27th, 2026 at 3:30 PM",
    "2026-11-27 16:00": "27 nov 3-4pm",
    "2026-11-27 20:00": "2026-11-27T14:00-05:00 | 2026-11-27 14:00 -0500 | Fri, Nov 27 at 2:00 PM EST",
    "2026-11-27 23:00": "Nov 27 2pm PT",
    "2026-11-28": """
        27-28 Nov | 1 week, 2 days | a week before 5 December | nov 27-28 | 27/28 nov | 27 nov - 28 nov |
        nov 27 or 28 | the 27th or 28th | 27th-28th nov | two days before the end of the month
    """,
    "2026-11-28 00:00": "2026-11-27T24:00",
    "2026-11-29": "next sunday | in 10 days from now | 10d",
    "2026-11-29 10:00": "in ten days at 10:00",
    "2026-11-30": """
        eom | end of month | last day of the month | end of november | month end | end of november 2026 |
        by the end of november | by end of month | 10 days after tomorrow | monday week | a week on Monday
        | the monday after next | the last day of november | last working day of november
    """,
    "2026-12-01": """
        first working day of next month | dec 1 | 1 dec | 1.12. | 01.12.2026 | 1.12.26 | in twelve days |
        tuesday week | by the 1st | by 1st dec | by 1st of december | by dec 1st | the first of next month
        | first of december
    """,
    "2026-12-02": "wed the week after next | 3 days before 5 dec | second of december",
    "2026-12-03": """
        1-2 weeks | the 3rd of next month | in the next 2 weeks | within a fortnight | 10 working days
        from now | 1-2w | in 1-2 weeks | one to two weeks | in a couple weeks | a fortnight | two weeks
        today | 3rd of december | third of december | december 3rd | on 2026-12-03 | 26-12-03 | 3.12. | 27
        nov to 3 dec | 2wks
    """,
    "2026-12-03 09:00": """
        dec 3 2026 9am | 2026-12-03 9am | 2026-12-03, 09:00 | 2026-12-03 at 09:00 | 20261203T0900 |
        2026-12-03T09:00+0100 | 2026-12-03T09:00+01 | 03.12.26 9:00
    """,
    "2026-12-03 10:00": "20261203T090000Z",
    "2026-12-03 10:00:00.123456": "2026-12-03T09:00:00.123456789Z",
    "2026-12-04": """
        two weeks from friday | in two weeks on friday | friday in two weeks | end of the week after next
        | fortnight on friday | 2 weeks on friday | a week from next friday | 5 working days after 27 nov
        | two weeks tomorrow | two weeks and a day
    """,
    "2026-12-05": "by 5 dec",
    "2026-12-05 15:00": "3 dec - 5 dec 3pm",
    "2026-12-06 15:00": "3d 2w 5h | 2w 3d 5h",
    "2026-12-07": "first monday in december | 5th working day of december",
    "2026-12-08": "second tuesday of december | 2nd tuesday of december",
    "2026-12-10": "in twenty-one days | in two to three weeks' time | up to 3 weeks | no more than 3 weeks",
    "2026-12-14": "3 weeks on monday",
    "2026-12-17": "in two fortnights",
    "2026-12-19": "in a month | a month from now | a month from today | 1 month | 1 mo | thirty days",
    "2026-12-31": """
        end of next month | in 6 weeks' time | 6 weeks from now | end of year | end of the year | eoy |
        end of quarter | end of december | end of dec 2026 | end of 2026
    """,
    "2026-12-31 15:00": "end of next month 3pm",
    "2027-01-05": "5 jan",
    "2027-01-13": "13/1 | 1/13",
    "2027-02-19": "in 3 months | 3 mos",
    "2027-03-03": "march 3 | mar 3",
    "2027-03-12": "12.3.",
    "2027-05-05": "may 5 | 5 may",
    "2027-11-19": "in a year | 1 yr",
    "2028-01-19": "1y 2m",
    "2030-11-27": "27 nov 2030",
}

# Where an instant is needed and the answer differs from the one above; all other dates are refused there.
AS_INSTANT = {
    "2025-11-19 10:00": "a year ago",
    "2026-10-19 10:00": "a month ago",
    "2026-11-12 10:00": "a week ago",
    "2026-11-13 17:00": "end of last week",
    "2026-11-16 10:00": "3 days ago",
    "2026-11-17 10:00": "2 working days ago",
    "2026-11-18 17:00": "eod yesterday",
    "2026-11-19 10:00": "in 0 days | 0 days",
    "2026-11-19 17:00": """
        end of day | EOD | end of business | end of the day | end of today | COB | COP | eod today
    """,
    "2026-11-20 17:00": """
        by the close of business tomorrow |
        before the weekend |
        EOD friday | COB tomorrow | eow | end of the week | end of friday | at the end of the week | end
        of the working week | end of this week | end of business tomorrow | close of business friday | by
        close of play tomorrow | friday eod | friday, EOD | by EOD tomorrow | by eod on friday | end of
        day tomorrow | end-of-week | end-of-day friday | by end of play friday
    """,
    "2026-11-21 10:00": "in 2 days | a couple of days | in the next two days",
    "2026-11-22 10:00": "3d | in 3 days' time | +3d | over the next 3 days",
    "2026-11-23 10:00": "in 2 working days",
    "2026-11-23 17:00": "end of the day on monday",
    "2026-11-26 10:00": """
        a week | 5bd | next 5 working days | within 5 working days | 5 working days from today | 1w | 1 wk
        | +1w
    """,
    "2026-11-27 17:00": "end of next week | by the end of next week | EOD next friday | EOD 27 nov",
    "2026-11-28 10:00": "1 week, 2 days",
    "2026-11-29 10:00": "in 10 days from now | 10d",
    "2026-11-30 17:00": """
        eom | end of month | end of november | month end | end of november 2026 | by the end of november |
        by end of month
    """,
    "2026-12-01 10:00": "in twelve days",
    "2026-12-03 10:00": """
        in the next 2 weeks | within a fortnight | 10 working days from now | in a couple weeks | a
        fortnight | 2wks
    """,
    "2026-12-04 10:00": "two weeks and a day",
    "2026-12-04 17:00": "end of the week after next",
    "2026-12-10 10:00": "in twenty-one days | up to 3 weeks | no more than 3 weeks",
    "2026-12-17 10:00": "in two fortnights",
    "2026-12-19 10:00": "in a month | a month from now | a month from today | 1 month | 1 mo | thirty days",
    "2026-12-31 10:00": "in 6 weeks' time | 6 weeks from now",
    "2026-12-31 17:00": """
        end of next month | end of year | end of the year | eoy | end of quarter | end of december | end
        of dec 2026 | end of 2026
    """,
    "2027-02-19 10:00": "in 3 months | 3 mos",
    "2027-11-19 10:00": "in a year | 1 yr",
    "2028-01-19 10:00": "1y 2m",
}
