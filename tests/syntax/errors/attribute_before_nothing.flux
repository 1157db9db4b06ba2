@edition("2022.1")
