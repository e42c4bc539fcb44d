"""When the store works: hours, holidays and exceptions; and how much of that lies between two moments."""
