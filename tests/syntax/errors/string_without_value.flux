a = {"key"}
