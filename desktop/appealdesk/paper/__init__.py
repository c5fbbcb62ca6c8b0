"""The letter as pages: Letter -> PDF, page images."""
