# The public home.

public-lead = Residents study the questions of { $territory }, write together and give opinions.
public-read-latest = Read the latest text
public-all-publications = All the publications
public-latest = What the council says
public-groups = The groups at work
public-join = Joining the council
public-write = Write to the council
