"""Taking in what lies in files, mails and pastes: one way for the command line and the board. Pure."""
