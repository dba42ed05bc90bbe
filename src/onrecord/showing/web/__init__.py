"""The web application: pages for a browser on the same machine."""
