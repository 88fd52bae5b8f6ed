"""How the centre's tables came to be, step by step; Alembic runs them when the centre opens."""
