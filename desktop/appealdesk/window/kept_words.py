"""Whether what is written is kept, in words."""

from __future__ import annotations

from appealdesk.errors import Trouble
from appealdesk.translation import _
from appealdesk.workbench import Keeping


def said_of(keeping: Keeping, why: Trouble | None) -> tuple[str, str]:
    """Return what the banner says, and what its button; "" for nothing."""
    reason = str(why) if why else ""
    if keeping is Keeping.NEW_PASSPHRASE:
        words = _(
            "Nothing is kept yet. With a passphrase your cases and letters are kept, encrypted."
        )
        return reason or words, _("Choose a passphrase")
    if keeping is Keeping.PASSPHRASE:
        return reason or _("Your cases are locked with your passphrase."), _("Enter it")
    if keeping is Keeping.UNUSABLE:
        kept = _("What you write now is not kept. You can still save letters as PDF.")
        return f"{reason} {kept}".strip(), ""
    return "", ""
