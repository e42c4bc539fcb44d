"""Forms: how records are entered and changed, laid out by a store, with conditions that the server holds to."""
