"""Search: in lists, and in the one box over all that a person may see."""
