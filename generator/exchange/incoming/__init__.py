"""From a file's records to what they change in a plan: compared, checked, and said in words."""
