"""A hundred photons and the lead in their way: who gets through, once, and in many shots."""
