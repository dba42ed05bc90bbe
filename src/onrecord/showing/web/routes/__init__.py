"""The routes: each module answers for one part of the site."""
