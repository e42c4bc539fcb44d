"""What workers do with a job: analyse it, write it into the stores, take it back."""
