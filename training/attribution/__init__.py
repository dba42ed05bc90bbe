"""The model that finds who said what."""
