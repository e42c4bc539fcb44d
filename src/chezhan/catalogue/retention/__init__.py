"""What a store keeps, and for how long: periods of kinds of data that the store may change within bounds."""
