"""Rules by which records go: erased of what they say of a person, or moved to the recycle bin."""
