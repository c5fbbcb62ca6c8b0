"""Appeal Desk: from an urgent action to letters in the post."""

__version__ = "0.1.0"
