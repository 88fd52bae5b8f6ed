"""The central server: the other end of the wire. It shares only the client's languages."""
