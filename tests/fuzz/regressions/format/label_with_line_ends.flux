x = ."a

b"
