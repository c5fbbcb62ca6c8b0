"""The Debian package in a clean Debian: installed, used, upgraded, removed, purged.

Use (as root): python -m tests.packaging.installed DEB [OLDER] [--document FILE] [--root FOLDER]
OLDER:  the same package with a lower version (DEB_VERSION=0.0.1-1 packaging/linux/installer)
FILE:   an urgent action with three letters to write; the first sample case if none is given
FOLDER: a clean Debian made before by debootstrap; else one is made
Needs debootstrap, Xvfb, xdotool and strace here; in the clean root there is nothing but what apt
brings. The program runs as an ordinary user, in a network namespace without any network, under
strace. Prints what was seen; exit status 1 with what was not as it should be.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.stories.driver import NotSeen, awaited
from tests.structure.sources import CHECKOUT
from tests.xvfb import private_screen

SUITE, MIRROR = "bookworm", "http://deb.debian.org/debian"
PERSON = "volunteer"
PASSPHRASE = "four odd green words"  # noqa: S105  (of a library that is thrown away)
LIBRARY = Path(".local/share/appealdesk/library.appealdesk")
LETTERS = 3
MAIN = "^Appeal Desk$"
SCREENS = "tmp/.X11-unix"  # where programs find a screen, whatever their network
TRACED = "%network,openat,open,creat,rename,renameat,renameat2,link,linkat,mkdir,mkdirat,execve"
# What installing and removing anything leaves behind: apt's and dpkg's own notes, caches of others.
NOT_OURS = re.compile(
    r"/(var/(lib/(dpkg|apt)|cache|log)|proc|sys|dev|run|tmp|etc/(ld\.so\.cache|\.pwd|resolv)|home)\b"
)


class Root:
    """A clean Debian in a folder, ready to run programs in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str) -> None:
        """Run a command as the administrator; SystemExit with what it said when it fails."""
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(
            ["chroot", self.folder, *command],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}:\n{done.stdout}{done.stderr}")

    def install(self, package: Path) -> None:
        """Install a package as a person would: apt brings what it needs and recommends."""
        shutil.copy(package, self.folder / package.name)
        self.run("apt-get", "install", "--yes", f"/{package.name}")
        (self.folder / package.name).unlink()

    def files(self) -> set[str]:
        """Return every file and folder, but for what apt, dpkg and the kernel keep."""
        found = set()
        for place, folders, files in os.walk(self.folder):
            inside = Path("/") / Path(place).relative_to(self.folder)
            found |= {str(inside / name) for name in (*folders, *files)}
            folders[:] = [one for one in folders if not NOT_OURS.match(str(inside / one))]
        return {name for name in found if not NOT_OURS.match(name)}

    @property
    def home(self) -> Path:
        """The home folder of the person who uses the program."""
        return self.folder / "home" / PERSON


@contextmanager
def clean_root(made: Path | None) -> Iterator[Root]:
    """Make a clean Debian, or copy one; take it away at the end."""
    with tempfile.TemporaryDirectory(prefix="appealdesk-root-") as place:
        folder = Path(place) / "root"
        if made:
            subprocess.run(["cp", "-a", made, folder], check=True)
        else:
            subprocess.run(
                ["debootstrap", "--variant=minbase", SUITE, folder, MIRROR],
                check=True,
                stdout=subprocess.DEVNULL,
            )
        (folder / SCREENS).mkdir(parents=True, exist_ok=True)
        shutil.copy("/etc/resolv.conf", folder / "etc/resolv.conf")
        mounts = ["proc", "dev", SCREENS]
        for mount in mounts:
            subprocess.run(["mount", "--bind", f"/{mount}", folder / mount], check=True)
        root = Root(folder)
        try:
            root.run("apt-get", "update")
            root.run("useradd", "--create-home", PERSON)
            yield root
        finally:
            for mount in reversed(mounts):
                subprocess.run(["umount", "--lazy", folder / mount], check=True)


