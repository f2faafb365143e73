"""Aircraft and ship as shapes, and the replay."""
