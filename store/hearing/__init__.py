"""What a message says, whose it is, and what is proposed for it. Pure: who reads folders hands the bytes in."""
