"""The police station's own copy of Cri-MAC: the core of the program, with no Qt and no HTTP."""

__version__ = "0.1.0"
