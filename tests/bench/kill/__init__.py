"""Kill -9 of the product's own processes while people work."""
