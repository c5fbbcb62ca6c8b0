"""The small windows: each asks one thing, says plainly why, and loses nothing that was typed."""
