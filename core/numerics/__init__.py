"""Checked input, sums that keep their digits, exact arithmetic."""
