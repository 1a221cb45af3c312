"""Which template comes first, and the reason given for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from templates.choice import best, to_choose
from templates.conditions import CONDITIONS, WITH_VALUE, condition
from templates.library import Library
from templates.situation import Situation
from templates.template import TEMPLATE_PURPOSES, Template
from templates.vocabulary import VOCABULARY

ALL = Library().all()
THANKS, STATUS, REPLY = Situation("thanks"), Situation("status"), Situation("reply")


@pytest.mark.parametrize(
    ("situation", "name", "reason"),
    [
        (THANKS, "thanks-email", "because it fits every interview"),
        (replace(THANKS, people=3, mode="onsite"), "thanks-panel", "because three people were in the room"),
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
        (replace(THANKS, round="Second", met_before=1), "thanks-second-round", "same people"),
        (
            replace(THANKS, people=3, met_before=1),
            "thanks-second-round",
            "the three interviewed you before",
        ),
        (replace(THANKS, loose_ends=1, people=3), "thanks-clarification", "one loose end is still open"),
        (replace(THANKS, loose_ends=2), "thanks-clarification", "two loose ends are still open"),
        (replace(THANKS, late=True, loose_ends=2), "thanks-late", "the first day is over"),
        (replace(THANKS, result="offer", late=True), "thanks-after-offer", "they made an offer"),
        (replace(THANKS, result="rejected", people=3), "thanks-after-rejection", "they said no"),
        (replace(THANKS, result="advanced"), "thanks-after-advancing", "to the next round"),
        (replace(THANKS, result="withdrawn"), "thanks-plain", "for when nothing else fits"),
        (replace(THANKS, mode="recorded"), "thanks-recorded", "it was a recording or a task"),
        (
            replace(THANKS, to_contact=True, people=3),
            "thanks-recruiter",
            "it goes to the recruiter or another contact",
        ),
        (replace(THANKS, to_contact=True, result="rejected"), "thanks-plain", "for when nothing else fits"),
        (
            replace(THANKS, via_recruiter=True, channel="other", result="offer"),
            "thanks-via-recruiter",
            "directly",
        ),
        (replace(THANKS, via_recruiter=True, channel="sms"), "thanks-via-recruiter", "directly"),
        (replace(THANKS, channel="sms"), "thanks-sms", "short enough for a text message"),
        (replace(THANKS, channel="sms", people=3), "thanks-panel-sms", "three people were there"),
        (replace(THANKS, channel="sms", result="rejected"), "thanks-sms-plain", "for a text message"),
        (replace(THANKS, channel="whatsapp", late=True), "thanks-whatsapp", "a chat"),
        (replace(THANKS, channel="whatsapp", result="offer"), "thanks-sms-plain", "a text message"),
        (replace(THANKS, channel="letter", people=3), "thanks-panel", "three people were there"),
        (replace(THANKS, language="de"), "dank-email", "and you write to them in German"),
        (replace(THANKS, language="de", channel="sms", people=3), "dank-sms", "in German"),
        (replace(THANKS, language="de", channel="whatsapp"), "dank-sms", "short enough for a text message"),
        (replace(STATUS, language="de"), "stand-email", "you write to them in German"),
        (replace(STATUS, language="de", channel="sms"), "stand-sms", "short enough for a text message"),
        (replace(THANKS, language="de", result="rejected"), "thanks-after-rejection", "they said no"),
        (replace(THANKS, language="fr"), "thanks-email", "because it fits every interview"),
        (STATUS, "status-email", "there is no decision yet"),
        (replace(STATUS, emails_sent=1), "status-email-second", "an earlier mail was not answered"),
        (replace(STATUS, unanswered_calls=1), "status-after-calls", "one call was not answered"),
        (replace(STATUS, unanswered_calls=2, emails_sent=1), "status-after-calls", "two calls were not"),
        (replace(STATUS, to_contact=True), "status-recruiter", "it goes to the recruiter or another contact"),
        (replace(STATUS, offer_elsewhere=True), "status-other-offer-owed", "and the day of their answer has"),
        (
            replace(STATUS, offer_elsewhere=True, answer_due=False),
            "status-other-offer",
            "because you hold an offer for another job",
        ),
        (replace(STATUS, channel="sms"), "status-sms", "for a text message"),
        (replace(STATUS, channel="whatsapp", offer_elsewhere=True), "status-other-offer-sms", "another job"),
        (replace(STATUS, result="offer"), "status-question", "for when nothing else fits"),
        (Situation("call", "call"), "call-script", "because they pick up themselves"),
        (Situation("call", "call", held=False), "call-before", "because the interview lies ahead"),
        (Situation("voicemail", "call", held=False), "voicemail-before", "because the interview lies ahead"),
        (Situation("call", "call", "de", held=False), "telefonat-vorher", "you speak German with them"),
        (
            Situation("voicemail", "call", "de", held=False),
            "anrufbeantworter-vorher",
            "you speak German with",
        ),
        (Situation("call", "call", language="de"), "telefonat", "you speak German with them"),
        (Situation("call", "call", result="rejected"), "call-question", "not the decision you call about"),
        (Situation("voicemail", "call", result="offer"), "voicemail-question", "not the decision"),
        (Situation("voicemail", "call"), "voicemail", "the answering machine takes the call"),
        (REPLY, "reply-email", "for when they wrote about something else"),
        (replace(REPLY, result="offer", channel="sms"), "reply-offer-sms", "they made an offer"),
        (replace(REPLY, result="advanced"), "reply-next-round", "to the next round"),
        (Situation("delivery", owes=2), "delivery-email", "you said you would send two things"),
        (Situation("delivery", "whatsapp", owes=1), "delivery-sms", "you said you would send something"),
        (Situation("other"), "note-email", "for when none of the purposes fits"),
        (Situation("other", held=False), "note-email", "for when none of the purposes fits"),
        (replace(THANKS, held=False), "thanks-plain", "for when nothing else fits"),
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
    for purpose in TEMPLATE_PURPOSES:
        ranked = best(ALL, Situation(purpose))
        assert {template.name for template, _ in ranked} >= {
            template.name for template in ALL if template.purpose == purpose
        }
        assert all(reason.startswith(("because ", "for ")) for _, reason in ranked)
    ranked = best(ALL, THANKS)
    assert {template.purpose for template, _ in ranked} == {"thanks"}
    assert {template.name: reason for template, reason in ranked}["thanks-panel"] == (
        "for when several people interviewed you"
    )
    assert {template.name for template, _ in best(ALL, Situation("call", "call"))} == {
        *("call-script", "gatekeeper", "still-deciding", "voicemail", "telefonat", "anrufbeantworter"),
        *("call-question", "voicemail-question"),
        *("call-before", "voicemail-before", "telefonat-vorher", "anrufbeantworter-vorher"),
    }
    assert best(ALL, Situation("nonsense")) == []


def test_what_fits_another_channel_says_so_and_stands_before_what_does_not_fit() -> None:
    ranked = [(template.name, reason) for template, reason in best(ALL, replace(THANKS, channel="sms"))]
    assert [name for name, _ in ranked[:3]] == ["thanks-sms", "thanks-sms-plain", "thanks-email"]
    assert ranked[2][1] == "for another channel: email"
    assert ("thanks-after-offer", "for when the offer came before the thanks were sent") in ranked[3:]


def test_a_claim_that_is_not_so_is_given_as_the_reason() -> None:
    reasons = {template.name: reason for template, reason in best(ALL, replace(THANKS, result="rejected"))}
    assert reasons["thanks-email"] == "for when nothing is decided yet"


@pytest.mark.parametrize(
    ("situation", "does"),
    [
        (
            replace(REPLY, result="offer"),
            {"accept the offer", "decline the offer", "ask for more time"},
        ),
        (replace(REPLY, result="rejected"), {"thank them and part well", "ask for feedback"}),
        (replace(REPLY, moved=True), {"confirm the new date", "ask for another date"}),
        (replace(REPLY, result="advanced"), set()),
        (REPLY, set()),
        (THANKS, set()),
        (Situation("nonsense"), set()),
    ],
)
def test_what_only_the_user_can_know_is_theirs_to_choose(situation: Situation, does: set[str]) -> None:
    assert {template.does for template in to_choose(ALL, situation)} == does


def test_the_contact_is_written_to_only_where_no_interviewer_can_be_reached() -> None:
    assert best(ALL, replace(THANKS, people=3))[0][0].name != "thanks-via-recruiter"


def own(name: str, when: str = "", *fits: str, claims: tuple[str, ...] = (), language: str = "") -> Template:
    return Template(
        name, name, "thanks", "email", when, True, Path("x"),
        fits=tuple(map(condition, fits)), claims=tuple(map(condition, claims)), language=language,
    )  # fmt: skip


def test_the_users_own_stand_where_their_header_puts_them() -> None:
    panel, other = own("short", "", "several people"), own("thanks-panel-nordic", "they are in Oslo")
    ranked = [template.name for template, _ in best([*ALL, panel, other], replace(THANKS, people=3))]
    assert ranked[:4] == ["short", "thanks-panel", "thanks-panel-nordic", "thanks-email"]
    ((_, reason),) = best([other], THANKS)
    assert reason == "for when they are in Oslo"


def test_one_of_the_users_own_is_held_to_its_claims() -> None:
    mine = own("mine", "", "several people", claims=("met before",))
    assert best([*ALL, mine], replace(THANKS, people=3, met_before=0))[0][0].name == "thanks-panel"
    assert best([*ALL, mine], replace(THANKS, people=3, met_before=3))[0][0].name == "thanks-second-round"
    ((_, reason),) = best([mine], replace(THANKS, people=3))
    assert reason == "for when one of them or more had interviewed you before"


def test_a_language_comes_before_the_channel_and_an_own_one_without_is_of_every_language() -> None:
    german = replace(Situation("delivery"), language="de", channel="sms", owes=1)
    assert best(ALL, german)[0][0].name == "nachreichung"
    mine = own("mine", "", "any conversation")
    assert best([*ALL, mine], replace(THANKS, language="fr"))[0][0].name == "mine"
    french = own("merci", "", "any conversation", "language fr", language="fr")
    assert best([*ALL, french], replace(THANKS, language="fr"))[0][0].name == "merci"
    assert best([*ALL, french], THANKS)[0][0].name == "thanks-email"


def test_the_order_of_the_list_does_not_matter() -> None:
    situation = replace(THANKS, people=2, late=True)
    assert best(ALL, situation) == best(tuple(reversed(ALL)), situation)


def test_the_most_telling_condition_decides_and_then_how_many_there_are() -> None:
    panel = own("both", "", "several people", "late")
    late = replace(THANKS, late=True, people=3, mode="video")
    ranked = best([*ALL, panel], late)
    assert [template.name for template, _ in ranked[:2]] == ["both", "thanks-late"]
    assert ranked[0][1] == "because the first day is over and three people were on the call"
    assert best([*ALL, panel], replace(late, result="offer"))[0][0].name == "thanks-after-offer"
    alone = best([*ALL, panel], replace(late, people=1))
    assert [template.name for template, _ in alone[:2]] == ["thanks-late", "thanks-email"]


@pytest.mark.parametrize(
    ("fits", "situation", "reason"),
    [
        ("people 3+", replace(THANKS, people=4), "four people were there"),
        ("people 1", THANKS, "one person was there"),
        ("people 2", THANKS, None),
        ("met all before", replace(THANKS, people=2, met_before=2), "the same people interviewed you before"),
        ("met all before", replace(THANKS, people=2, met_before=1), None),
        ("met all before", replace(THANKS, people=0), None),
        (
            "round culture fit",
            replace(THANKS, round="Culture Fit (45 min)"),
            "the round's name holds “culture fit”",
        ),
        ("round culture", replace(THANKS, round="Agriculture"), None),
        ("by video", replace(THANKS, mode="video"), "you met by video"),
        ("language de", replace(THANKS, language="de"), "you write to them in German"),
        ("language pt", replace(THANKS, language="pt"), "you write to them in pt"),
        ("language de", THANKS, None),
        ("to an interviewer", replace(THANKS, to_contact=True), None),
        ("undecided", replace(THANKS, result="accepted"), None),
        ("undecided", replace(THANKS, result="advanced"), "nothing is decided yet"),
    ],
)
def test_conditions_are_met_or_not(fits: str, situation: Situation, reason: str | None) -> None:
    assert condition(fits).reason(situation) == reason


@pytest.mark.parametrize(
    ("fits", "meaning"),
    [
        ("people 1", "one person interviewed you"),
        ("people 3", "three people interviewed you"),
        ("people 3+", "three or more people interviewed you"),
    ],
)
def test_what_a_number_of_people_demands_is_said_in_words(fits: str, meaning: str) -> None:
    assert condition(fits).meaning == meaning


def test_the_programs_templates_use_most_of_the_conditions() -> None:
    used = {one.text for template in ALL for one in (*template.fits, *template.claims)}
    assert used <= CONDITIONS.keys() | {"language de"}
    assert CONDITIONS.keys() - used == {"in the room", "by video", "by telephone", "met all before"}


def test_an_unknown_condition_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"'full moon' is no condition.*late.*round NAME"):
        condition("full moon")


def test_the_documents_list_every_condition_and_every_word() -> None:
    listed = (Path(__file__).parents[2] / "templates" / "README.md").read_text("utf-8")
    words = {name: word.meaning for name, word in VOCABULARY.items()}
    meanings = {**{one.text: one.meaning for one in CONDITIONS.values()}, **WITH_VALUE, **words}
    assert [row for row in meanings.items() if f"| `{row[0]}` | {row[1]} |" not in listed] == []
