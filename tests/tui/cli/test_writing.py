"""draft and proof."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import Cli

GOOD = """\
Dear Milton,

thank you for the half hour on Thursday. I had not expected to hear how the billing jobs came to share one
night, and the move to a queue is a step I have taken twice: once with a team that had no tests for it, and
once with one that did. The second time we ran both for a week and compared every sum before anything was
switched off. I would be glad to bring that patience to your team, and I would like to work on it with you.

If an example of such a comparison is of use, I will send you ours.

Kind regards,
Rosa Keller
"""
AT = ("--at", "2026-11-19T17:04Z")


def test_draft_is_for_the_first_who_is_owed_thanks(search: Cli) -> None:
    ran = search.done("draft", "northwind-2", *AT)
    assert ran.out.startswith("Subject: ")
    assert "Dear Deniz," in ran.out
    assert "moving the billing pipeline to event streams" in ran.out
    assert "«your name»" in ran.out
    assert "your name" in ran.err


def test_draft_takes_the_users_words_from_the_settings(search: Cli) -> None:
    search.set('[me]\nname = "Rosa Keller"\nabout = ["six years of pipelines"]\n')
    out = search.done("draft", "northwind-2", "--to", "p3", "--template", "thanks-email", *AT).out
    assert "Dear Joan," in out
    assert "what you would bring to it: six years of pipelines" in out
    assert out.rstrip().endswith("Rosa Keller")


def test_draft_in_call_now_is_the_script_of_the_call(search: Cli) -> None:
    out = search.done("draft", "fabrikam-1", *AT).out
    assert "+12125550190" in out
    assert "Monday 16 November" in out


def test_templates_that_fit_are_listed_best_first(search: Cli) -> None:
    ran = search.done("draft", "northwind-2", "--list", *AT)
    assert ran.out.splitlines()[0].startswith("thanks-late ")
    assert len(ran.out.splitlines()) > 5


@pytest.mark.parametrize("options", [["--to", "p9"], ["--template", "thanks-emial"]])
def test_draft_for_what_is_not_there(search: Cli, options: list[str]) -> None:
    ran = search("draft", "northwind-2", *options)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_a_template_as_it_comes_is_not_ready(search: Cli, tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_text(search.done("draft", "northwind-2", *AT).out, "utf-8")
    ran = search("proof", "northwind-2", str(file), "--json", *AT)
    found = ran.json
    assert (ran.code, found["version"], found["ready"]) == (1, 1, False)
    assert {"gap", "unchanged"} <= {one["rule"] for one in found["findings"]}
    text = file.read_text("utf-8")
    for one in found["findings"]:
        assert list(one) == ["rule", "level", "start", "end", "text", "to", "why"]
        if one["start"] is not None:
            assert text[one["start"] : one["end"]] == one["text"]


def test_names_of_other_cards_are_found_in_a_stored_draft(search: Cli, tmp_path: Path) -> None:
    import json

    draft = {
        "id": "d1",
        "body": "Dear Deniz,\nthank you for telling me about Fabrikam.",
        "dismissed": ["length"],
    }
    record = search.record("northwind-2") | {"drafts": [draft]}
    file = tmp_path / "x.json"
    file.write_text(json.dumps({"format": "ringback", "version": 1, "interviews": [record]}))
    search.done("import", str(file))
    found = search("proof", "northwind-2", "--json", *AT).json["findings"]
    assert ("foreign_name", "Fabrikam") in {(one["rule"], one["text"]) for one in found}
    assert "length" not in {one["rule"] for one in found}


def test_a_good_text_passes(search: Cli, tmp_path: Path) -> None:
    search.set('[me]\nname = "Rosa Keller"\n')
    search.done("edit", "initech-1", "topics=the move of the billing jobs to a queue", "loose_ends=")
    file = tmp_path / "text"
    person = search.record("initech-1")["interviewers"][0]["name"].split()[0]
    file.write_text(GOOD.replace("Milton", person))
    ran = search("proof", "initech-1", str(file), "--channel", "email", *AT)
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["proof", "northwind-2"], 1),
        (["proof", "northwind-2", "/nowhere"], 1),
        (["proof", "nope", "-"], 1),
        (["proof", "northwind-2", "-", "--channel", "pigeon"], 2),
    ],
)
def test_proof_of_what_is_not_there(
    search: Cli, argv: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    ran = search(*argv)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
