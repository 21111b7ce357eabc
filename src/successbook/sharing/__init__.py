"""What leaves the workbook: Markdown now, other formats beside it."""
