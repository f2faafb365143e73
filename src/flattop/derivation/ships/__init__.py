"""How a ship's response operators are made, from her published dimensions."""
