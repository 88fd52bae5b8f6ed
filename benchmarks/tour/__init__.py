"""The tour behind ``make demo``: the real program, driven through a station's main job and checked at every step.

``__main__`` conducts; ``station`` is the program with hands on it, in a process of its own; ``relay`` is the
line between a station and the centre, which can be cut.
"""
