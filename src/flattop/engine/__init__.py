"""From catalogue to flights: records, memory, random numbers, lanes."""
