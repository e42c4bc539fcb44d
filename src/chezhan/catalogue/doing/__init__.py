"""What can be done to records by those who act by themselves: rules, flows, and whoever else is told to."""
