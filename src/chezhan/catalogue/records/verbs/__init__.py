"""What people do with records, by the verbs of the trade: the only way in which a state moves."""
