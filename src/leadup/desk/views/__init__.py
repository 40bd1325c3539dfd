"""What each page of the desk shows, worked out before its template sees it."""
