"""What designers do with flows that are under way: find those that stand still, move, cancel, migrate, hand over."""
