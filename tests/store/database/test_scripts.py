"""The scripts in the README read and write the database as they stand there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from msgspec.structs import replace

from store.interview import iso
from tests.making import made
from tests.store.database.fault_runs import ROOT, service_on

README = (ROOT / "README.md").read_text(encoding="utf-8")
GLOBEX, ACME = made(id="iv-1", role="Analyst"), made(id="iv-2", company="Acme", role="Analyst")


def test_both_scripts_work_as_they_stand(tmp_path: Path) -> None:
    reading, writing = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    database = tmp_path / ".local/share/ringback/ringback.json"
    service = service_on(database)
    for one in (GLOBEX, ACME):
        service.add("added", one)

    def run(script: str) -> str:
        path = os.pathsep.join([str(ROOT), str(ROOT / "tui" / "entry")])
        env = os.environ | {"HOME": str(tmp_path), "PYTHONPATH": path, "RINGBACK_DB": str(database)}
        ran = subprocess.run(
            [sys.executable, "-c", script], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60
        )
        assert (ran.returncode, ran.stderr) == (0, "")
        return ran.stdout

    before = database.read_bytes()
    assert run(reading) == f"iv-1 Analyst {iso(GLOBEX.starts_at)}\n"
    assert database.read_bytes() == before
    assert run(writing) == ""
    assert service.changed()
    assert service.load().interviews == {"iv-1": replace(GLOBEX, role="Platform engineer"), "iv-2": ACME}
    assert database.stat().st_mode & 0o777 == 0o600
    assert any(one.read() == before for one in service.backups.all())
    assert run(reading) == f"iv-1 Platform engineer {iso(GLOBEX.starts_at)}\n"
