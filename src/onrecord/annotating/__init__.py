"""What the words are: the shared encoder's reading of the text."""
