"""Work that lies in stores, known in `public`: announced, leased, looked after store by store, tried a counted number
of times.
"""
