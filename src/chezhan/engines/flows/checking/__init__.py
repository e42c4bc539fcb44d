"""What keeps a flow from being put into force, asked with the rights of who would publish it."""
