"""The folders of other people's programs: which mails and meetings are new. Nothing is written there."""
