"""Each change of a store's design, a verb each."""
