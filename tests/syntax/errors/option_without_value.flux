option task

a = 1
