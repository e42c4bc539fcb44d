"""The one door through which lists and single records leave a store."""
