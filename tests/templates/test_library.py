"""Gaps, typing slips, values, headers and the user's own folder."""

import json
import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from templates import engine
from templates.engine import american
from templates.library import Library, Text, tidied
from templates.template import BrokenTemplate, UnknownTemplate, parse, read
from templates.values import as_json, checked_values, from_json
from templates.vocabulary import Value

HEADER = "{# title: Mine\n   purpose: thanks\n   channel: email\n#}\n"


def rendered(text: str, **values: Value) -> Text:
    return tidied(*engine.render("mine", parse("mine", HEADER + text), checked_values(values)))


def folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        (path / f"{name.replace('_', '-')}.j2").write_text(text)
    return path


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("{{ topic }}", "{{ topic }}"),
        ("{{topic|upper|replace('a', 'b')}}", "{{ topic }}"),
        ("{{ topic.upper() }} {{ topic[0] }} {{ topic.a.b }}", "{{ topic }} {{ topic }} {{ topic }}"),
        ("{{ 'on ' + day + '!' }}", "on {{ day }}!"),
        ("{{ day ~ topic }}", "{{ day }}{{ topic }}"),
        ("{{ tries + 1 }} {{ 2 * tries }}", "{{ tries }} {{ tries }}"),
        ("{% for one in topics %}- {{ one }}{% endfor %}", "- {{ topics }}"),
        ("{{ topics | join(', ') }} {{ topics | listed }}", "{{ topics }} {{ topics }}"),
        ("{{ interviewer or recruiter }}", "{{ recruiter }}"),
        (
            "a{% if topic %}b{% endif %}{% if tries > 2 %}c{% endif %}{{ 'd' if topics | length > 0 }}",
            "a",
        ),
        ("{{ topic is defined }} {{ topic | default('that') }} {{ topic | d('this') }}", "False that this"),
    ],
)
def test_what_has_no_value_stays_visible(text: str, body: str) -> None:
    assert rendered(text).body == body


@pytest.mark.parametrize("nothing", ["", "  \n ", "\x00"])
def test_an_empty_value_is_a_missing_one(nothing: str) -> None:
    text = rendered("{{ day }}, {{ topic }}, {{ day }}", topic="x", day=nothing)
    assert text == Text("", "{{ day }}, x, {{ day }}", ("day",))


def test_a_value_is_never_read_as_a_template_and_makes_no_gap() -> None:
    assert rendered("{{ topic }}", topic="{{ day }} {% if %} {others}") == Text("", "day % if % others", ())


def test_a_value_may_be_a_gap_or_a_word_for_each_reader_as_a_whole() -> None:
    text = rendered("{{ topic }} {{ others }}", topic="{{ as a noun phrase: they move }}", others="{others}")
    assert text == Text("", "{{ as a noun phrase: they move }} {others}", ("as a noun phrase: they move",))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ('{{ "in a sentence, why" | gap }}', "{{ in a sentence, why }}"),
        ('{{ ("in a sentence: " ~ loose_end) | gap }}', '{{ in a sentence: said "x" % y }}'),
        ('{{ ("in a sentence: " ~ strength) | gap }}', "{{ in a sentence: something of yours that fits }}"),
        ('{{ "{{\n}}«»" | gap }}', "{{ in your own words }}"),
        ("{{ topics | choice }}", "{{ the rota | pay / leave }}"),
        ("{{ panel | choice }} {{ loose_ends | choice }}", "Ada {{ loose_ends }}"),
    ],
)
def test_a_gap_asks_in_free_words(text: str, body: str) -> None:
    values: dict[str, Value] = {"loose_end": 'said {"x"}\n{% y', "topics": ("the rota", "pay | leave")}
    assert rendered(text, panel=("Ada",), **values).body == body


