"""The web application: reading, searching and seeing a store in the browser."""
