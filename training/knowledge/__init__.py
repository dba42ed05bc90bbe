"""What builds the tables of src/onrecord/knowledge/tables/ from their sources."""
