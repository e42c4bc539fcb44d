"""What people do in flows: they start them, answer what they are asked, pass it on, and see where it stands."""
