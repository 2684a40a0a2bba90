"""Media types that the API takes and gives."""

JSON = "application/json"
LINES = "application/x-ndjson"
EVENTS = "text/event-stream"
PROBLEM = "application/problem+json"
CSV = "text/csv"
MARKDOWN = "text/markdown"
