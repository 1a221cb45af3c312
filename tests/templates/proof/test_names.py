"""Whose name is written, and how."""

import unicodedata
from dataclasses import replace

import pytest

from templates.proof import Case, proof
from tests.templates.proof.drafts_read import case_of

GLOBEX = case_of("globex", addressed=("Ada Okafor",))


def found(rule: str, text: str, case: Case = GLOBEX) -> list[str]:
    return [f.text for f in proof(text, case) if f.rule == rule]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I would be proud to work at Initech.", ["Initech"]),
        ("I would be proud to work at initech, too.", ["initech"]),
        ("Umbrella Corporation is known for it.", ["Umbrella Corporation"]),
        ("I know what Hooli's engineers did.", ["Hooli"]),
        ("I want to help Target with it.", ["Target"]),
        ("Dear Anna,\nthank you.", ["Anna"]),
        ("Dear Mark,\nthank you.", ["Mark"]),
        ("hi priya, thank you", ["priya"]),
        ("As Ms Young said, it was long.", ["Young"]),
        ("As Ms. Young said, it was long.", ["Young"]),
        ("I spoke with Sofia about it.", ["Sofia"]),
        ("I spoke with Yusuf Celik about it.", ["Yusuf Celik"]),
        ("I spoke with Rose and then went home.", ["Rose"]),
        ("I liked the work at ØRSTED and at Orsted.", ["ØRSTED", "Orsted"]),
        ("The Acme platform is what I want.", ["Acme"]),
        ("I spoke with\nGrace Hopkins there.", ["Grace Hopkins"]),
    ],
)
def test_a_name_from_another_card(text: str, names: list[str]) -> None:
    assert found("foreign_name", text) == names


@pytest.mark.parametrize(
    "text",
    [
        "We met the target, and the parts match; I will work remote on Monday.",
        "Target figures matter. Match them. Remote work suits me. Notion of time.",
        "The Target Operating Model and the Square Mile are known.",
        "In May and April, hope and faith are rich; a young king may cook. Will you? Mark my words.",
        "An umbrella, an apple and a square. Hope this helps. Early starts suit me. Rich in data.",
        "The sap rises in spring.",
        "It is the best art, case by case, page by page, stone by stone, day after day.",
        "We went to Jordan and to Paris, and it was a joy.",
        "I wrote to jobs@initech.example and read https://initech.example/anna.",
        "Initechnology is not a name.",
    ],
)
def test_an_everyday_word_is_no_name(text: str) -> None:
    assert found("foreign_name", text) == []


def test_names_of_this_card_and_the_users_own_are_no_strangers() -> None:
    case = replace(
        GLOBEX,
        people=("Anna Schmidt", "Tom Berg"),
        me="Sofia Lind",
        topics=("the Initech migration",),
        other_people=("Anna Berg", "Sofia Rossi", "Anna Schmidt"),
        other_companies=("Initech", "Globex", "Globex Labs"),
    )
    text = (
        "Dear Anna and Tom, thank you. The Initech migration at Globex, in the globex labs, suits me. Sofia"
    )
    assert found("foreign_name", text, case) == []
    assert found("foreign_name", "I spoke with Anna Berg of Globex Labs.", case) == [
        "Anna Berg",
        "Globex Labs",
    ]


def test_a_name_under_the_message_is_the_users() -> None:
    case = replace(GLOBEX, me="")
    assert found("foreign_name", "Dear Ada,\nthank you.\n\nKind regards,\nSofia", case) == []


def test_the_finding_says_which_name_was_meant() -> None:
    [why] = [f.why for f in proof("I spoke with Sofia.", GLOBEX) if f.rule == "foreign_name"]
    assert "Sofia Rossi" in why


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dear Ms Okafur,\nthank you.", ["Okafur"]),
        ("Dear Okafro,\nthank you.", ["Okafro"]),
        ("Dear Dennis,\nthank you.", ["Dennis"]),
        ("Dear Eda,\nthank you.", ["Eda"]),
        ("I spoke with Martha.", ["Martha"]),
        ("I want to work at Globx.", ["Globx"]),
        ("I want to work at globex.", ["globex"]),
        ("I want to work at GlobeX.", ["GlobeX"]),
        ("dear ada, thank you", ["ada"]),
        ("Globbex is great.", ["Globbex"]),
        ("Dear Ms Aydan,\nthank you.", ["Aydan"]),
    ],
)
def test_a_near_miss(text: str, names: list[str]) -> None:
    assert found("misspelt_name", text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ada Okafor, dear Deniz Aydın, dear Marta,",
        "Dear Deniz Aydin,",
        "Dear " + unicodedata.normalize("NFD", "Deniz Aydın") + ",",
        "DEAR ADA OKAFOR, GLOBEX IS GREAT.",
        "Globex's plan, Okafor's question, Ada’s answer.",
        "The globe, the Globe, the cost, the costs, the data, and ads.",
        "We use Java, Data, Kafka and Jira; it is dense.",
        "A Globexer told me; Globexers are kind.",
        "Ava and Ida came by.",
    ],
)
def test_right_names_and_mere_neighbours(text: str) -> None:
    assert found("misspelt_name", text) == []


