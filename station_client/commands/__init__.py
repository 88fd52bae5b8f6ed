"""The command line: the same verbs as the window, for State IT and for scripts. See docs/command-line.md."""
