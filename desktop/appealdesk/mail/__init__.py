"""The letter as a message: Letter -> a draft in the system mail client."""