class Story:
    """The installed program on a screen of its own, driven by key presses, known by its windows."""

    def __init__(self, root: Root, display: str, trace: Path, *arguments: str) -> None:
        self._environment = {"DISPLAY": display, "PATH": os.environ["PATH"]}
        # The language of a person in Britain; no desktop, no keyring, no network.
        inside = [f"HOME=/home/{PERSON}", "LC_ALL=C.UTF-8", "PATH=/usr/bin", f"DISPLAY={display}"]
        self._process = subprocess.Popen(
            [
                *("unshare", "--net", "strace", "-f", "-o", str(trace), "-e", f"trace={TRACED}"),
                *("chroot", f"--userspec={PERSON}", str(root.folder), "env", "-i", *inside),
                *("appealdesk", *arguments),
            ],
            start_new_session=True,
        )

    def window(self, title: str) -> None:
        """Wait for a window and give it the keyboard, as a window manager does."""
        number = awaited(lambda: self._ask("search", "--onlyvisible", "--name", title), title)
        self._ask("windowfocus", number.split()[-1])
        awaited(lambda: self._ask("getwindowfocus") == number.split()[-1], f"{title} to listen")

    def sees(self, title: str) -> bool:
        """Tell whether such a window is there now."""
        return bool(self._ask("search", "--onlyvisible", "--name", title))

    def keys(self, *keys: str) -> None:
        """Press keys."""
        self._ask("key", "--delay", "60", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._ask("type", "--delay", "30", "--", text)

    def _ask(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()

    def ended(self) -> int:
        """Return the exit status once the program has ended."""
        return self._process.wait(timeout=60)

    def stop(self) -> None:
        """End it if it runs still."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)  # strace would outlive it
            self._process.wait(timeout=60)

    def until(self, title: str, *keys: str) -> None:
        """Press keys in the main window until such a window is there.

        A program that is still loading may do nothing yet, or something else: that is left again.
        """

        def there() -> bool:
            self.window(MAIN)
            self.keys(*keys)
            with contextlib.suppress(NotSeen):
                return awaited(lambda: self.sees(title), title, patience=5)
            self.window(".")  # the newest
            self.keys("Escape")
            return False

        awaited(there, title, patience=90)
        self.window(title)


def play(root: Root, document: Path, trace: Path) -> list[Path]:
    """Open the document, choose a passphrase, write a sentence, save; return the letters."""
    shutil.copy(document, root.home / "urgent action.txt")
    (root.home / "Letters").mkdir()
    root.run("chown", "-R", PERSON, f"/home/{PERSON}")
    with private_screen() as screen:
        story = Story(root, screen.display, trace, f"/home/{PERSON}/urgent action.txt")
        try:
            story.window(MAIN)
            story.until("^Choose a passphrase", "alt+e", "Up", "Return")
            story.type(PASSPHRASE)
            story.keys("Tab")
            story.type(PASSPHRASE)
            story.keys("Return")
            awaited((root.home / LIBRARY).exists, "the library")
            story.window(MAIN)
            story.keys("ctrl+j")
            story.type("I have driven a bus for eleven years.")
            story.until("^Your details", "ctrl+s")
            story.type("Maud Lavoie")
            story.keys("Tab", "Tab")
            story.type("12 Rue des Tilleuls")
            story.keys("Return")
            story.type("9000 Gent")
            story.keys("Tab")
            story.type("Belgium")
            story.keys("Tab", "Return")
            awaited(lambda: story.sees("not checked yet") or story.sees("^Choose a folder"), "more")
            if story.sees("not checked yet"):
                story.window("not checked yet")
                story.keys("Tab", "space")  # go on all the same
            story.window("^Choose a folder")
            story.type(f"/home/{PERSON}/Letters")
            letters = root.home / "Letters"
            while story.sees("^Choose a folder"):
                story.keys("Return")  # the first may only take a suggestion
                time.sleep(1)
            awaited(lambda: len(list(letters.glob("*.pdf"))) == LETTERS, "three letters")
            story.window(MAIN)
            story.keys("ctrl+q")
            expect(story.ended() == 0, "the program ended well")
        finally:
            story.stop()
    return sorted(letters.glob("*.pdf"))


def opens_again(root: Root, trace: Path) -> None:
    """Start the program once more and unlock what was kept."""
    with private_screen() as screen:
        story = Story(root, screen.display, trace)
        try:
            story.window(MAIN)
            story.until("^Your passphrase", "alt+e", "Up", "Return")
            story.type(PASSPHRASE)
            story.keys("Return")
            awaited(lambda: not story.sees("^Your passphrase"), "the library to open")
            story.window(MAIN)
            story.keys("ctrl+q")
            expect(story.ended() == 0, "the kept library opened with its passphrase")
        finally:
            story.stop()


def look_at(trace: Path) -> None:
    """Say what the program reached for: sockets, and files opened for writing."""
    calls = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    kinds = {kind for call in calls for kind in re.findall(r"socket\((AF_\w+)", call)}
    expect(kinds <= {"AF_UNIX"}, f"sockets of these kinds only: {sorted(kinds)}")
    written = {
        name
        for call in calls
        if not re.search(r" = -1 E", call)
        for name in re.findall(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", [^)]*O_(?:WR|RDWR)', call)
    }
    own = (f"/home/{PERSON}/{LIBRARY.parent}/", f"/home/{PERSON}/Letters/", "/dev/null")
    elsewhere = sorted(name for name in written if not name.startswith(own))
    expect(not elsewhere, f"{len(written)} files written, none elsewhere {elsewhere or ''}")


failed: list[str] = []


def expect(holds: bool, what: str) -> None:
    """Print what was seen, and keep in mind what was not as it should be."""
    print(f"{'ok ' if holds else 'NOT'} {what}", flush=True)
    if not holds:
        failed.append(what)


def remove(root: Root, package: Path) -> None:
    """Remove the package, put it back and purge it; say what is left of it each time."""
    kept = (root.home / LIBRARY).read_bytes()
    for how in ("remove", "purge"):
        root.install(package)
        root.run("apt-get", how, "--yes", "appealdesk")
        left = sorted(
            name for name in root.files() if re.search("appeal-?desk", name, re.IGNORECASE)
        )
        expect(not left, f"after {how}: no file of the package is left {left or ''}")
        expect((root.home / LIBRARY).read_bytes() == kept, f"after {how}: the library is untouched")
    notes = sorted(root.folder.glob("var/lib/dpkg/info/appealdesk*"))
    expect(not notes, "after purge: dpkg knows nothing of it any more")


def main(arguments: Sequence[str]) -> int:
    """Go through it all; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("package", type=Path)
    parser.add_argument("older", type=Path, nargs="?")
    sample = CHECKOUT / "resources/samples/1-bus-drivers.txt"
    parser.add_argument("--document", type=Path, default=sample)
    parser.add_argument("--root", type=Path)
    asked = parser.parse_args(arguments)
    with clean_root(asked.root) as root, tempfile.TemporaryDirectory() as notes:
        root.install(asked.older or asked.package)
        first, again = Path(notes) / "first", Path(notes) / "again"
        letters = play(root, asked.document, first)
        expect(len(letters) == LETTERS, f"letters saved: {[path.name for path in letters]}")
        look_at(first)
        if asked.older:
            kept = (root.home / LIBRARY).read_bytes()
            root.install(asked.package)
            expect((root.home / LIBRARY).read_bytes() == kept, "the upgrade kept the library")
        opens_again(root, again)
        look_at(again)
        remove(root, asked.package)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
