"""Triage: a small classifier of comments, trained here, that numpy alone runs."""
