"""The methods of the client, with the answer itself beside, or instead of, its parsed content."""
