"""What people of a store have to do: tasks, made by people, rules and flows alike."""
