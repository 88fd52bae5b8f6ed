"""The page for State IT: pages made here, no script in them, at ``/admin``."""
