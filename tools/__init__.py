"""What sets the project up (shell) and what decides what make has to do (tools/make)."""
