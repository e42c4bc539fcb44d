"""The records API of one store, described as the asker may use it."""
