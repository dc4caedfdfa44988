# Les modèles des textes.

templates-title = Modèles des textes
templates-text = Le texte par lequel commence un avis, une note, un compte rendu.
templates-lead = Qui commence un texte peut partir du modèle de son type. Les textes déjà commencés ne changent pas.
templates-original = Modèle d’origine
templates-own = Modèle du conseil
templates-empty = Aucun modèle : le texte commence vide
templates-changed = Modifié par { $name }, { $moment }
templates-one = Modèle : { $kind }
templates-body = Modèle
templates-body-hint = Les titres commencent par ##, les consignes se mettent entre deux traits bas : _ainsi_. Sans rien, ces textes commencent vides.
templates-save = Enregistrer le modèle
templates-back = Revenir aux modèles
templates-preview = Ce que verra la personne qui commence un texte
templates-restore-title = Revenir au modèle d’origine : { $kind }
templates-restore-text = Le modèle écrit par le conseil est remplacé par celui d’origine. Les textes déjà commencés ne changent pas.
templates-restore = Revenir au modèle d’origine
templates-keep = Garder le modèle du conseil
templates-done-enregistre = Le modèle est enregistré.
templates-done-origine = Ce type de texte a retrouvé son modèle d’origine.
templates-start = Partir du modèle
templates-start-hint = Chaque type de texte a un modèle. « Partir du modèle », en bas de la page, le met dans un texte encore vide.
templates-started = Le texte part du modèle de ce type. Remplacez les consignes par vos mots.
templates-kept = Vous aviez déjà écrit : le modèle n’a pas pris la place de vos mots.
journal-template-changed = { $actor } a changé un modèle de texte.

template-contribution =
    ## De quoi il s’agit

    _En quelques phrases : le sujet, le lieu, les personnes que cela concerne._

    ## Ce que nous avons vu et entendu

    _Les faits, les chiffres et d’où ils viennent._

    ## Ce que nous en pensons

    _Ce qui nous paraît juste, ce qui nous inquiète, ce qui nous partage._

    ## Ce que nous proposons

    _Une proposition par paragraphe, avec la personne ou le service à qui elle s’adresse._
template-opinion =
    ## La question posée

    _Qui nous a demandé cet avis, quand, et sur quoi._

    ## Ce que nous avons fait

    _Les rencontres, les visites, les lectures : combien de personnes entendues, où, quand._

    ## Ce que nous avons constaté

    _Les faits, les chiffres et d’où ils viennent._

    ## Nos recommandations

    {":::"}recommandation commencer par un verbe

    _Ce que nous demandons, à qui, pour quand, et à quoi on verra que c’est fait._

    {":::"}

    ## Nos désaccords

    _Ce qui nous a partagés, et pourquoi._

    ## Et maintenant

    _Ce que le conseil fera lui-même, et quand il reviendra sur cet avis._
template-synthesis =
    ## Ce que nous avons rassemblé

    _Les rencontres, les réponses ou les documents dont ce texte rend compte : combien, où, quand._

    ## Ce qui revient le plus souvent

    _Trois à cinq idées, de la plus partagée à la moins partagée, chacune avec une phrase entendue._

    ## Ce qui divise

    _Les avis opposés, dits avec la même attention._

    ## Ce que nous ne savons pas encore

    _Les questions restées ouvertes, et qui pourrait y répondre._
template-note =
    ## En deux phrases

    _Ce que la personne qui lit doit retenir._

    ## Les faits

    _Ce qui est établi, et d’où cela vient._

    ## Ce qui est demandé

    _À qui, et pour quand._
template-minutes =
    ## La réunion

    _Le jour, l’heure, le lieu. Les personnes présentes, excusées, invitées._

    ## Ordre du jour

    1. _Premier point_
    2. _Deuxième point_

    ## Ce qui a été dit

    _Point par point, les idées plutôt que les noms._

    ## Ce qui a été décidé

    _Une décision par ligne, avec la personne qui s’en charge et le jour convenu._

    ## Prochaine réunion

    _Le jour, l’heure, le lieu._
