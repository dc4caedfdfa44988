# What several features say: the shell, dates, names of kinds, roles and states.

product = Préau
document-title = { $page } – { $council }
skip = Skip to content
breadcrumb = Breadcrumb

menu = Main
menu-home = Home
menu-groups = Groups
menu-texts = Texts
menu-publications = Publications
menu-members = Members
menu-administration = Administration
menu-more = More
menu-account = My account
menu-council = The council
menu-sign-in = Sign in

foot-accessibility = Accessibility
foot-personal-data = Personal data
foot-legal = Legal notice
foot-feed = Feed of publications

pager = Pages
pager-page = Page { $number }
pager-previous = Previous
pager-next = Next

field-optional = (optional)
filter = Filter
errors-title =
    { $count ->
        [one] One answer needs correcting
       *[other] { $count } answers need correcting
    }
errors-line = { $label }: { $problem }

date-day = { $day } { $month } { $year }
date-weekday = { $weekday } { $day } { $month }
date-time = { $hour }:{ $minute }
date-hour = { $hour }:00
date-moment = { $day } at { $time }
list-and = { $first } and { $last }

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

number-1 = One
number-2 = Two
number-3 = Three
number-4 = Four
number-5 = Five
number-6 = Six
number-7 = Seven
number-8 = Eight
number-9 = Nine
number-10 = Ten

kind-contribution = Contribution
kind-opinion = Opinion
kind-synthesis = Synthesis
kind-note = Note
kind-minutes = Minutes

group-working-group = Working group
group-committee = Committee
group-bureau = Bureau
group-plenary = Plenary
group-neighbourhood = Neighbourhood council

role-member = Member
role-chair = Chair
role-vice-chair = Vice-chair
role-staff = Council staff
role-guest = Guest
role-facilitator = Facilitator
role-observer = Observer