def test_letters_spelt_out_are_right() -> None:
    case = Case(company="Müller & Söhne", people=("Jürgen Groß",), addressed=("Jürgen Groß",))
    for text in (
        "Dear Juergen Gross, at Mueller & Soehne",
        "Dear Jürgen Groß, at Müller",
        "Dear Jurgen, at Muller",
    ):
        assert found("misspelt_name", text, case) == []
    assert found("misspelt_name", "Dear Mr Gros, at Müler", case) == ["Gros", "Müler"]


def test_a_long_name_may_be_missed_by_two_letters_or_a_space() -> None:
    case = Case(
        company="Northwind Traders GmbH", people=("Tomasz Zieliński",), addressed=("Tomasz Zieliński",)
    )
    assert found("misspelt_name", "I spoke with Zilinsky at North Wind.", case) == ["Zilinsky", "North Wind"]
    assert found("misspelt_name", "A north wind blew at Northwind Traders.", case) == []


@pytest.mark.parametrize("name", ["Stripe", "Target", "Ramp"])
def test_a_company_named_by_an_everyday_word_leaves_that_word_alone(name: str) -> None:
    case = Case(company=name)
    assert (
        found("misspelt_name", f"A {name.lower()} and two {name.lower()}s; a strip, a trap, a ramble.", case)
        == []
    )


def test_names_in_other_scripts() -> None:
    case = Case(company="Globex", people=("דנה לוי",), other_people=("山田太郎", "يوسف حداد"))
    assert found("foreign_name", "山田太郎様、ありがとうございました。", case) == ["山田太郎"]
    assert found("foreign_name", "شكرا يا يوسف حداد", case) == ["يوسف حداد"]
    assert found("foreign_name", "תודה, דנה לוי", case) == []


def test_dotless_i_and_normal_forms_are_the_same_name() -> None:
    case = Case(company="Globex", other_people=("Işık Yılmaz",))
    for written in ("Işık Yılmaz", "Isik Yilmaz", unicodedata.normalize("NFD", "Işık Yılmaz"), "IŞIK YILMAZ"):
        assert found("foreign_name", f"Thanks to {written} for it.", case) == [written]


def test_the_subject_is_checked_for_names() -> None:
    findings = proof("Dear Ada, thank you.", GLOBEX, subject="Thank you from Initech to Globx")
    assert [(f.rule, f.text) for f in findings if "subject" in f.why] == [
        ("foreign_name", "Initech"),
        ("misspelt_name", "Globx"),
    ]


def test_a_title_in_capitals_is_no_company() -> None:
    subject = "Thank You For Your Time: A Remote Match For The Data Role"
    assert [f for f in proof("Dear Ada", GLOBEX, subject=subject) if f.rule == "foreign_name"] == []


def test_what_the_user_calls_somebody_is_a_right_way_to_write_their_name() -> None:
    case = replace(GLOBEX, called=(("Elizabeth", "Betty"),), other_people=("Betty Sanders",))
    assert found("foreign_name", "Dear Betty,\n\nthank you, Betty.", case) == []
    assert found("misspelt_name", "Dear Betty,\n\nthank you.", case) == []
    assert found("misspelt_name", "Dear Bettty,\n\nthank you.", case) == ["Bettty"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I would love to teach at Holly Bank Primary School.", "Holly Bank Primary School"),
        ("I hope to join Pied Piper soon.", "Pied Piper"),
        ("I am very interested in the position at Soylent.", "Soylent"),
    ],
)
def test_wishing_to_work_where_no_card_is_about_is_a_remark(text: str, name: str) -> None:
    named = [(f.text, f.level) for f in proof(text, GLOBEX) if f.rule == "foreign_name"]
    assert named == [(name, "warn")]


@pytest.mark.parametrize(
    "text",
    [
        "I would love to work at Globex.", "I would be glad to join Ada and the rest of you.",
        "In my last job at Soylent we had four.", "While working at Pied Piper I learned it.",
        "I would be happy to join the Platform team.", "I used to work for Dunmore Council.",
        "I hope to join you in Berlin.", "I would love to work with Python.",
        "I could join Platform team meetings.",
    ],
)  # fmt: skip
def test_earlier_work_and_the_card_itself_are_no_other_place(text: str) -> None:
    assert found("foreign_name", text) == []


def test_a_small_word_of_another_language_is_no_name() -> None:
    case = Case(company="Colegio Los Olivos", people=("Luz Ferrer",), language="es")
    text = "Muchas gracias por enseñarme el colegio y los patios, y por la luz que entra en las aulas."
    assert found("misspelt_name", text, case) == []


def test_a_persons_name_in_small_letters_within_a_sentence_is_only_a_remark() -> None:
    case = Case(company="Globex", people=("Sorrel Hill",), addressed=("Sorrel Hill",))
    levels = {
        f.level for f in proof("Dear Sorrel,\n\nthe sorrel soup was good.", case) if f.rule == "misspelt_name"
    }
    assert levels == {"warn"}
    assert [f.level for f in proof("Dear sorrel,\n\nthanks.", case) if f.rule == "misspelt_name"] == ["block"]
