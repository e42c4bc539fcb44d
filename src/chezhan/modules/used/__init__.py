"""Used cars: looked at, offered for, bought, transferred, made ready and sold; and what each cost."""
