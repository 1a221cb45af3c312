"""What a message says, whose it is, and what is proposed for it. Pure: it is handed bytes."""
