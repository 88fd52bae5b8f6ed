"""The sealed folder of attachments: how fast bytes go in and come out, and in how much memory."""
