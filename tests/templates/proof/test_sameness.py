"""Ready-made wording, and letters that were sent before."""

import unicodedata

import pytest

from templates.proof import Case, MessagePurpose, own_share, own_share_aimed_at, proof

TEMPLATE = (
    "Dear Ada,\n\nThank you for the time you gave me and for the open way you described the position. "
    "I have kept thinking about event streams. That is work I would like to do.\n\nKind regards,\nRobin"
)
OWN = (
    "Your drawing of the two queues made me smile, because ours looked just so until last March, when a "
    "colleague rubbed one of them out and nobody noticed for nine days. Since then we count."
)


def rules(text: str, case: Case) -> set[str]:
    return {f.rule for f in proof(text, case)}


def test_the_template_itself_is_unchanged_whatever_its_white_space() -> None:
    case = Case(template_text=TEMPLATE)
    assert "unchanged" in rules(TEMPLATE, case)
    assert "unchanged" in rules("  " + unicodedata.normalize("NFD", TEMPLATE).replace(" ", "\n") + "\n", case)
    assert "unchanged" not in rules(TEMPLATE + " P.S. " + OWN, case)
    assert "unchanged" not in rules(TEMPLATE, Case())


@pytest.mark.parametrize(("mine", "theirs", "expected"), [(64, 36, True), (66, 34, False)])
def test_canned_begins_above_thirty_five_in_a_hundred(mine: int, theirs: int, expected: bool) -> None:
    """The first `theirs` runs of a hundred come from the template: a run is four words."""
    ready_made = " ".join(f"t{i}" for i in range(theirs + 3))
    text = ready_made + " " + " ".join(f"m{i}" for i in range(mine))
    assert ("canned" in rules(text, Case(template_sources=(ready_made,)))) is expected


@pytest.mark.parametrize(("theirs", "level"), [(36, "warn"), (59, "warn"), (60, "block"), (100, "block")])
def test_from_sixty_in_a_hundred_on_it_blocks(theirs: int, level: str) -> None:
    ready_made = " ".join(f"t{i}" for i in range(theirs + 3))
    text = ready_made + " " + " ".join(f"m{i}" for i in range(100 - theirs))
    case = Case(template_sources=(ready_made,))
    assert [f.level for f in proof(text, case) if f.rule == "canned"] == [level]
    assert own_share(text, case) == pytest.approx(1 - theirs / 100)


@pytest.mark.parametrize("purpose", ["status", "reply", "delivery", "other"])
def test_what_only_has_to_be_right_may_be_said_as_others_say_it(purpose: MessagePurpose) -> None:
    ready_made = " ".join(f"t{i}" for i in range(62))
    for mine, levels in ((41, []), (35, ["warn"]), (0, ["warn"])):
        text = f"{ready_made} {' '.join(f'm{i}' for i in range(mine))}"
        case = Case(purpose=purpose, template_sources=(ready_made,))
        assert [f.level for f in proof(text, case) if f.rule == "canned"] == levels
        assert own_share_aimed_at(case) == pytest.approx(0.4)
    assert own_share_aimed_at(Case()) == pytest.approx(0.65)


def test_what_the_user_put_into_a_gap_is_their_own() -> None:
    source = (
        "{# title: Thanks\n purpose: thanks #}\nDear {{ interviewer }}, thank you for {{ topic }}, which "
        "I liked so{% if day %} on {{ day }}{% endif %}."
    )
    filled = "the long talk about the queue that nobody owns and that everybody fears on a Monday"
    text = f"Dear Ada, thank you for {filled}, which I liked so."
    assert own_share(text, Case(template_sources=(source,))) == pytest.approx(21 / 22)
    assert own_share(text, Case()) is None


def test_case_and_punctuation_do_not_make_words_ones_own() -> None:
    assert "canned" in rules(TEMPLATE.upper().replace(".", "!"), Case(template_sources=(TEMPLATE,)))


def test_own_words_are_not_canned() -> None:
    assert "canned" not in rules(
        f"Dear Ada,\n\nThank you. {OWN}\n\nKind regards,\nRobin", Case(template_sources=(TEMPLATE,))
    )


def test_a_copy_with_another_name_is_found_and_names_the_company() -> None:
    case = Case(company="Globex", sent_elsewhere=(("Hooli", "Hello."), ("Initech", TEMPLATE + OWN)))
    [found] = [f for f in proof((TEMPLATE + OWN).replace("Ada", "Deniz"), case) if f.rule == "near_copy"]
    assert "Initech" in found.why


def test_what_was_sent_to_this_company_or_only_shares_its_frame_is_no_copy() -> None:
    assert "near_copy" not in rules(
        TEMPLATE + OWN, Case(company="Globex", sent_elsewhere=(("GLOBEX", TEMPLATE + OWN),))
    )
    frame = "Dear Ada,\n\nThank you for your time on Friday.\n\n{}\n\nKind regards,\nRobin"
    case = Case(company="Globex", sent_elsewhere=(("Initech", frame.format(OWN)),))
    assert "near_copy" not in rules(frame.format(TEMPLATE), case)


def test_a_voicemail_may_be_said_as_often_as_one_likes() -> None:
    case = Case(purpose="voicemail", template_sources=(TEMPLATE,), sent_elsewhere=(("Initech", TEMPLATE),))
    assert rules(TEMPLATE, case).isdisjoint({"canned", "near_copy"})
