"""The test suites behind tests/run: each module finds cases of one kind and knows how to run them."""
