"""The screen: the only folder that imports PySide6."""
