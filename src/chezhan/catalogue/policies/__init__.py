"""A store's policies, roles and teams, as people set them and as they are explained."""
