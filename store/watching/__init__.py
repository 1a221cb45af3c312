"""The folders of other people's programs: which of their mails and meetings are new. Read, never written to."""
