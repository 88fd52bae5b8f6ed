"""A made-up country to try the system in: real States and districts, everything else invented.

No person, station event or number plate here is real. The same seed gives the same texts.
"""
