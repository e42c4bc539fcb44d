"""The most that anybody in a group's stores may do: set by headquarters, narrowed by no store's leave."""
