"""What we answer: Case + Recipient + Sender -> Letter. No input or output of any kind."""

from appealdesk.letters.model import Draft, Identity, Letter, LetterKind, Sender

__all__ = ["Draft", "Identity", "Letter", "LetterKind", "Sender"]
