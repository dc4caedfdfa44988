# The statements at the foot of public pages.

accessibility-title = Accessibility
accessibility-1 = We want everybody to be able to read and write here, with or without a mouse, with a screen reader, on a phone or an old computer.
accessibility-2-heading = Where we stand
accessibility-2 = This site aims at RGAA 4.1 and WCAG 2.2 level AA. Every type of page is checked by an automatic tool, by keyboard and at high magnification. A tool sees only part of the criteria: no complete audit by people has been carried out yet, so the site is declared partially conformant. Each of the 106 criteria of RGAA is told apart, with what we know of it.
accessibility-2-link = Read the criteria one by one
accessibility-3-heading = Reporting a difficulty
accessibility-3-unset = Tell somebody who leads a group, or the council’s team, which page hinders you and how: another way to get the information will be offered. The address of the council is not given on this site yet. Without a satisfactory answer, you can turn to the Defender of Rights.
accessibility-3 = Write to { $contact } saying which page hinders you and how: another way to get the information will be offered. Without a satisfactory answer, you can turn to the Defender of Rights.

personal-data-title = Personal data
personal-data-1 = This site follows nobody: no audience measurement, no advertising, no call to another site.
personal-data-2-heading = What is kept
personal-data-2 = About visitors: nothing, except the choice of a language if you make it. About members: name, e-mail address, college, organisation, commune, mandate, groups, what they write, and the last version of each text that they opened, so as to tell them what changed since. A cookie keeps people signed in; it goes when they sign out. Another one knows your browser again, to tell you by mail if your account is opened from an unknown device.
personal-data-3-heading = Why, and for how long
personal-data-3 = This information serves the work of the council, and nothing else. Published texts and their history are kept; idle sessions and failed sign-ins are erased automatically.
personal-data-4-heading = Your rights
personal-data-4-unset = You can ask to read, correct or erase what concerns you: turn to somebody who leads a group, or to the council’s team. The address of the council is not given on this site yet. If you disagree, you can turn to the data protection authority (CNIL).
personal-data-4 = You can ask to read, correct or erase what concerns you: write to { $contact }. If you disagree, you can turn to the data protection authority (CNIL).

legal-title = Legal notice
legal-1-unset = This site is published by { $council }. The address to write to it is not given yet.
legal-1 = This site is published by { $council }. To write to it: { $contact }.
legal-2-heading = Software
legal-2 = It runs on Préau, free software distributed under the European Union Public Licence (EUPL 1.2).
