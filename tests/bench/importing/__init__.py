"""What the commands about imports share."""
