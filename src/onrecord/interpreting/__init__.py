"""What the words assert: statements."""
