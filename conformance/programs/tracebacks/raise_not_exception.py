"""raise of something else."""
raise 3
