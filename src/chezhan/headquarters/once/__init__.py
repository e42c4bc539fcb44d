"""One request, one effect, outside of stores: a POST to a group or an account that is sent again with its key."""
