"""From the wire's words to the field's and back: pure, and the one place where the two meet.

``records``: what the feed carries · ``officers``: a grant · ``items``: what is sent, and its receipts ·
``refusals``: the centre's no as an error.
"""
