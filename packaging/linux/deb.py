"""Makes the Debian package from the packaged program.

Use: python deb.py FROZEN DIST     (the Python of the environment that travels)
FROZEN: the folder that packaging/freeze fills; DIST: where the .deb goes.
Environment: SOURCE_DATE_EPOCH; APPEALDESK_PICTURES, the web address of docs/pictures, without which
the software centre shows no picture (AppStream takes none from the disk); DEB_VERSION and
DEB_MAINTAINER for builders who publish under a name of their own.

No maintainer script and no configuration file: what the package brings is exactly what dpkg lists,
and dpkg's triggers tell the desktop. A person's library is theirs; no removal touches it.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from string import Template

from needs import check_needs, depends
from papers import copyright_file

import appealdesk

APP = "org.appealdesk.AppealDesk"
HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
NOW = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
VERSION = os.environ.get("DEB_VERSION") or f"{appealdesk.__version__}-1"
# There is no address to write to yet; who publishes the package puts theirs here.
MAINTAINER = (
    os.environ.get("DEB_MAINTAINER") or "Appeal Desk developers <nobody@appealdesk.invalid>"
)

CONTROL = Template("""\
Package: appealdesk
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $size
Depends: $depends
Recommends: fonts-noto-core, xdg-utils
Suggests: fonts-noto-cjk, gnome-keyring, thunderbird
Section: text
Priority: optional
Description: from an urgent action to letters in the post
 Volunteers of urgent-action networks are sent a document: somebody is in
 danger, here is whom to write to, please ask for these things before that
 date. Appeal Desk reads it, puts the case beside a letter to each recipient,
 and helps to finish: a clean page to print, sign and post, or a message for
 the mail program.
 .
 It works without the internet and without an account.
""")
CHANGES = Template("""\
appealdesk ($version) stable; urgency=medium

  * What is new stands in changelog.gz.

 -- $maintainer  $date
""")


def main() -> int:
    """Make the package, print its path, and return the exit status."""
    frozen, dist = Path(sys.argv[1]), Path(sys.argv[2])
    root = frozen / "deb"
    shutil.rmtree(root, ignore_errors=True)
    architecture = _asked("dpkg", "--print-architecture")
    _program(frozen / "appealdesk", root)
    _desktop(frozen, root)
    _papers(frozen, root)
    check_needs(root / "usr/lib/appealdesk")
    _control(root, architecture)
    _settle(root)
    dist.mkdir(exist_ok=True)
    package = dist / f"appealdesk_{VERSION}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", root, package],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    print(package)
    return 0


def _program(program: Path, root: Path) -> None:
    shutil.copytree(program, root / "usr/lib/appealdesk", symlinks=True)
    command = root / "usr/bin/appealdesk"
    command.parent.mkdir(parents=True)
    command.symlink_to("../lib/appealdesk/appealdesk")


def _desktop(frozen: Path, root: Path) -> None:
    share = root / "usr/share"
    icon = CHECKOUT / "resources/icons/appealdesk.svg"
    for source, place in (
        (HERE / f"share/{APP}.desktop", "applications"),
        (HERE / f"share/{APP}.xml", "mime/packages"),
        (icon, f"icons/hicolor/scalable/apps/{APP}.svg"),
        (frozen / "icons/appealdesk.png", f"icons/hicolor/128x128/apps/{APP}.png"),
    ):
        target = share / place if Path(place).suffix else share / place / source.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    _write(share / f"metainfo/{APP}.metainfo.xml", metainfo(os.environ.get("APPEALDESK_PICTURES")))


def metainfo(pictures: str | None) -> str:
    """Return the software centre's page. pictures: the web address of the folder of pictures."""
    text = (HERE / f"share/{APP}.metainfo.xml").read_text(encoding="utf-8")
    if not pictures:
        before, _mark, rest = text.partition("  <screenshots>\n")
        text = before + rest.partition("</screenshots>\n")[2]
    for sign, value in (
        ("@PICTURES@", pictures or ""),
        ("@VERSION@", appealdesk.__version__),
        ("@DATE@", f"{NOW:%Y-%m-%d}"),
    ):
        text = text.replace(sign, value)
    return text


def _papers(frozen: Path, root: Path) -> None:
    share = root / "usr/share"
    manual = (HERE / "share/appealdesk.1").read_text(encoding="utf-8")
    _write(share / "man/man1/appealdesk.1.gz", manual.replace("@DATE@", f"{NOW:%B %-d, %Y}"))
    papers = share / "doc/appealdesk"
    _write(papers / "copyright", copyright_file())
    _write(papers / "changelog.gz", (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8"))
    changes = CHANGES.substitute(
        version=VERSION, maintainer=MAINTAINER, date=f"{NOW:%a, %d %b %Y %H:%M:%S +0000}"
    )
    _write(papers / "changelog.Debian.gz", changes)
    shutil.copyfile(frozen / "appealdesk.cdx.json", papers / "appealdesk.cdx.json")
    shutil.copyfile(CHECKOUT / "docs/handbook.md", papers / "handbook.md")
    overrides = (HERE / "share/lintian-overrides").read_text(encoding="utf-8")
    _write(share / "lintian/overrides/appealdesk", overrides)


def _write(path: Path, text: str) -> None:
    """Write a file, packed if its name says so; the same text gives the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = text.encode()
    path.write_bytes(gzip.compress(content, 9, mtime=0) if path.suffix == ".gz" else content)


def _control(root: Path, architecture: str) -> None:
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    needed = depends(root / "usr/lib/appealdesk")
    _write(
        root / "DEBIAN/control",
        CONTROL.substitute(
            version=VERSION,
            architecture=architecture,
            maintainer=MAINTAINER,
            size=size,
            depends=", ".join(needed),
        ),
    )
    sums = [
        _asked("md5sum", str(path.relative_to(root)), cwd=root)
        for path in sorted((root / "usr").rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]
    _write(root / "DEBIAN/md5sums", "\n".join(sums) + "\n")


def _settle(root: Path) -> None:
    """Give everything the rights that Debian asks for, and the time of the last commit."""
    for path in sorted(root.rglob("*"), reverse=True):
        if not path.is_symlink():
            runs = path.is_dir() or path == root / "usr/lib/appealdesk/appealdesk"
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (NOW.timestamp(), NOW.timestamp()), follow_symlinks=False)


def _asked(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=cwd)
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
