with (a as b, c): del b[0], c.d
