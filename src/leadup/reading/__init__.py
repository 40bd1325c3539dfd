"""What is read out of an article: lightly for all of it at intake, deeply for chosen sentences when asked."""
