"""The letter as a message: Letter -> a draft in the mail client of this computer."""

from appealdesk.mail.addresses import BadAddress
from appealdesk.mail.handing import MailFailed, NoMailClient, hand_over
from appealdesk.mail.message import LONGEST_LINK, mailto, message

__all__ = [
    "LONGEST_LINK",
    "BadAddress",
    "MailFailed",
    "NoMailClient",
    "hand_over",
    "mailto",
    "message",
]
