"""A draft opened in the real Thunderbird: a window to write in, with everything in place."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from appealdesk.mail import hand_over, message
from appealdesk.paper import typeset
from tests.paper.samples import LETTER, ON
from tests.xvfb import Screen

pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(
        not (shutil.which("thunderbird") and shutil.which("xdotool")),
        reason="Thunderbird and xdotool are not both installed",
    ),
]

PATIENCE = 90  # s; a first start on a busy machine takes a third of it
Found = TypeVar("Found")

# An account, or Thunderbird shows its welcome page. It stays offline whatever happens.
ACCOUNT = """\
user_pref("mail.accountmanager.accounts", "account1,account2");
user_pref("mail.accountmanager.defaultaccount", "account1");
user_pref("mail.accountmanager.localfoldersserver", "server2");
user_pref("mail.account.account1.identities", "id1");
user_pref("mail.account.account1.server", "server1");
user_pref("mail.account.account2.server", "server2");
user_pref("mail.identity.id1.fullName", "Marthe Vandenbroucke");
user_pref("mail.identity.id1.useremail", "marthe@case.example");
user_pref("mail.identity.id1.smtpServer", "smtp1");
user_pref("mail.identity.id1.valid", true);
user_pref("mail.server.server1.type", "pop3");
user_pref("mail.server.server1.hostname", "localhost");
user_pref("mail.server.server1.userName", "marthe");
user_pref("mail.server.server1.check_new_mail", false);
user_pref("mail.server.server1.login_at_startup", false);
user_pref("mail.server.server2.type", "none");
user_pref("mail.server.server2.hostname", "Local Folders");
user_pref("mail.server.server2.userName", "nobody");
user_pref("mail.smtpservers", "smtp1");
user_pref("mail.smtpserver.smtp1.hostname", "localhost");
user_pref("mail.provider.suppress_dialog_on_startup", true);
user_pref("mail.shell.checkDefaultClient", false);
user_pref("mailnews.start_page.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.enabled", false);
user_pref("network.online", false);
user_pref("offline.startup_state", 3);
"""


def awaited(look: Callable[[], Found | None], what: str) -> Found:
    """Return what `look` finds, as soon as it does."""
    until = time.monotonic() + PATIENCE
    while True:
        found = look()
        if found:
            return found
        assert time.monotonic() < until, f"waited {PATIENCE} s in vain for {what}"
        threading.Event().wait(0.2)


@pytest.fixture
def profile(home: Path, xvfb: Screen, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a profile with an account that Thunderbird will take; end Thunderbird afterwards."""
    for name, value in xvfb.environment({}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("MOZ_LEGACY_PROFILES", "1")  # the default profile, whoever made it
    monkeypatch.setenv("MOZ_CRASHREPORTER_DISABLE", "1")
    monkeypatch.delenv("APPEALDESK_MAIL_COMMAND", raising=False)
    lists = Path(os.environ["XDG_CONFIG_HOME"]) / "mimeapps.list"
    lists.parent.mkdir(parents=True, exist_ok=True)
    lists.write_text(
        "[Default Applications]\nx-scheme-handler/mailto=thunderbird.desktop\n", encoding="utf-8"
    )
    thunderbird = home / ".thunderbird"
    own = thunderbird / "story"
    own.mkdir(parents=True)
    (own / "user.js").write_text(ACCOUNT, encoding="utf-8")
    (thunderbird / "profiles.ini").write_text(
        "[General]\nStartWithLastProfile=1\n\n[Profile0]\nName=story\nIsRelative=1\nPath=story\n"
        "Default=1\n",
        encoding="utf-8",
    )
    yield own
    lock = own / "lock"  # a symbolic link that names its process: "127.0.1.1:+4711"
    if lock.is_symlink():
        number = int(lock.readlink().name.rpartition("+")[2])
        os.kill(number, signal.SIGTERM)
        awaited(lambda: not _runs(number), "Thunderbird to end")


def _runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def window(title: str) -> str | None:
    """Return the number of the visible window whose title begins so."""
    done = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", f"^{title}"],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.split("\n")[0] or None


def test_a_draft_opens_for_writing_with_recipient_text_and_pdf(
    profile: Path, tmp_path: Path
) -> None:
    pdf = typeset(LETTER, ON)
    draft = tmp_path / "UA 31-13 Aldenova.eml"
    draft.write_bytes(
        message(LETTER, to=["minister@mia.example"], attachments=[("Альденова.pdf", pdf)])
    )
    hand_over(draft)
    writing = awaited(lambda: window("Write: Samira Aldenova"), "the window to write in")

    # Saved as it stands, the draft shows what Thunderbird understood.
    drafts = profile / "Mail" / "localhost" / "Drafts"

    def saved() -> str | None:
        text = drafts.read_text(encoding="utf-8", errors="replace") if drafts.exists() else ""
        if text.rstrip().endswith("--"):  # the last boundary: written to its end
            return text
        subprocess.run(
            ["xdotool", "windowfocus", writing, "key", "--window", writing, "ctrl+s"], check=True
        )
        return None

    text = awaited(saved, "the saved draft")
    assert "To: minister@mia.example" in text
    assert "Subject: Samira Aldenova (UA 31/13)" in text
    assert "From: Marthe Vandenbroucke <marthe@case.example>" in text
    assert "I urge you to tell her family without delay where she is held" in text
    assert "filename*" in text
