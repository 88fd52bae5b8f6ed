"""The bytes of files, both ways: sent in slices where the centre lacks them, fetched from where they broke off."""

from sync.files.begun import Begun
from sync.files.beside import Beside, FetchPolicy, Which
from sync.files.fetching import Fetching
from sync.files.sending import Sending

__all__ = ["Begun", "Beside", "FetchPolicy", "Fetching", "Sending", "Which"]
