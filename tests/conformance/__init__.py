"""The conformance corpus: invented reports, rendered to real documents, passed through real converters, and scored."""
