"""Can this uncrewed aircraft work from this ship?"""
