module example.org/go_host

go 1.19
