"""Placeholders: what is one, and what only looks like one."""

import pytest

from templates.proof import Case, proof

CASE = Case(company="Globex", people=("Ada Okafor",), addressed=("Ada Okafor",))


def gaps(text: str) -> list[str]:
    return [f.text for f in proof(text, CASE) if f.rule == "gap"]


@pytest.mark.parametrize(
    "gap",
    [
        "{{ interviewer }}", "{{topic}}", "{% if day %}", "{company}", "${role}", "[name]", "[Company]",
        "[Your Name]",
        "[...]", "[one thing you liked about the talk you had with them]", "<name>", "<Company Name>",
        "<ROLE>",
        "____", "XXX", "TODO", "FIXME", "…name…", "...company...", "INSERT TOPIC HERE", "(insert topic)",
        "(company name)", "«FirstName»", "%COMPANY%", "COMPANY_NAME", "first_name", "xx:xx",
        "lorem ipsum", "Company Name", "TBD", "???", "$NAME", "$company",
    ],
)  # fmt: skip
def test_a_placeholder_is_a_gap(gap: str) -> None:
    assert [found for found in gaps(f"Dear Ada, thank you for {gap} and the rest.") if gap in found]


@pytest.mark.parametrize(
    "text",
    [
        "Dear ,\nthank you.", "Dear None,\nthank you.", "Thank you for your time at . I enjoyed it.",
        "Dear ...,\nthank you.",
        "Dear Mr ,\nthank you.", "I would like to join as a .", "Kind regards,\nYour Name",
        "Dear XY,\nthank you.", "I enjoyed our talk about None yesterday.", "I would like to join None.",
    ],
)  # fmt: skip
def test_a_missing_value_is_a_gap(text: str) -> None:
    assert gaps(text)


@pytest.mark.parametrize(
    "text",
    [
        "See the notes [1] and [2], and a quotation [sic].", "We use List<String> and Map<Name, Role>.",
        "An index such as rows[i] or table[name].", "My [notes](https://notes.example) are online.",
        "Write to <ada@globex.example> or see <https://globex.example>.",
        "We built a TODO app and a to-do list.", "My start date is still TBD, as I said.",
        "None of it was dull, and none of us was late.", "I kept the null hypothesis and $100 in mind.",
        "What a day?? I mean it.", "The name of null values, and undefined behaviour, came up.",
        "Your handling of null, and of undefined, was new to me.",
        "An INSERT INTO is quicker than ten INSERT statements.", "It was ... well ... long.",
        "I like .NET, and C++.",
        "The price fell by 50% while the rest of the 30% stayed.", "A set {1, 2} and a dict {\"a\": 1}.",
        "A < B and B > A hold at company level.", "The name (Ada) is nice, and so on...",
        "Kind regards, Mr. Dee",
        "The position at the company, and the name of the team, matter.", "I enjoyed class A, B and C.",
        "What we add here, and insert there, is for you to say.", "Attached [attached] is a file.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_gap(text: str) -> None:
    assert gaps(text) == []


def test_an_empty_draft_is_one_gap() -> None:
    assert [f.rule for f in proof(" \n", CASE) if f.level == "block"] == ["gap"]


def test_nothing_else_is_said_inside_a_gap() -> None:
    text = "Dear {{ interviewer }}, thank you for {{  TOPIC !! }}."
    inside = [f for f in proof(text, CASE) if f.start is not None and f.rule != "gap"]
    assert inside == []


def test_a_gap_in_the_subject_has_no_place() -> None:
    found = [
        f for f in proof("Dear Ada, thank you.", CASE, subject="Thanks, {{ company }}") if f.rule == "gap"
    ]
    assert [(f.start, f.end, f.text) for f in found] == [(None, None, "{{ company }}")]
    assert "subject" in found[0].why
