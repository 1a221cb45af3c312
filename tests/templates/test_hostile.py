"""Templates that mean harm, or have a slip that amounts to it: each ends as a sentence, and soon."""

import json
import os
import resource
import sys
from datetime import date
from pathlib import Path

import pytest

from templates.library import Library
from templates.sandbox import Limits
from templates.template import BrokenTemplate
from tests.waiting import PATIENCE

HEADER = "{# title: Hostile\n   purpose: thanks\n   channel: email\n#}\n"
LIMITS = Limits(cpu_seconds=1, wall_seconds=PATIENCE)
"""What a template may compute is soon used up; how busy the machine is decides nothing."""
LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}"
END = "{% endfor %}{% endfor %}"
HOSTILE = {
    "mro": "{{ ''.__class__.__mro__ }}",
    "subclasses": "{{ ().__class__.__base__.__subclasses__() }}",
    "attr-filter": "{{ '' | attr('__class__') }}",
    "attr-by-parts": "{{ '' | attr('__cla' ~ 'ss__') }}",
    "item": "{{ ''['__class__'] }}",
    "map-attribute": "{{ ['a'] | map(attribute='__class__') | first }}",
    "gap-class": "{{ topic.__class__ }}",
    "gap-init": "{{ topic.__init__.__globals__ }}",
    "gap-name": "{{ topic._name.__class__ }}",
    "range-globals": "{{ range.__init__.__globals__ }}",
    "lipsum": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "cycler": "{{ cycler.__init__.__globals__ }}",
    "self": "{{ self.__init__.__globals__ }}",
    "self-context": "{{ self._TemplateReference__context }}",
    "namespace": "{{ namespace.__init__.__globals__ }}",
    "macro": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "loop": "{% for a in [1] %}{{ loop.__class__ }}{% endfor %}",
    "format": "{{ '{0.__class__.__mro__}'.format('') }}",
    "format-map": "{{ '{a.__class__}'.format_map({'a': 1}) }}",
    "format-by-attr": "{{ ('{0.__class__}' | attr('format'))('') }}",
    "open": "{{ open('/etc/passwd').read() }}",
    "import": "{{ __import__('os') }}",
    "include": "{% include '/etc/passwd' %}",
    "extends": "{% extends 'thanks-email.j2' %}",
    "from-import": "{% from 'x' import y %}",
    "change-a-list": "{{ [1].append(2) }}",
    "change-a-mapping": "{{ {'a': 1}.update({'b': 2}) }}",
    "long-text": "{{ 'a' * 10**9 }}",
    "very-long-text": "{{ 'a' * 10**15 }}",
    "long-list": "{{ ([1] * 10**9) | length }}",
    "long-padding": "{{ 'a' | center(10**9) }}",
    "long-percent": "{{ '%01000000000d' | format(1) }}",
    "long-format": "{{ '{:01000000000d}'.format(1) }}",
    "far-date": "{{ date.replace(year=10**9) }}",
    "big-power": "{{ 10 ** (10 ** 10) }}",
    "big-power-kept": "{% set x = 9 ** (9 ** 9) %}{{ x % 7 }}",
    "big-range": "{% for i in range(10**9) %}x{% endfor %}",
    "much-output": LOOP + "xxxxxxxxxx" + END,
    "no-output": LOOP + END,
    "macro-without-end": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "two-macros-without-end": (
        "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}"
    ),
    "recursive-loop": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "replace-upon-replace": "{{ 'a' * 9999 | int }}{{ ('a' * 90000) | replace('a', 'b' * 90000) }}",
    "doubling": "{% set n = namespace(x='a') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "slow-wrapping": "{% for i in range(9999) %}{% set x = ('a ' * (i + 90000)) | wordwrap(2) %}{% endfor %}",
    "deep-brackets": "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}",
    "deep-sum": "{{ 1" + " + 1" * 20_000 + " }}",
    "deep-blocks": "{% if 1 %}" * 3_000 + "{% endif %}" * 3_000,
    "deep-loops": "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
    "half-a-character": r"{{ '\ud800' }}",
    "escape-sequence": r"{{ '\x1b[2J' }}",
    "nul": r"{{ '\x00' }}",
    "raw-escape": "\x1b]0;title\x07",
}


def ending(folder: Path, name: str, limits: Limits = LIMITS) -> tuple[str, float]:
    """What became of a hostile template, and after how many seconds of its process's computing."""
    (folder / f"{name}.j2").write_text(HEADER + HOSTILE[name])
    library = Library(folder, limits)
    start = computed()
    try:
        told = f"TEXT {library.render(name, {'date': date(2026, 11, 18)}).body[:200]}"
    except BrokenTemplate as broken:
        told = str(broken)
    return told, computed() - start


def computed() -> float:
    """Seconds of processor time of the child processes that have ended so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends_as_one_sentence(name: str, tmp_path: Path) -> None:
    told, cpu = ending(tmp_path, name)
    assert told.startswith(f"the template {name} ("), told
    assert cpu < 3
    assert "\n" not in told
    assert "Traceback" not in told
    assert len(told) < 600


@pytest.mark.slow
def test_what_used_up_its_time_says_so(tmp_path: Path) -> None:
    assert "seconds" in ending(tmp_path, "no-output")[0]
    assert "longer than 0.5 seconds" in ending(tmp_path, "no-output", Limits(60, wall_seconds=0.5))[0]
    assert "longer than 100 kB" in ending(tmp_path, "much-output")[0]


@pytest.mark.parametrize("name", ["mro", "subclasses", "item", "attr-by-parts", "macro"])
def test_an_escape_is_called_unsafe(name: str, tmp_path: Path) -> None:
    told = ending(tmp_path, name)[0]
    assert "unsafe" in told or "undefined" in told or "no attribute" in told


def test_the_child_gets_no_environment_and_is_not_in_our_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, probe, python = tmp_path / "seen", tmp_path / "probe.py", tmp_path / "python"
    probe.write_text(
        "import json, os, sys; ttys = [os.isatty(n) for n in range(3)]; "
        f"json.dump([dict(os.environ), sys.argv, ttys, os.getsid(0)], open({str(seen)!r}, 'w'))"
    )
    python.write_text(f"#!/bin/sh\nexec '{sys.executable}' '{probe}' \"$@\"\n")
    python.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(python))
    monkeypatch.setenv("SECRET", "hunter2")
    (tmp_path / "mine.j2").write_text(HEADER)
    with pytest.raises(BrokenTemplate):
        Library(tmp_path).render("mine", {"my_name": "Robin Example"})
    environment, arguments, ttys, session = json.loads(seen.read_text())
    assert "SECRET" not in environment
    assert "Robin" not in " ".join(arguments)
    assert ttys == [False, False, False]
    assert session != os.getsid(0)


def test_without_an_interpreter_it_is_a_broken_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "no-python"))
    (tmp_path / "mine.j2").write_text(HEADER)
    with pytest.raises(BrokenTemplate, match="no process could be started"):
        Library(tmp_path).render("mine", {})
