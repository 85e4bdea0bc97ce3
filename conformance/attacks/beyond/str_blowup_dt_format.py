import datetime
print(len(format(datetime.datetime(2020,1,1),'%c'*10**6)))
