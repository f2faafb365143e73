"""The exported aircraft in JSBSim beside Flattop's own."""
