# whole tests
