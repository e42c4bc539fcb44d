"""What customers do themselves, on their own telephones: book a test drive, see it, sign for it, call it off."""
