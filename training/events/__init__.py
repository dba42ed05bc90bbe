"""What trains the model of events."""
