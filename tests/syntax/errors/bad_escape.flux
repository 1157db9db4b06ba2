path = "C:\data\new"