def test_a_list_is_joined_in_the_language_of_the_text() -> None:
    assert rendered("{{ panel | listed }}", panel=("Ada", "Jan"), language="de").body == "Ada und Jan"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("Dear {{ intervewer }},", 5, "intervewer"),
        ("\n\n{% if False %}\n{{ compny }}{% endif %}", 8, "compny"),
        ("{{ day.foo }}", 5, "foo"),
        ("{% for x in topcs %}{% endfor %}", 5, "topcs"),
        ("{{ day | shout }}", 5, "shout"),
        ("\n{{ day", 6, "end of template"),
        ("\n{% endif %}", 6, "endif"),
        ("{{ lipsum() }}", 5, "lipsum"),
        ("{{ 1 / 0 }}", 5, "division"),
        ("{% include 'x.j2' %}", 5, "another file"),
    ],
)
def test_a_slip_is_named_with_its_line(text: str, line: int, word: str) -> None:
    with pytest.raises(BrokenTemplate) as broken:
        rendered(text, day="Wednesday")
    assert broken.value.line == line
    assert word in broken.value.reason
    assert f"line {line}" in str(broken.value)
    assert "\n" not in str(broken.value)


def test_a_near_name_is_offered() -> None:
    with pytest.raises(BrokenTemplate, match=r"intervewer \}\}.*did you mean \{\{ interviewer \}\}\?"):
        rendered("{{ intervewer }}")


def test_the_subject_is_a_template_on_one_line_with_its_own_line_number() -> None:
    header = "{# title: T\n purpose: thanks\n channel: email\n subject: %s\n#}\nbody"
    source = parse("mine", header % "On {{ day }} {{ topic }}")
    assert engine.render("mine", source, {"day": "Friday"})[0].strip() == "On Friday {{ topic }}"
    with pytest.raises(BrokenTemplate) as broken:
        engine.render("mine", parse("mine", header % "{{ dya }}"), {})
    assert broken.value.line == 4


@pytest.mark.parametrize(
    "value",
    [1.5, None, True, b"x", datetime(2026, 1, 1), ["a"], {"a": "b"}, type("S", (str,), {})("x"), object()],  # noqa: DTZ001
)
def test_only_plain_values_go_in(value: object) -> None:
    with pytest.raises(TypeError):
        checked_values({"topic": value})  # type: ignore[dict-item]


@pytest.mark.parametrize("value", [(1,), ({"a": 1},), ("a", 2), "the rota"])
def test_only_plain_lists_go_in(value: object) -> None:
    with pytest.raises(TypeError):
        checked_values({"topics": value})  # type: ignore[dict-item]


def test_an_unknown_value_is_refused() -> None:
    with pytest.raises(ValueError, match="salary"):
        checked_values({"salary": "1"})


def test_values_survive_the_way_to_the_child() -> None:
    values = checked_values(
        {"date": date(2026, 11, 18), "tries": 2, "topics": ("a", "b"), "panel": ({"name": "Ada"},)}
    )
    assert from_json(json.loads(json.dumps(as_json(values)))) == values


@pytest.mark.parametrize(
    ("header", "line", "word"),
    [
        ("Dear you", 1, "header"),
        ("{# title: T\n purpose: thanks #}", 1, "channel"),
        ("{# title: T\n purpose: thank\n channel: email #}", 2, "purpose"),
        ("{# title: T\n purpose: thanks\n channel: fax #}", 3, "channel"),
        ("{# title: T\n colour: red #}", 2, "knows"),
        ("{# title: T\n purpose: thanks\n channel: email\n fits: late, full moon #}", 4, "several people"),
        ("\n{# title\n #}", 2, "colon"),
    ],
)
def test_a_wrong_header_is_listed_and_the_packaged_template_stays(
    tmp_path: Path, header: str, line: int, word: str
) -> None:
    library = Library(folder(tmp_path, thanks_email=header))
    (problem,) = library.problems
    assert "thanks-email" in problem
    assert f"line {line}" in problem
    assert word in problem
    assert not library.get("thanks-email").own


def test_files_that_are_no_templates_are_listed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.j2")
    (tmp_path / "folder.j2").mkdir()
    (tmp_path / "gone.j2").symlink_to(tmp_path / "nowhere")
    (tmp_path / "latin.j2").write_bytes(b"{# title: \xe9 #}")
    (tmp_path / "large.j2").write_bytes(b"{#" + b" " * 200_000)
    (tmp_path / "\x1b[31m.j2").write_text(HEADER)
    (tmp_path / "notes.txt").write_text("not looked at")
    library = Library(tmp_path)
    assert len(library.problems) == 6
    assert not any("\x1b" in problem.split("(")[0] for problem in library.problems)
    assert len(library.all()) == len(Library().all())


