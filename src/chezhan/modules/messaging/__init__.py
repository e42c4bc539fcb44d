"""Messages to customers and staff: templates, consent, sending, receipts."""
