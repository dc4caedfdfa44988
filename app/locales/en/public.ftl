# The public home.

public-lead = Residents write together and give opinions. Their territory: { $territory }.
public-read-latest = Read the latest text
public-all-publications = All the publications
public-latest = What the council says
public-groups = The groups at work
public-join = Joining the council
public-write = Write to the council
