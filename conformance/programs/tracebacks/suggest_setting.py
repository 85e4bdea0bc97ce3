"""Nothing is suggested for an assignment."""
(5).reel = 1
