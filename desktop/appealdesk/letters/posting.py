"""What stands on the outside of a letter: the address, the sender's address, the airmail mark."""

from __future__ import annotations

from appealdesk.cases import Case, Part, Plain, Recipient
from appealdesk.errors import Trouble
from appealdesk.letters import identity
from appealdesk.letters.address import address_block
from appealdesk.letters.composing import airmail, goes_abroad
from appealdesk.letters.model import Draft, Sender
from appealdesk.letters.names import named, short_name
from appealdesk.translation import _


class Posting(Plain, frozen=True):
    """The outside of one letter; "" and () where a part is left out.

    name:     the recipient's, short, to speak of
    address:  as in the letter: name, role, verbatim lines, country in capitals last
    back:     the sender's lines, as the identity level allows
    airmail:  the mark of mail that goes abroad, one line a language
    language: of the letter (BCP 47); lines without letters run its way
    """

    name: str
    language: str
    address: tuple[str, ...]
    back: tuple[str, ...] = ()
    airmail: tuple[str, ...] = ()


def posting(case: Case, recipient: Recipient, sender: Sender | None, draft: Draft) -> Posting:
    """Return what the envelope of the letter to one recipient bears.

    Raises Trouble for a recipient without a postal address.
    """
    if not has_address(recipient):
        raise Trouble(
            _("There is no postal address for {name}.").format(name=named(recipient)),
            remedy=_("Add the address, or leave this recipient out."),
        )
    level = identity.identity_shown(draft, sender)
    abroad = goes_abroad(case, recipient, sender)
    return Posting(
        name=short_name(recipient),
        language=draft.language,
        address=address_block(recipient, sender, level, draft.language),
        back=identity.from_lines(sender, level, draft.language, abroad=abroad),
        airmail=airmail(case, recipient, sender, draft),
    )


def has_address(recipient: Recipient) -> bool:
    """Tell whether the post can find this recipient."""
    return recipient.part is not Part.OTHER and any(line.strip() for line in recipient.address)
