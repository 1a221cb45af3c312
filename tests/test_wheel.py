"""Installed from a wheel, ringback keeps to a namespace of its own beside packages of the same names."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEMPLATE = """{# title: Mine
   purpose: thanks
   channel: email
   when: always
   subject: Thanks
#}
Dear {{ interviewer }}, thank you.
"""

pytestmark = pytest.mark.slow


def stand_in(folder: Path, name: str) -> Path:
    """A wheel of another project that is called like one of ringback's packages."""
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}/__init__.py": f"WHOSE = 'the other {name}'\n",
        f"{name}/interview.py": "",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{file},,\n" for file in (*files, f"{info}/RECORD"))
    wheel = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for file, text in {**files, f"{info}/RECORD": record}.items():
            archive.writestr(file, text)
    return wheel


class Environment:
    """A virtual environment that finds the dependencies where the tests have theirs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "venv" / "bin"
        run([sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")])
        (site,) = (folder / "venv" / "lib").glob("python*/site-packages")
        (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
        self.site = site

    def install(self, *wheels: Path) -> None:
        pip = [sys.executable, "-m", "pip", "--python", str(self.bin / "python"), "install", "--quiet"]
        run([*pip, "--no-index", "--no-deps", "--ignore-installed", *map(str, wheels)])

    def run(self, *command: str) -> str:
        """What a command of the environment prints; it must succeed."""
        env = {
            "PATH": f"{self.bin}:{os.environ['PATH']}", "HOME": str(self.folder), "TZ": "UTC",
            "XDG_CONFIG_HOME": str(self.folder / "config"),
        }  # fmt: skip
        return run([str(self.bin / command[0]), *command[1:]], env=env, cwd=self.folder)


def run(command: list[str], env: dict[str, str] | None = None, cwd: Path | None = None) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=env, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Ringback from its wheel, beside others' `store` and `templates`, installed before and after it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    run(build, cwd=ROOT)
    (wheel,) = folder.glob("ringback-*.whl")
    environment = Environment(folder)
    environment.install(stand_in(folder, "store"))
    environment.install(wheel)
    environment.install(stand_in(folder, "templates"))
    return environment


def test_nothing_but_ringback_is_in_the_way_of_others(installed: Environment) -> None:
    (record,) = installed.site.glob("ringback-*.dist-info/RECORD")
    tops = {line.split("/")[0] for line in record.read_text("utf-8").splitlines() if line[:2] != ".."}
    assert {one for one in tops if ".dist-info" not in one} == {"ringback"}


@pytest.mark.parametrize("name", ["store", "templates"])
def test_the_others_are_whole(installed: Environment, name: str) -> None:
    assert installed.run("python", "-c", f"import {name}; print({name}.WHOSE)") == f"the other {name}\n"


def test_ringback_is_whole(installed: Environment) -> None:
    board = str(installed.folder / "board.json")
    assert installed.run("ringback", "--version").startswith("ringback ")
    installed.run("ringback", "--db", board, "add", "Globex", "Engineer", "--start", "yesterday 14:00",
                  "--with", "Ada Okafor <ada@globex.example>")  # fmt: skip
    assert "Globex" in installed.run("python", "-m", "ringback", "--db", board, "list")


def test_shells_and_manuals_find_what_is_theirs(installed: Environment) -> None:
    share, made = installed.folder / "venv" / "share", ROOT / "tui" / "cli" / "shell"
    for place, name, command in (
        ("bash-completion/completions/ringback", "ringback.bash", ("completion", "bash")),
        ("zsh/site-functions/_ringback", "_ringback", ("completion", "zsh")),
        ("fish/vendor_completions.d/ringback.fish", "ringback.fish", ("completion", "fish")),
        ("man/man1/ringback.1", "ringback.1", ("help", "man")),
    ):
        text = (made / name).read_text("utf-8")
        assert (share / place).read_text("utf-8") == text
        assert installed.run("ringback", *command) == text


def test_the_scripts_of_the_readme_run(installed: Environment) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    reading, writing = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    card = installed.run("ringback", "add", "Globex", "Engineer", "--start", "yesterday 14:00").strip()
    assert installed.run("python", "-c", reading).startswith(f"{card} Engineer ")
    assert installed.run("python", "-c", writing) == ""
    assert installed.run("python", "-c", reading).startswith(f"{card} Platform engineer ")


def test_a_template_of_the_users_own_finds_its_way_in_the_child_process(installed: Environment) -> None:
    folder = installed.folder / "config" / "ringback" / "templates"
    folder.mkdir(parents=True)
    (folder / "mine.j2").write_text(TEMPLATE, encoding="utf-8")
    board = str(installed.folder / "own.json")
    card = installed.run("ringback", "--db", board, "add", "Globex", "Engineer", "--start", "yesterday 14:00",
                         "--with", "Ada Okafor <ada@globex.example>").strip()  # fmt: skip
    text = installed.run("ringback", "--db", board, "draft", card, "--template", "mine")
    assert "Dear Ada, thank you." in text
