"""What is kept: cases, drafts, the sender; one encrypted file."""