def test_a_folder_that_is_missing_is_empty_and_one_that_is_a_file_is_a_problem(tmp_path: Path) -> None:
    assert Library(tmp_path / "none").problems == ()
    (tmp_path / "file").write_text("")
    (problem,) = Library(tmp_path / "file").problems
    assert "cannot be read" in problem


def test_the_users_own_takes_the_place_of_the_packaged(tmp_path: Path) -> None:
    mine = (
        HEADER.replace("#}", "subject: Hi {{ company }}\r\n#}")
        + "Dear {{ interviewer }}, {{ promise }}\n\n\n\nB  \n"
    )
    library = Library(folder(tmp_path, thanks_email=mine, extra=HEADER + "{{ topics | listed }}"))
    assert library.problems == ()
    assert library.get("thanks-email").own
    text = library.render("thanks-email", {"interviewer": "Ms Aydın", "company": "Globex"})
    assert text == Text("Hi Globex", "Dear Ms Aydın, {{ promise }}\n\nB", ("promise",))
    assert library.render("extra", {"topics": ("a", "b", "c")}).body == "a, b and c"
    assert len(library.all()) == len(Library().all()) + 1


def test_what_takes_the_place_of_another_fits_when_that_one_does_unless_it_says(tmp_path: Path) -> None:
    spoken = HEADER.replace("#}", "fits: late,  people 2+\n#}")
    library = Library(folder(tmp_path, thanks_panel=HEADER, thanks_email=spoken, extra=HEADER))
    assert library.problems == ()
    fits = {
        name: [one.text for one in library.get(name).fits]
        for name in ("thanks-panel", "thanks-email", "extra")
    }
    assert fits == {"thanks-panel": ["several people"], "thanks-email": ["late", "people 2+"], "extra": []}


def test_a_slip_in_the_users_own_names_file_and_line(tmp_path: Path) -> None:
    library = Library(folder(tmp_path, mine=HEADER + "\n{{ intervewer }}"))
    with pytest.raises(BrokenTemplate) as broken:
        library.render("mine", {})
    assert (broken.value.line, broken.value.path) == (6, tmp_path / "mine.j2")
    assert "intervewer" in str(broken.value)


def test_a_file_that_went_away_is_a_broken_template(tmp_path: Path) -> None:
    library = Library(folder(tmp_path, mine=HEADER))
    (tmp_path / "mine.j2").unlink()
    with pytest.raises(BrokenTemplate, match="not an ordinary file"):
        library.render("mine", {})


def test_an_unknown_name_offers_the_near_ones() -> None:
    with pytest.raises(UnknownTemplate) as unknown:
        Library().get("thanks-emial")
    assert "thanks-email" in unknown.value.near
    assert "thanks-email" in str(unknown.value)
    assert isinstance(unknown.value, KeyError)


def test_reading_keeps_line_numbers_with_windows_line_ends(tmp_path: Path) -> None:
    (tmp_path / "mine.j2").write_bytes(b"\xef\xbb\xbf" + (HEADER + "a\nb").replace("\n", "\r\n").encode())
    assert read("mine", tmp_path / "mine.j2").text == HEADER + "a\nb"


@pytest.mark.parametrize(
    ("british", "other"),
    [
        ("We organise the programme in our centre.", "We organize the program in our center."),
        ("Organising; favourable; prioritised", "Organizing; favorable; prioritized"),
        ("an organism, an analysis, four hours, a tour", "an organism, an analysis, four hours, a tour"),
    ],
)
def test_american_words(british: str, other: str) -> None:
    assert american(british) == other


def test_jinja_is_not_imported_before_a_text_is_wanted() -> None:
    probe = (
        "import sys, templates, templates.library as l; l.Library(); "
        "print([m for m in ('jinja2', 'subprocess', 'msgspec', 'tui', 'textual') if m in sys.modules])"
    )
    root = Path(engine.__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", probe], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
