# Minority opinions.

dissents-title = Minority opinions
dissents-one = Minority opinion
dissents-numbered = Minority opinion { $number }
dissents-lead = They are adopted and published with the text, with the names of those who sign them. Everybody signs for themselves, until the adoption.
dissents-none = You do not agree with this text? Say so beside it: your opinion will be published with it, signed.
dissents-published = What some members of the council wanted to say beside this text, which was adopted without their agreement on these points.
dissents-open = Give a minority opinion
dissents-new-title = Give a minority opinion
dissents-new-lead = You sign it. Other members may sign it too; its words then no longer change. It will be published with the text.
dissents-reword-title = Change the minority opinion
dissents-name = Title of the opinion
dissents-body = Your opinion
dissents-body-hint = What you do not approve, why, and what you propose.
dissents-do = Give and sign it
dissents-save = Save the opinion
dissents-sign = Sign this opinion
dissents-unsign = Take back my signature
dissents-withdraw = Take back my signature and this opinion
dissents-reword = Change it
dissents-signed = Signed by { $people }
dissents-signed-by-members =
    { $count ->
        [one] Signed by a member of the council
       *[other] Signed by { $count } members of the council
    }
dissents-adopted =
    { $count ->
        [one] One minority opinion will be adopted and published with this text.
       *[other] { $count } minority opinions will be adopted and published with this text.
    }
contributions-done-opinion = Your opinion stands with the text, signed with your name.
contributions-done-opinion-changee = The opinion is saved.
contributions-done-opinion-signee = You signed this opinion.
contributions-done-opinion-retiree = Nobody signed it any more: the opinion is withdrawn.
contributions-done-signature-retiree = Your signature is taken back.
transition-signed-by-others = Other members signed these words: they no longer change. You can take back your signature and give another opinion.
journal-dissent-opened = { $actor } gave a minority opinion.
journal-dissent-reworded = { $actor } changed a minority opinion.
journal-dissent-signed = { $actor } signed a minority opinion.
journal-dissent-unsigned = { $actor } took back their signature from a minority opinion.
journal-dissent-withdrawn = { $actor } withdrew a minority opinion.
