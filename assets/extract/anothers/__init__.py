"""Tables and rows in a report that are not its own: of another year, another agency, another form, or shown as examples.

Belongs here: what captions, headings and titles say of whose figures stand below, and setting those aside or in doubt. Does not belong
here: whose the report is (whose/).
"""
