"""How a sentence is taken apart, whose time is whose, and that no text costs much."""

from __future__ import annotations

import pytest

from store.hearing.acts import act_of
from store.hearing.clauses import clauses
from store.hearing.days import Times
from store.hearing.meaning import meaning
from store.hearing.wording import WORDINGS
from tests.growth import growth
from tests.store.hearing.reading import reader, said


def parts(sentence: str, language: str = "en") -> list[str]:
    wording = WORDINGS[language]
    times = list(Times(reader(language)).named(sentence, wording))
    return [one.text for one in clauses(sentence, times, wording.answers)]


@pytest.mark.parametrize(
    ("sentence", "language", "wanted"),
    [
        ("We meet on Monday and I'll ring you on Tuesday.", "en", ["We meet on §", "and I'll ring you on §."]),
        ("By Friday, 4 December, we'll let you know.", "en", ["By §, we'll let you know."]),
        ("Unless Ada objects, we'll write by Friday.", "en", ["Unless Ada objects", "we'll write by §."]),
        ("Once Ada is back on Monday I'll let you know.", "en", ["Once Ada is back on §", "I'll let you know."]),
        ("Ich melde mich, sobald wir entschieden haben.", "de", ["Ich melde mich", "sobald wir entschieden haben."]),
        ("Nous tranchons lundi et je vous appelle mardi.", "fr", ["Nous tranchons §", "et je vous appelle §."]),
        ("Nos reunimos el lunes y te llamo el martes.", "es", ["Nos reunimos §", "y te llamo §."]),
    ],
)  # fmt: skip
def test_a_sentence_has_its_clauses(sentence: str, language: str, wanted: list[str]) -> None:
    assert parts(sentence, language) == wanted


@pytest.mark.parametrize(
    ("sentence", "language", "kind"),
    [
        ("We will let you know by §", "en", "tells"),
        ("we will have made up our minds by §", "en", "decides"),
        ("we will decide on §", "en", "decides"),
        ("please let us know by §", "en", "asks"),
        ("We won't let you know before §", "en", "void"),
        ("we had hoped to let you know by §", "en", "void"),
        ("dass wir Ihnen bis § Bescheid geben", "de", "tells"),
        ("geben Sie uns bitte bis § Bescheid", "de", "asks"),
        ("wir können Ihnen vor § nichts sagen", "de", "void"),
        ("nous vous répondrons avant §", "fr", "tells"),
        ("merci de nous répondre avant §", "fr", "asks"),
        ("te diremos algo antes del §", "es", "tells"),
        ("no te diremos nada antes del §", "es", "void"),
        ("We meet the others on §", "en", None),
    ],
)
def test_who_acts_and_what_is_said(sentence: str, language: str, kind: str | None) -> None:
    wording = WORDINGS[language]
    times = tuple(Times(reader()).named("Friday", WORDINGS["en"]))
    (clause,) = clauses(sentence.replace("§", "Friday"), [], wording.answers)
    act = act_of(clause._replace(text=sentence, times=times), wording.answers)
    assert (None if act is None else act.kind) == kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The board decides on Monday and you will have our answer on Wednesday.", "promised=2026-12-02"),
        ("You will have our answer on Wednesday, once the board has met on Monday.", "promised=2026-12-02"),
        (
            "You'll hear on Thursday if all goes well, and by Monday at the very latest.",
            "promised=2026-11-30",
        ),
        ("You'll hear by Monday... sorry, scratch that, by Friday 4 December.", "promised=2026-12-04"),
        ("The panel sits on Monday. I'll ring you that afternoon.", "promised=2026-11-30"),
        ("We can give you the answer not on Monday but only on Friday.", "promised=2026-11-27"),
        ("We hoped to tell you today. It will be Tuesday.", "promised=2026-12-01"),
        ("It will be the 11th before we can let you know.", "promised=2026-12-11"),
        ("They make up their minds next week, by Friday, and you'll hear then.", "promised=2026-12-04"),
        ("In two days, that is on Friday, I will tell you.", "promised=2026-11-27"),
        ("Be patient until Friday, when we'll call all the candidates.", "promised=2026-11-27"),
    ],
)
def test_each_answer_has_its_own_time(text: str, found: str) -> None:
    assert said(text, "en") == {found}


