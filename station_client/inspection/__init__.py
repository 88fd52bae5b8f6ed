"""What a file really is, by its content: the eight kinds, their warnings, and everything else refused.

Nothing here trusts a name or a length that the file itself states. ``sandbox`` looks at a file in a
process of its own, so that no file can hang, crash or exhaust the program.
"""
