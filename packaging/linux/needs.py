"""Which packages of the system the packaged program needs, and whether we named them all."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
C_LIBRARY = "libc6"
USES = ("window", "packaged")  # of apt-packages.txt
# A desktop with GTK gets its file chooser and colours through this; without GTK, Qt passes it over.
OPTIONAL = re.compile(r"libqgtk3")
_LIBC = re.compile(r"GLIBC_([0-9.]+)")


def depends(folder: Path) -> list[str]:
    """Return the Depends of the package: the C library that these files need, and our list."""
    newest = max(
        (version for path in _libraries(folder) for version in _LIBC.findall(_dump(path, "-T"))),
        key=lambda version: [int(part) for part in version.split(".")],
    )
    named = [" | ".join(names) for names in _named()]
    return [f"{C_LIBRARY} (>= {newest})", *sorted(named)]


def check_needs(folder: Path) -> None:
    """Raise SystemExit if a library is needed that neither travels nor is in a package we name."""
    here = {path.name for path in folder.rglob("*.so*")}
    needed = {
        library: path.name
        for path in _libraries(folder)
        if not OPTIONAL.search(path.name)
        for library in re.findall(r"NEEDED\s+(\S+)", _dump(path, "-p"))
        if library not in here
    }
    named = {name for names in _named() for name in names} | {C_LIBRARY}
    packages = _packages(needed)
    missing = {
        f"{library} ({user} needs it; it is in {packages.get(library) or 'no package here'})"
        for library, user in needed.items()
        if packages.get(library) not in named
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


def _packages(libraries: Iterable[str]) -> dict[str, str]:
    """Return library -> the Debian package that brings it, for those that are installed here."""
    known = subprocess.run(["ldconfig", "-p"], check=True, capture_output=True, text=True).stdout
    places: dict[str, str] = {}
    for library in libraries:
        for place in re.findall(rf"^\s{re.escape(library)} .* => (\S+)$", known, re.MULTILINE):
            # /lib is a link to /usr/lib; packages name their files by either.
            bare = place.removeprefix("/usr")
            places |= {bare: library, f"/usr{bare}": library}
    done = subprocess.run(  # exit status 1: not every path is in a package
        ["dpkg-query", "--search", *places], check=False, capture_output=True, text=True
    )
    found: dict[str, str] = {}
    for line in done.stdout.splitlines():
        package, _colon, place = line.partition(": ")
        found.setdefault(places.get(place, ""), package.partition(":")[0])
    return found
