"""Which template comes first, and the reason given for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from templates.library import Library, best
from templates.situation import CONDITIONS, WITH_VALUE, Situation, condition
from templates.template import Template
from templates.vocabulary import VOCABULARY

ALL = Library().all()
THANKS = Situation("thanks")


@pytest.mark.parametrize(
    ("situation", "name", "reason"),
    [
        (THANKS, "thanks-email", "it fits every first conversation"),
        (replace(THANKS, people=3, mode="onsite"), "thanks-panel", "three people were in the room"),
        (replace(THANKS, people=2, mode="video"), "thanks-panel", "two people were on the call"),
        (replace(THANKS, people=12), "thanks-panel", "12 people were there"),
        (
            replace(THANKS, round="Panel"),
            "thanks-panel",
            "the round's name says that several people took part",
        ),
        (replace(THANKS, round="Phone screen"), "thanks-phone-screen", "it was a first call by telephone"),
        (replace(THANKS, mode="phone"), "thanks-phone-screen", "it was a first call by telephone"),
        (replace(THANKS, round="System design"), "thanks-technical", "it was a technical round"),
        (replace(THANKS, round="Final", people=3), "thanks-final-round", "it was the final round"),
        (
            replace(THANKS, round="Second", earlier_round_same_people=True),
            "thanks-second-round",
            "same people",
        ),
        (replace(THANKS, loose_ends=1, people=3), "thanks-clarification", "one loose end is still open"),
        (replace(THANKS, loose_ends=2), "thanks-clarification", "two loose ends are still open"),
        (replace(THANKS, late=True, loose_ends=2), "thanks-late", "the time for prompt thanks has passed"),
        (replace(THANKS, offer=True, late=True), "thanks-after-offer", "the offer came first"),
        (
            replace(THANKS, via_recruiter=True, channel="other", offer=True),
            "thanks-via-recruiter",
            "directly",
        ),
        (replace(THANKS, via_recruiter=True, channel="sms"), "thanks-via-recruiter", "directly"),
        (replace(THANKS, channel="sms", people=3), "thanks-sms", "one text message"),
        (replace(THANKS, channel="whatsapp", late=True), "thanks-whatsapp", "a chat"),
        (replace(THANKS, channel="letter", people=3), "thanks-panel", "three people were there"),
        (Situation("status"), "status-email", "nothing was heard"),
        (Situation("status", emails_sent=1), "status-email-second", "an earlier mail was not answered"),
        (Situation("status", unanswered_calls=1), "status-after-calls", "one call was not answered"),
        (Situation("status", unanswered_calls=2, emails_sent=1), "status-after-calls", "two calls were not"),
        (Situation("call", "call"), "call-script", "for when they answer themselves"),
        (Situation("voicemail", "call"), "voicemail", "the answering machine takes the call"),
        (Situation("other"), "withdrawal", "for when you no longer want the position"),
    ],
)
def test_the_best_comes_first_with_its_reason(situation: Situation, name: str, reason: str) -> None:
    template, said = best(ALL, situation)[0]
    assert template.name == name
    assert reason in said


@pytest.mark.parametrize("word", ["Screenplay", "Finale", "Boardroom", "Technicolor", ""])
def test_words_within_words_do_not_count(word: str) -> None:
    situation = replace(THANKS, round=word)
    assert not (situation.technical or situation.final or situation.panel or situation.phone_screen)


def test_only_the_purpose_is_offered_and_each_has_a_reason() -> None:
    ranked = best(ALL, THANKS)
    assert {template.purpose for template, _ in ranked} == {"thanks"}
    assert all(reason for _, reason in ranked)
    assert [reason for template, reason in ranked if template.channel == "sms"] == [
        "for another channel: sms"
    ]
    assert {template.name for template, _ in best(ALL, Situation("call", "call"))} == {
        *("call-script", "gatekeeper", "still-deciding", "voicemail"),
    }
    assert best(ALL, Situation("nonsense")) == []


def test_the_contact_is_written_to_only_where_no_interviewer_can_be_reached() -> None:
    assert best(ALL, replace(THANKS, people=3))[0][0].name != "thanks-via-recruiter"


def own(name: str, when: str = "", *fits: str) -> Template:
    return Template(name, name, "thanks", "email", when, True, Path("x"), tuple(map(condition, fits)))


def test_the_users_own_stand_where_their_header_puts_them() -> None:
    panel, other = own("short", "", "several people"), own("thanks-panel-nordic", "they are in Oslo")
    ranked = [template.name for template, _ in best([*ALL, panel, other], replace(THANKS, people=3))]
    assert ranked[:4] == ["short", "thanks-panel", "thanks-panel-nordic", "thanks-email"]
    ((_, reason),) = best([other], THANKS)
    assert reason == "for when they are in Oslo"


def test_the_order_of_the_list_does_not_matter() -> None:
    situation = replace(THANKS, people=2, late=True)
    assert best(ALL, situation) == best(tuple(reversed(ALL)), situation)


def test_the_most_telling_condition_decides_and_then_how_many_there_are() -> None:
    panel = own("both", "", "several people", "late")
    late = replace(THANKS, late=True, people=3, mode="video")
    ranked = best([*ALL, panel], late)
    assert [template.name for template, _ in ranked[:2]] == ["both", "thanks-late"]
    assert ranked[0][1] == "the time for prompt thanks has passed and three people were on the call"
    assert best([*ALL, panel], replace(late, offer=True))[0][0].name == "thanks-after-offer"
    alone = best([*ALL, panel], replace(late, people=1))
    assert alone[0][0].name == "thanks-late"
    assert [template.name for template, _ in alone if template.channel == "email"][1] == "thanks-email"


@pytest.mark.parametrize(
    ("fits", "situation", "reason"),
    [
        ("people 3+", replace(THANKS, people=4), "four people were there"),
        ("people 1", THANKS, "one person was there"),
        ("people 2", THANKS, None),
        (
            "round culture fit",
            replace(THANKS, round="Culture Fit (45 min)"),
            "the round's name holds “culture fit”",
        ),
        ("round culture", replace(THANKS, round="Agriculture"), None),
        ("by video", replace(THANKS, mode="video"), "you met by video"),
    ],
)
def test_conditions_with_a_value(fits: str, situation: Situation, reason: str | None) -> None:
    assert condition(fits).reason(situation) == reason


def test_every_condition_is_met_somewhere_and_the_programs_templates_use_most_of_them() -> None:
    used = {one.text for template in ALL for one in template.fits}
    assert used <= CONDITIONS.keys()
    assert CONDITIONS.keys() - used == {"in the room", "by video", "by telephone"}


def test_an_unknown_condition_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"'full moon' is no condition.*late.*round NAME"):
        condition("full moon")


def test_the_readme_lists_every_condition_and_every_word() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    meanings = {**{one.text: one.meaning for one in CONDITIONS.values()}, **WITH_VALUE, **VOCABULARY}
    assert [row for row in meanings.items() if f"| `{row[0]}` | {row[1]} |" not in readme] == []
