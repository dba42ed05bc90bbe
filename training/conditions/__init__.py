"""Training the model of conditions."""
