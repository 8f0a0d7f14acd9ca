import { countWords, endsSentence, normaliseForMatch } from '../../extracted/wording.ts'

/** Openings of short lines that invite to do something else, or speak of the page. Lower case, without marks in front. */
const INVITATION = new RegExp(
  `^(?:${[
    // English
    "image \\d+ of\\b|read (?:more|also|next|the full|our)\\b|also read\\b|related(?: articles?| stories| content| links?| posts?| topics?| news)?:?$|see also\\b|more:|more (?:from|on|like|about|news|stories)\\b|sign up\\b|sign-up\\b|subscribe\\b|follow (?:us|him|her|me|@|the|our)\\b|follow .{2,40} on (?:twitter|facebook|instagram|x|telegram|whatsapp)\\b|advertisement|sponsored|article continues|story continues|scroll (?:down|to)|share (?:this|on|via|with)|click (?:here|to)|tap here|watch:|watch (?:more|now|the video)|listen:|don[’']?t miss|recommended|most (?:read|popular|viewed|commented)|trending|newsletter|get (?:the |our |your |all the )?.{0,40}(?:newsletter|inbox|whatsapp|straight to|news you need)|if you (?:enjoyed|liked) this|join (?:our|the conversation|us on)|all rights reserved|download (?:the|our)|contact us|email (?:us|the author)|\\d* ?comments?$|comments? (?:are|\\(\\d)|commenting|leave a (?:comment|reply)|tags?:|topics?:|categor(?:y|ies):|filed under|posted (?:in|under)|tagged|this entry was posted|bookmark the permalink|have a (?:news )?tip|do you have a (?:story|tip)|send (?:us )?tips|skip to|back to top|print this|story saved|you can find this story|(?:this|an earlier) (?:post|article) (?:contains|may contain) (?:references|affiliate|links)|featured image|editor[’']s (?:picks?|choice)|support (?:our|us|independent)|what do you think|let us know|loading|to view this|view comments|notice: |disclaimer:|error! |last (?:modified|updated):|suggested citation\\b|never miss |submit (?:a|your) letter|we want to hear |was this (?:article|page|post|story|answer)\\b.{0,20}(?:helpful|useful)|(?:no|not) (?:ratings?|yet rated)\\b|about the authors?:?$|external content$|thank you for (?:reading|subscribing)|already a (?:subscriber|member)|for (?:more|the latest) .{2,60}(?:click|visit|follow|subscribe|sign)|copyright|\\(c\\) |©",
    // German
    'lesen sie (?:auch|mehr|hier|dazu|weiter|außerdem)|mehr (?:zum thema|zu |lesen|artikel|dazu|news|aus)|auch interessant|das könnte (?:sie|dich)|unsere empfehlung|weitere (?:artikel|informationen|nachrichten|meldungen|infos|themen|beiträge|news)\\b.{0,40}$|weiterlesen|jetzt .{0,40}(?:abonnieren|anmelden|lesen|bestellen|testen|registrieren)|(?:folgen sie|folge|folgt) (?:uns|mir)|teilen$|artikel (?:teilen|drucken|versenden|merken)|zur (?:startseite|übersicht|homepage)|zum (?:thema|newsletter)|hier geht|(?:anzeige|werbung)(?: ?[-–—:]| [-–—] .*)?$|newsletter|pressekontakt|alle rechte vorbehalten|die redaktion behält sich|kommentar(?:e|ieren|funktion)?\\b.{0,40}$|schlagw[oö]rte?r?:|schlagworte|stichwörter|stand: \\d|bildnachweis|titelbild|beitragsbild|kommentieren sie|diskutieren sie|der artikel .{2,120} wurde am|themen in diesem|zurück (?:zur|zum)|weiter zu[mr]?\\b|kategorien?:|abgelegt unter|dieser (?:beitrag|eintrag) wurde .{0,90}(?:veröffentlicht|geschrieben|unter)|%d blogger|schon gelesen|diese artikel|siehe auch:?$|\\d[\\d.,]* (?:views|aufrufe|likes|shares|kommentare)$|gefällt mir|(?:du musst|sie müssen|um) .{0,40}(?:eingeloggt|angemeldet|kommentier)|neuere beiträge|neueste \\d* ?beiträge|zum weiterlesen:?$|über (?:den autor|die autor(?:in|en|innen))$|(?:empfohlener )?(?:externer|redaktioneller) inhalt$|noch keine bewertung|quellen (?:ein|aus)blenden|(?:publiziert|aktualisiert|zuletzt geändert|letzte änderung)(?: am)?:? \\d|empfehlungen aus (?:dem|unserem) .{0,40}shop|lade weitere |weitere inhalte laden',
    // French
    '(?:à )?lire (?:aussi|également|la suite)|voir aussi|à voir|(?:abonnez|inscrivez|connectez)-vous|suivez|partage[rz]|notre sélection|sur le même (?:sujet|thème)|crédits? photos?|publicité|tous droits réservés|recevez|à propos de$|commentaires?$|réagir|mots[- ]clés|la rédaction vous|permalien\\b|(?:audios?|vidéos?|articles?)(?: et (?:audios?|vidéos?))? sur le (?:même )?sujet',
    // Spanish, Portuguese, Italian
    '(?:lea|lee|leer|leé) (?:también|más|además)|(?:te|le|les) puede interesar|(?:te|le) recomendamos|hazte (?:miembro|soci|suscriptor)|(?:ver|vea|mira|mirá) (?:más|también)|(?:síguenos|sigue|suscr[íi]b)|compart[ei]r?\\b.{0,30}$|noticias? relacionad|más (?:noticias|información|sobre)|todos los derechos|publicidad$|etiquetas?:|temas?:|leia (?:também|mais)|veja (?:também|mais)|siga |assine|compartilhe|saiba mais|(?:foto|imagem|imagen|photo|bild|foto d[ie]|fotos|photos|image|picture|photograph|kuva|zdjęcie|fot|фото|изображение)\\s?(?:credit|by|courtesy)?\\s?[:©/.]|leggi (?:anche|di più|tutto|pure)|potrebbe interessar|(?:iscriviti|seguici|condividi|abbonati)|riproduzione riservata|ultimo aggiornamento|primo piano$|le più (?:lette|condivise)|lascia un commento|tag:',
    // Dutch, Scandinavian, Finnish
    'lees (?:ook|meer|verder|hier)|meld je aan|volg ons|deel dit|bekijk ook|läs (?:också|mer|även|vidare)|les (?:også|mer|mere)|læs (?:også|mere)|följ |følg |dela artikel|del (?:artikel|saken)|lue (?:myös|lisää)|jaa (?:artikkeli|juttu)|kommentera|tilaa ',
    // Slavic, Baltic, Hungarian, Romanian, Greek, Turkish
    'чита(?:йте|ть|й) (?:также|також|еще|ещё|ще|нас|далее|повніше|подробнее|больше)|(?:под|під)пис(?:ывайтесь|уйтесь|аться)|подел(?:иться|итесь)|смотрите (?:также|видео)|дивіться також|по теме|рекомендуем|поділитися|теги:|czytaj (?:także|również|też|więcej|dalej)|zobacz (?:także|też|również|więcej)|przeczytaj|udostępnij|polub|(?:přečtěte|čtěte|čítajte|prečítajte)|(?:sledujte|sdílet)|olvass(?:a|on)? (?:el|tovább)|kapcsolódó|(?:cite[șşs]te|vezi) (?:și|şi|si|mai|aici)|urmăre[șşs]te|διαβάστε|δείτε (?:επίσης|ακόμα|περισσότερα)|ακολουθήστε|haberin devamı|ayrıca (?:oku|bak)|pročitajte|čitajte|прочетете|вижте',
    // Japanese, Chinese, Korean
    '【?関連(?:記事|リンク|ニュース)|あわせて読みたい|続きを読む|この記事を|相关(?:阅读|新闻|推荐|链接)|延伸(?:阅读|閱讀)|责任编辑|責任編輯|更多(?:精彩|新闻)|编辑[:：]|扫一扫|点击|원문|관련기사|무단[ ]?전재|저작권자'
  ].join('|')})`,
  'iu'
)
/** An agency's name alone makes no credit of a picture: reports end with it, too. */
const CREDIT = new RegExp(
  [
    '(?:©|\\(c\\)\\s|(?:photo(?:graph)?s?|image|picture|illustration) (?:by|credit|courtesy|via)\\b|(?:foto|photo|bild|image|picture|credit|crédits?|fot)s?\\s?:)[^.!?]{0,60}\\)?\\.?$',
    '(?:[/|(–—-]|via|by)\\s*(?:getty|shutterstock|istock|unsplash|pixabay|alamy|picture[ -]alliance|imago images|file photo|ap photo)[^.!?]{0,30}\\)?\\.?$',
    '(?<!\\((?:reuters|afp|ap|dpa|epa|pa))/\\s?(?:reuters|afp|epa|ap|dpa|imago|keystone)\\)?\\.?$',
    '摄$|摄影?[:：]'
  ].join('|'),
  'iu'
)
const COOKIES =
  /(?:we|site|page|website|seite|webseite|nous|sitio|sito|site|sivusto|strona|serwis|ιστότοπος|сайт|wij|vi)\b.{0,60}(?:use|uses|using|utilise|utilisons|verwende[nt]|nutzt|nutzen|setzt|utiliza|utilizamos|usa|utilizza|gebruikt|gebruiken|använder|bruger|bruker|käyttää|używa|χρησιμοποιεί|использует).{0,40}cookie|accept(?:er)? (?:all )?cookies|cookies? .{0,60}(?:akzeptier|zustimm|einverstanden|accept|agree)/iu
