"""What around the database is no fault of its own and may yet cost data: said, and never acted upon."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path

from store.patterns import pattern

MOUNTS = Path("/proc/self/mounts")
NETWORK = pattern(r"nfs|cifs|smb|9p|afs|ceph|gluster|lustre|gfs|ocfs|davfs|vboxsf|vmhgfs|fuse\.")
OCTAL = pattern(r"\\([0-7]{3})")


def odd_directory(directory: Path) -> Iterator[str]:
    """Others who may put files into the directory can also take the database away."""
    found = directory.stat()
    # Many systems give each user a group of their own, with the same number.
    group = found.st_mode & stat.S_IWGRP and found.st_gid != found.st_uid
    if found.st_mode & stat.S_IWOTH or group:
        yield f"others may write in {directory}; `chmod go-w` keeps them out"


def odd_file(path: Path, links: int) -> Iterator[str]:
    """`links`: names of the file that are known to be ringback's own."""
    found = path.lstat()
    if found.st_mode & 0o077:
        yield f"others may read {path} (mode {stat.S_IMODE(found.st_mode):04o}); `chmod go=` keeps it private"
    if found.st_nlink > links:
        yield f"{path} has another name (a hard link), which keeps the old state whenever ringback saves"


def network(path: Path, table: str | None = None) -> Iterator[str]:
    """`table`: mounts as Linux lists them; by default those of this machine, if it says."""
    if table is None:
        try:
            table = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return
    kind = _mounted_as(path, table)
    if NETWORK.match(kind):
        yield f"{path} is on a network file system ({kind}): use it from one machine at a time"


def conflict_copies(path: Path) -> list[Path]:
    """Copies that a synchronising program has put beside the file when two machines had changed it."""
    marks = re.compile(
        re.escape(path.stem) + r".*(\.sync-conflict-|conflicted copy|\(conflict|_conflict-)",
        re.IGNORECASE,
    )
    return sorted(path.parent / name for name in _names(path.parent) if marks.match(name))


def left_over_copies(path: Path) -> list[Path]:
    """Copies somebody has made by hand under a usual name, as far as they exist."""
    names = _names(path.parent)
    wanted = (f"{path.name}.bak", f"{path.stem}.bak", f"{path.name}~")
    return [path.parent / name for name in dict.fromkeys(wanted) if name in names and name != path.name]


def _names(directory: Path) -> list[str]:
    try:
        return [entry.name for entry in directory.iterdir()]
    except OSError:
        return []


def _mounted_as(path: Path, table: str) -> str:
    """The type of the file system a path is on; of two mounted on one place the later hides the earlier."""
    best, kind = -1, ""
    for line in table.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = Path(OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[1]))
        depth = len(place.parts)
        if depth >= best and path.is_relative_to(place):
            best, kind = depth, fields[2]
    return kind
