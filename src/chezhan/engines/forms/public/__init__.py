"""Forms for strangers: a link, a page to embed. They enter records, and are told nothing of what is there."""
