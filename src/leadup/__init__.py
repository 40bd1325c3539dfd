"""leadup: what happened in the days leading up to X?"""
