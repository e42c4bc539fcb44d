"""PostgreSQL and Valkey from their wheels, and the supervisor behind `make run`.

Imports no Django: it works before a settings module can.
"""
