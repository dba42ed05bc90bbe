"""What trains the finding of mentions and the joining of those that mean the same."""
