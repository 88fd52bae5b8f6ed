"""How well names meet across scripts: a list of pairs, tried as the search would find them."""