@pytest.mark.parametrize(
    "text",
    [
        "You'll get our answer on Friday at the earliest.",
        "I'll let you know whether Friday suits them.",
        "If we decide by Friday, all the better.",
        "I'd be lying if I said we'd know by Friday.",
        "You should get the travel money by Friday.",
        "Before I can tell you anything I need to speak to Kim, who's away until Monday.",
        "The first candidate turned us down in October, to answer your question.",
    ],
)
def test_a_day_of_something_else_is_no_promise(text: str) -> None:
    assert not said(text, "en")


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("We will let you know before the weekend.", "en", "2026-11-27"),
        ("We will let you know tonight.", "en", "2026-11-25"),
        ("We will let you know by this time next week.", "en", "2026-12-02"),
        ("We will let you know within 48h.", "en", "2026-11-27"),
        ("We will let you know in early December.", "en", "2026-12-10"),
        ("Early next week's when we let you know.", "en", "2026-12-02"),
        ("Wir melden uns in der KW 50.", "de", "2026-12-11"),
        ("Wir melden uns noch vor dem Wochenende.", "de", "2026-11-27"),
        ("Nous vous répondrons avant le week-end.", "fr", "2026-11-27"),
        ("Nous vous répondrons vendredi 11.", "fr", "2026-12-11"),
        ("Te diremos algo antes del fin de semana.", "es", "2026-11-27"),
        ("Te diremos algo en un plazo de diez días hábiles.", "es", "2026-12-09"),
    ],
)
def test_days_as_mails_name_them(text: str, language: str, day: str) -> None:
    (found,) = said(text, language)
    assert found.startswith(f"promised={day}")


def test_a_request_without_a_day_is_one_too() -> None:
    assert said("Could you send me your references?", "en") == {"owes"}
    assert not said("Please feel free to send me any questions.", "en")
    assert not said("Please bear with us.", "en")


@pytest.mark.parametrize(
    "hostile", ["by Friday ", "unless we hear from you by Friday we ", "our answer: §, ", "you "]
)
def test_a_long_text_costs_no_more_than_a_shorter_one(hostile: str) -> None:
    def read(size: int) -> object:
        return meaning((hostile * size)[:size], reader("de"))

    assert growth(lambda: read(20_000), lambda: read(200_000)) < 3


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "I will pass on your thanks."),
        ("en", "I will pass on your CV to the team."),
        ("en", "It's not a no, we just need more time."),
        ("en", "We won't be proceeding until you have met Ada."),
        ("en", "I regret to inform you that I am not available on Friday."),
        ("en", "We are unable to offer you an earlier slot."),
        ("en", "We cannot offer you another date."),
        ("de", "Leider muss ich unser Gespräch absagen, ich bin krank."),
        ("de", "Ich muss den Termin leider absagen."),
        ("de", "Es tut mir leid, dass ich den Termin absagen muss."),
        ("fr", "Nous ne pouvons pas vous proposer un autre créneau."),
        ("es", "No podemos ofrecerle otra fecha."),
    ],
)
def test_what_sounds_like_a_refusal_is_none(language: str, sentence: str) -> None:
    assert "rejected" not in {one.kind for one in meaning(sentence, reader(language))}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "We have decided to pass on your application."),
        ("en", "We're going to pass on you this time."),
        ("en", "It's a no from us."),
        ("en", "We will not be moving forward with your application."),
        ("en", "We regret to inform you that you have not been selected."),
        ("en", "We are unable to offer you the role."),
        ("de", "Nach unserem Gespräch müssen wir Ihnen leider absagen."),
        ("de", "Danke für das Gespräch; wir müssen Ihnen heute absagen."),
        ("fr", "Nous ne pouvons pas vous proposer le poste."),
        ("es", "No podemos ofrecerle el puesto."),
    ],
)
def test_a_refusal_beside_it_is_one(language: str, sentence: str) -> None:
    assert "rejected" in {one.kind for one in meaning(sentence, reader(language))}
