"""What the benches of the gate share: a store with added fields, rows in it, and who asks for them."""
