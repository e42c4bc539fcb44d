"""Cars that the store has to sell or lends for test drives: from the maker's plant to their buyer."""
