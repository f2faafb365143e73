"""Who decides: launch and recovery, in the same form as the physics."""
