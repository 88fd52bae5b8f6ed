"""The bytes of files, both ways: sent in slices where the centre lacks them, fetched from where they broke off."""

from sync.files.beside import Beside, FetchPolicy, Which
from sync.files.fetching import Fetching
from sync.files.pace import Pace
from sync.files.sending import Sending

__all__ = ["Beside", "FetchPolicy", "Fetching", "Pace", "Sending", "Which"]
