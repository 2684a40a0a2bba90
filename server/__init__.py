"""The Candor service: a Flask application on the person's own machine."""
