// grüße
a = 1
