try:
    risky = 1
except* TimeoutError:
    pass
try:
    risky = 2
except TimeoutError as _error:
    risky = _error.tb_frame
