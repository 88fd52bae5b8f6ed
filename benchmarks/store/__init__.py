"""The store at its real size: how fast it takes in, how fast it finds, what the encryption costs.

``__main__`` conducts and prints; ``trial`` measures one file, in a process of its own; ``made_up`` makes the alerts.
"""
