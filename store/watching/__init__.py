"""The folders of other people's programs: which mails and meetings in them are new. Read, never written to."""
