"""What a store holds of one person: shown, given along, erased on request (PIPL, Art. 45 to 47)."""
