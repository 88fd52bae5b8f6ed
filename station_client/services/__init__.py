"""Every verb a person has: sign in, read, search, write, attach, submit, take back, print a receipt.

No Qt and no HTTP: the window, the command line, the tour and the tests stand on the same services.
"""
