"""A report on an access log, in constant memory."""