const LONGEST_INVITATION = 40
const LONGEST_CREDIT = 60
const LONGEST_NOTICE = 110

/** Openings that no sentence of an article has. */
const SURE =
  /^(?:posted by .{2,60} (?:at|on) |filed under|tagged (?:as|with)|a post shared by|ein (?:beitrag|von .{2,40} gepostetes (?:foto|video)) (?:geteilt )?von .{2,60}@|(?:abgelegt|veröffentlicht|gepostet|eingeordnet) unter|une publication partagée par|una publicación compartida|un post condiviso da|uma publicação (?:com)?partilhada|(?:\([^()]{2,30}\) )?erstellt am \d|alle angaben ohne gewähr|publié dans|publicado en|pubblicato in|read (?:more|also|next|the full)|also read|see also|sign[- ]up|subscribe (?:to|now|here|for)|click here|tap here|follow (?:us|me|him|her|@)|join our|don[’']?t miss|skip to|this (?:post|article) (?:contains|may contain)|get (?:the |our |your ).{0,60}(?:newsletter|inbox|whatsapp|straight to)|all rights reserved|©|\(c\)|copyright (?:©|\d)|this entry was|bookmark the|leave a (?:comment|reply)|posted (?:in|under)|story continues|article continues|der artikel .{2,120} wurde am|(?:dieser|der) (?:beitrag|eintrag|artikel) wurde (?:am|in|unter|von) .{2,140}(?:veröffentlicht|geschrieben|abgelegt|verfasst|eingetragen)|if you (?:enjoyed|liked) (?:reading )?this (?:post|article|story|piece|blog)|never miss (?:the latest|a |an |out)|submit (?:a|your) letter|we want to hear (?:what you|from you|your)|to (?:view|read|continue reading|unlock) (?:the (?:full|rest)|this (?:story|article)).{0,80}subscribe|for the latest (?:news|stories|updates|headlines)\b.{0,120}(?:download|follow|subscribe|sign up|visit)|was this (?:article|page|post|story) (?:helpful|useful)|wir respektieren (?:deine|ihre) privatsphäre|wenn (?:ihnen|dir|euch) (?:unser|dieser|der) (?:artikel|beitrag) gefall|(?:möchten sie|möchtest du|willst du) .{0,24}(?:artikel|beitrag|seite) teilen|war (?:der|dieser|diese|die) (?:artikel|beitrag|seite|information(?:en)?) .{0,16}(?:nützlich|hilfreich|interessant)|(?:bitte )?teilen sie (?:uns )?(?:hier )?ihre (?:erfahrung|meinung)|(?:verraten|schreiben|sagen) sie .{0,40}kommentar|(?:verrat|schreib|sag)e? .{0,40}in (?:den|die) kommentare|zapraszamy (?:też |także |również )?do (?:subskrypcji|prenumeraty|zakupu)|die redaktion behält|pressekontakt|lesen sie (?:auch|mehr)|das könnte|unsere empfehlung|(?:à )?lire aussi|(?:abonnez|inscrivez)-vous|(?:lea|lee|leer) (?:también|más)|(?:te|le|les) puede interesar|hazte (?:miembro|soci|suscriptor)|s[íi]guenos|suscr[íi]b|leia (?:também|mais)|leggi anche|iscriviti|lees ook|läs (?:också|mer)|les (?:også|mer)|læs også|lue myös|читайте|под?пис(?:ывайтесь|уйтесь)|підписуйтесь|czytaj (?:także|również|też|więcej)|zobacz (?:także|też|również)|διαβάστε)/iu
/** What a teaser of something else ends with, behind its last sentence. */
const TEASER =
  /(?:[.!?…]["”»“]?|\.\.\.)\s*(?:weiterlesen|mehr lesen|mehr erfahren|mehr|read more|continue reading|lire la suite|en savoir plus|leer más|seguir leyendo|leggi tutto|leia mais|lees meer|läs mer|les mer|læs mere|lue lisää|czytaj (?:więcej|dalej)|więcej|читать далее)\s*[•»›→>]*$/iu
const LONGEST_TEASER = 70
/** What a server's program says of its own faults: `Warning: Creating default object … in /srv/www/classes.php on line 407`. */
const SERVER_FAULT =
  /^(?:php )?(?:warning|notice|deprecated|strict standards|(?:fatal |parse )?error):? .{3,300} on line \d+$/iu
/** Up to this length an opening alone tells an invitation from a sentence. */
const SHORT = 9
const LINKED = 0.5

/**
 * True for a line that invites to read, follow or subscribe to something else, or that speaks of the page and its rights. A whole sentence counts
 * only when it opens as no sentence of an article does, or consists of links: `Commenting on the memo, she said …` is text. `linkShare` is the
 * share of the line that stands in links.
 */
export function isInvitation(text: string, linkShare = 0): boolean {
  const line = text.replace(/^[\s>»›→▶►•·*+–—|:[\]()"“„«-]+/u, '')
  const words = countWords(line)
  const isSentence = words > SHORT && linkShare < LINKED && endsSentence(line) && !/[:：]$/u.test(line.trim())
  if (words <= LONGEST_INVITATION && (SURE.test(line) || (!isSentence && INVITATION.test(line)))) return true
  if (words <= LONGEST_TEASER && TEASER.test(line)) return true
  if (words <= LONGEST_NOTICE && SERVER_FAULT.test(line)) return true
  if (words <= LONGEST_NOTICE && /cookie/iu.test(text) && COOKIES.test(text)) return true
  return isCommentRule(line, words)
}

/** Rules of a comment section and reservations of rights run longer than an invitation. */
function isCommentRule(line: string, words: number): boolean {
  return (
    words <= LONGEST_NOTICE &&
    /^(?:die redaktion behält sich|copyright (?:©|\d)|© |all rights reserved|(?:this|the) (?:material|content|article) may not be|commenting feature|comments? policy|der artikel .{2,120} wurde am|this entry was posted|pressekontakt)/iu.test(
      line
    )
  )
}

/** True for a line that names who made a picture, with or without what it shows. */
export function isPictureCredit(text: string): boolean {
  return countWords(text) <= LONGEST_CREDIT && CREDIT.test(text.trim())
}

/** True for a path of links to where the page stands: `Home » News » Ferry memo withheld`. */
export function isTrail(text: string): boolean {
  return countWords(text) <= 30 && (text.match(/\s[»›>/→]\s/gu)?.length ?? 0) >= 2 && !/[.!?]\s/u.test(text)
}

const ABOUT =
  '(?:is|was|are|has|have|writes|covers|joined|reports|works|worked|studied|teaches|ist|war|arbeitet|schreibt|studierte|hat|berichtet|est|a été|écrit|travaille|es|ha|escribe|trabaja|fue|è|scrive|lavora|é|escreve|är|er|on|schrijft|werkt|waren|sind|heeft|jest)'

/** True for a paragraph about one of the writers: `Tove Lind is a reporter in Sollen`. */
export function isAboutAuthor(text: string, authors: readonly string[]): boolean {
  if (countWords(text) > 130) return false
  const line = normaliseForMatch(
    text.replace(/^(?:about (?:the )?author|über (?:den autor|die autorin)|à propos de l[’']auteur)s?\W*/iu, '')
  )
  return authors.some((author) => {
    const name = normaliseForMatch(author)
    return name.includes(' ') && new RegExp(`^(?:by |von |par )?${name}(?: \\p{L}+){0,8}? ${ABOUT} `, 'u').test(line)
  })
}
