"""The folders of other people's programs: which mails and meetings there are new. Nothing is written there."""
