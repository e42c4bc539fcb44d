"""What a rule can do. Each kind of action is a registered instance; other packages add theirs by `offers`."""
