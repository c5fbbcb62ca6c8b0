"""What a person does, no screen: open, draft, check, export, hand over, record."""
