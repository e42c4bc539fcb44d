"""The word that no answer to A's people may hold."""

CANARY = "CNRY7X"
