list(iter(int,1))
