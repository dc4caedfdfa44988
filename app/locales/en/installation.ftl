# The first page of an empty installation.

installation-title = Install the council's site
installation-lead = A few answers are enough. Everything can be changed later in the administration.
installation-council = The council
installation-you = Your account
installation-your-name = Your first and last name
installation-role = Your role in the council
installation-role-hint = You will also administer the site, whatever this role.
installation-role-staff = works for the council, without being a member of it
installation-role-chair = adopts and publishes texts
installation-role-vice-chair = stands in for the chair
installation-role-member = sits in the council
installation-install = Install the site
installation-done = The site is installed, and your account is open. To begin, present the council and invite its members.
