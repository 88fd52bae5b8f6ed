"""The centre at the size of a nation: real PostgreSQL, real processes, real TLS."""
