import datetime
d=datetime.datetime(2020,1,1)
print(len(d.strftime('%c'*10**7)))
