"""Tables as files that other programs read: CSV and XLSX. The one door of openpyxl."""
