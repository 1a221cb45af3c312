"""The pictures show the board as it is: each is taken anew and compared byte for byte."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

from screenshots.moving import STORY, TOUR, frames
from screenshots.scenes import SCENES, Scene
from screenshots.take import HERE, path_of, picture

RETAKE = "If that is as it should be, retake it with `python screenshots/take.py {}` and look at it."


def drawn_by() -> dict[str, str]:
    """The versions of what draws the pictures, as the test extra pins them."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = (one.partition("==") for one in project["optional-dependencies"]["test"])
    return {name: pinned for name, _, pinned in pins if name in ("textual", "rich")}


@pytest.mark.slow
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_picture_is_what_the_board_shows(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, pinned in drawn_by().items():
        if version(name) != pinned:
            pytest.skip(f"the pictures were drawn by {name} {pinned}, and this is {version(name)}")
    monkeypatch.delenv("NO_COLOR", raising=False)
    path = path_of(scene)
    shown = await picture(scene)
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    if shown != kept:
        pytest.fail(f"{path.name} is not what the board shows. {RETAKE.format(scene.name)}", pytrace=False)


def test_what_draws_the_pictures_is_pinned() -> None:
    assert drawn_by().keys() == {"textual", "rich"}


def test_no_picture_is_left_over() -> None:
    assert {path.name for path in Path(HERE).glob("*.svg")} == {
        TOUR.name,
        *(path_of(scene).name for scene in SCENES),
    }


@pytest.mark.parametrize("path", [*map(path_of, SCENES), TOUR], ids=lambda path: path.stem)
def test_a_picture_needs_nothing_from_the_network(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"url\(.?\w+:|href|@import|@font-face|<script| on\w+=", text)


def test_the_moving_picture_moves_and_is_small() -> None:
    text = TOUR.read_text(encoding="utf-8")
    assert len(text.encode()) < 400_000
    assert text.count("@keyframes") > len(STORY) and "prefers-reduced-motion" in text


@pytest.mark.slow
async def test_the_story_of_the_moving_picture_comes_about() -> None:
    captions = [frame.caption async for frame in frames()]
    assert len({*captions}) == len({step.caption for step in STORY})
    text = TOUR.read_text(encoding="utf-8")
    missing = [caption for caption in captions if f">{caption}<" not in text]
    if missing:
        pytest.fail(f"{missing[0]!r} is not told; `python -m screenshots.moving` takes it.", pytrace=False)
