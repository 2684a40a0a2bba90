"""The desk: the pages that the server shows in a browser."""
