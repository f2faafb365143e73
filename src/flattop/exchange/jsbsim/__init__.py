"""An airframe as a JSBSim aircraft [Berndt2004], one file a part of it."""
