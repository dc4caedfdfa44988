# The directory, a person, mandates.

people-directory = Members
people-count =
    { $count ->
        [one] One person
       *[other] { $count } people
    }
people-search = Search
people-search-button = Search
people-colleges = Colleges
people-all-colleges = All colleges
people-none = Nobody matches this search.
people-see-everybody = See all members
people-name = First and last name
people-college = College
people-organisation = Organisation
people-organisation-hint = The association, the company or the service represented.
people-commune = Town
people-language = Language
people-role = Role in the council
people-mandates = Mandates
people-no-mandate = No mandate.
people-mandate-start = Start of the mandate
people-mandate-end = End of the mandate
people-start-hint = Such as 30/04/2026. Today if left empty.
people-date-hint = Last day, such as 30/04/2026. No limit if left empty.
people-groups = Groups
people-group = Group
people-all-groups = All groups
people-all-communes = All towns
people-all-roles = All roles
people-email = E-mail address
people-phone = Telephone
people-manage = Manage this record
people-from-to = From { $from } to { $to }
people-since = Since { $from }
