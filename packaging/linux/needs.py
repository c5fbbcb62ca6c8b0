"""Which packages of the system the packaged program needs, and whether we named them all."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
USES = ("window", "packaged")  # of apt-packages.txt
# A desktop with GTK gets its file chooser and colours through this; without GTK, Qt passes it over.
OPTIONAL = re.compile(r"libqgtk3")
_LIBC = re.compile(r"GLIBC_([0-9.]+)")
_C_LIBRARY = {"libc6", "libc6-i386"}


def depends(folder: Path) -> list[str]:
    """Return the Depends of the package: the C library that these files need, and our list."""
    newest = max(
        (version for path in _libraries(folder) for version in _LIBC.findall(_dump(path, "-T"))),
        key=lambda version: [int(part) for part in version.split(".")],
    )
    named = [" | ".join(names) for names in _named()]
    return [f"libc6 (>= {newest})", *sorted(named)]


def check_needs(folder: Path) -> None:
    """Raise SystemExit if a library is needed that neither travels nor is in a package we name."""
    here = {path.name for path in folder.rglob("*.so*")}
    named = {name for names in _named() for name in names} | _C_LIBRARY
    missing = {
        f"{library} ({path.name} needs it; it is in {_package(library) or 'no package here'})"
        for path in _libraries(folder)
        if not OPTIONAL.search(path.name)
        for library in re.findall(r"NEEDED\s+(\S+)", _dump(path, "-p"))
        if library not in here and _package(library) not in named
    }
    if missing:
        raise SystemExit("apt-packages.txt does not name:\n" + "\n".join(sorted(missing)))


def _named() -> Iterator[list[str]]:
    for line in (HERE / "apt-packages.txt").read_text(encoding="utf-8").splitlines():
        use, _space, rest = line.partition(" ")
        if use in USES:
            yield rest.split()[0].split("|")


def _libraries(folder: Path) -> list[Path]:
    """Return the programs and libraries among the files (ELF), not the links to them."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return [path for path in files if _beginning(path) == b"\x7fELF"]


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def _dump(path: Path, what: str) -> str:
    done = subprocess.run(["objdump", what, path], check=True, capture_output=True, text=True)
    return done.stdout


@cache
def _package(library: str) -> str:
    """Return the Debian package that brings a library, "" if none is installed here."""
    found = subprocess.run(["ldconfig", "-p"], check=True, capture_output=True, text=True).stdout
    places = re.findall(rf"^\s{re.escape(library)} .*x86-64.* => (\S+)$", found, re.MULTILINE)
    places += re.findall(rf"^\s{re.escape(library)} .* => (\S+)$", found, re.MULTILINE)
    for place in places:
        # /lib is a link to /usr/lib; packages name their files by either.
        for name in (place, f"/usr{place}", place.removeprefix("/usr")):
            done = subprocess.run(
                ["dpkg-query", "--search", name], check=False, capture_output=True, text=True
            )
            if done.returncode == 0:
                return done.stdout.partition(":")[0]
    return ""
