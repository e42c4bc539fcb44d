"""Tell other programs what rules and flows did: signed, tried again, kept in a log. See docs/developers/webhooks.md."""
