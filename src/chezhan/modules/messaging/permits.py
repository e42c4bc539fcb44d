"""What one must be allowed to do with messages."""

# Templates, channels, limits; and sending by templates that were approved.
DESIGN, SEND = "catalogue.design", "message.send"
