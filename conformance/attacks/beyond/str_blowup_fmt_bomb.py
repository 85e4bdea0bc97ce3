for f in (lambda: '{:{}}'.format('x',10**12), lambda: '%*d' % (10**12,1), lambda: f"{1:0{10**9}d}", lambda: '%.*f' % (10**9,1.5), lambda: '{:.1000000000f}'.format(1.5), lambda: format(1,'999999999999999999999d'), lambda: ('{0}'*10**6).format('a'*10**4)):
    try: print(len(f()))
    except (ValueError, OverflowError, TypeError) as e: print(type(e).__name__, e)
