import { MONTH_NAMES } from './months.ts'

/** The words by which names of people, outlets and institutions, and what stands beside them in bylines, are told apart. */

/** Words that names of papers, stations and agencies hold and names of people don't, or seldom. */
export const OUTLET_WORD =
  /(?<!\p{L})(?:agency|agence|agentur|agencia|agência|agenzia|portal|revista|news|newspapers?|newswire|press|presse|prensa|stampa|media|medien|times|post|courier|courrier|kurier|herald|heraldo|tribune|gazette|gazeta|journal|chronicle|chronik|guardian|observer|independent|telegraph|mirror|lantern|examiner|inquirer|enquirer|echo|argus|star|sun|mail|express|record|review|reporter|dispatch|bulletin|digest|weekly|daily|sunday|morning|evening|standard|globe|sentinel|monitor|beacon|advertiser|magazine|magazin|radio|rundfunk|television|tv|broadcasting|network|channel|online|wire|today|zeitung|tagblatt|tageblatt|tageszeitung|nachrichten|anzeiger|rundschau|allgemeine|spiegel|bote|blatt|woche|welt|monde|figaro|libération|matin|soir|dépêche|nouvelles|quotidien|hebdo|diario|periódico|noticias|correo|mundo|país|nación|corriere|repubblica|giornale|gazzetta|messaggero|jornal|folha|estado|notícias|correio|krant|dagblad|courant|nieuws|avis|avisen|tidende|tidning|tidningen|nytt|nyheter|bladet|sanomat|lehti|uutiset|wiadomości|rzeczpospolita|noviny|hírlap|gazetesi|haber|ajansı|blog|ministry|ministerium|ministère|ministerio|ministero|department|office|council|board|authority|commission|committee|university|institute|foundation|association|union|group|gmbh|inc|ltd|llc)(?!\p{L})/iu
/** The same as the end of a compound, and words of languages that inflect them. */
export const OUTLET_COMPOUND =
  /\p{L}{2}(?:zeitung|kurier|rundschau|blatt|anzeiger|nachrichten|bote|presse|koerier|courant|krant|nieuws)$|(?<!\p{L})(?:voz|faro|phare|écho|gazeta|dziennik|kurier|głos|tygodnik|przegląd|газета|курьер|вестник|известия|новости|правда|радио|агентство|вісник)(?!\p{L})/iu
/** Outlets whose names no word tells. */
export const OUTLET_NAME =
  /^(?:reuters|ap|afp|dpa|upi|tass|ansa|efe|apa|pti|ani|xinhua|kyodo|yonhap|interfax|bloomberg|bbc|cnn|itv|cbs|nbc|abc|npr|pbs|msnbc|fox|sky|zdf|ard|mdr|ndr|wdr|swr|rbb|dlf|rtl|orf|srf|nrk|svt|yle|rte|rté|cbc|politico|axios|vox|vice|quartz|slate|salon|wired|forbes|fortune|newsweek|buzzfeed|taz|faz|sz|el país|haaretz|aftenposten|aftonbladet|al jazeera|deutsche welle|dw|ritzau|tt|ntb|belga|ats|sda|condé nast|hearst|gannett|vox media|associated press|the associated press|agence france-presse|keystone-sda|rolling stone|mother jones|vanity fair|talking points memo|business insider|ars technica|huffpost|propublica|bellingcat|mediapart|correctiv|breitbart|sputnik|newsmax|metro|time|clarín|infobae|stern|focus|bild)$/iu
/** Institutions that publish and aren't outlets. */
export const INSTITUTION =
  /(?<!\p{L})(?:polizei|feuerwehr|staatsanwaltschaft|pressestelle|\p{L}*ministerium|bundesamt|landkreis|gemeinde|\p{L}*verein|\p{L}*verband|\p{L}+anstalt|\p{L}{4,}amt|diakonie|caritas|sekretariat|\p{L}*hochschule|e\.\s?v|d\.o\.o|s\.r\.l|s\.p\.a|kg|b\.v|oyj?|stiftung|gesellschaft|landesverband|fraktion|police|ayuntamiento|mairie|préfecture|redaktions?team|redaktionsnetzwerk)(?!\p{L})/iu
/** Words of the trade that are surnames, too, in bylines: `By Edda Post`. */
export const TRADE_SURNAME =
  /^(?:posts?|times?|heralds?|pages?|press|presse|tribune|gazette|journal|chronicle|chronik|guardian|observer|independent|telegraph|mirror|lantern|examiner|inquirer|echo|argus|star|stern|sun|mail|express|record|review|reporter|dispatch|digest|weekly|daily|sunday|morning|evening|standard|globe|sentinel|monitor|beacon|wire|wires|today|editor|writer|author|producer|columnist|chief|courier|courrier|kurier|anzeiger|spiegel|bote|blatt|woche|welt|bild|monde|figaro|matin|soir|diario|correo|mundo|país|corriere|giornale|messaggero|folha|estado|krant|courant|avis|stampa|prensa|heraldo|focus|fox|vox|vice|slate|salon|metro|sky|quartz|fortune)$/iu
/** What stands before such a word in the name of a paper or in an occupation, and is nobody's first name. */
export const NO_FIRST_NAME =
  /^(?:daily|weekly|evening|morning|sunday|saturday|monday|new|old|free|north|south|east|west|northern|southern|eastern|western|central|mid|national|international|global|world|financial|business|economic|city|town|county|state|local|regional|coast|coastal|coastline|harbour|harbor|port|bay|island|islands|valley|river|mountain|lake|hill|palm|golden|morgen|abend|neue|neuer|neues|deutsche|allgemeine|süddeutsche|nouvel|nouvelle|nuevo|nueva|nuovo|nuova|irish|british|english|scottish|welsh|american|canadian|indian|australian|african|european|asian|jewish|catholic|christian|muslim|washington|denver|jakarta|jerusalem|huffington|bangkok|york|angeles|london|boston|chicago|seattle|houston|hindustan|straits|japan|korea|sydney|brisbane|toronto|vancouver|montreal|berlin|paris|madrid|roma|milano|lisboa|moscow|kyiv|tokyo|delhi|mumbai|dublin|belfast|glasgow|edinburgh|manchester|liverpool|birmingham|leeds|bristol|miami|dallas|atlanta|phoenix|detroit|cleveland|pittsburgh|philadelphia|baltimore|[\p{L}-]+(?:burger|liner|furter|ener|nberger|stadter|ger|[zs]ische[rs]?)|web|online|digital|site|photo|picture|video|audio|data|night|day|duty|copy|city|news|sports?|football|culture|arts?|music|film|books?|food|travel|health|science|tech|technology|climate|environment|energy|economy|economics|money|markets?|finance|consumer|crime|court|courts|legal|law|justice|defen[cs]e|security|diplomatic|foreign|home|war|europe|asia|africa|america|usa?|uk|eu|un|politics|political|policy|education|schools?|transport|traffic|ports?|shipping|weather|features?|opinion|comment|letters|lifestyle|style|fashion|society|social|community|religion|faith|special|guest|staff|senior|junior|chief|deputy|associate|assistant|acting|executive|managing|contributing|general|group|investigations?|investigative|breaking|live|front|home|full|last|first|next|cover|table|pre|associated|united|free|trade|radio|channel|sky|fox|red|blue|green|black|white|silver|from|our|your|my|the|a|an|of|and|by|in|at|on|to|real|big|little|good|best|top|hot|all|more|read|no|press|post|blog|wire)$/iu

const PARTICLE =
  '(?:van|von|der|den|de|del|della|di|da|do|dos|das|du|la|le|el|al|bin|ibn|ben|bint|ter|ten|zu|zur|af|av|y|e|und|mc|st\\.?)'
const NAME_WORD =
  "(?:(?:[dl]['’]|(?:al|el|ad|as|an|ar|ben|bin)-)?\\p{Lu}[\\p{L}\\p{M}]*(?:['’.-]+\\p{L}[\\p{L}\\p{M}]*)*\\.?)"
/** First and last names in scripts with capitals. */
export const PERSON = new RegExp(
  `^(?:(?:Dr|Prof|Sir|Dame|Mr|Mrs|Ms)\\.?\\s+)*${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+)*${NAME_WORD}){1,4}$`,
  'u'
)
/** One or several words of a script without capitals. */
export const CASELESS_NAME =
  /^(?:[[\p{Lo}\p{M}\p{Lm}]--[ªº]]{1,14}(?:[\s・·.]+[[\p{Lo}\p{M}\p{Lm}]--[ªº]]{1,14}){0,4})$/v
export const NAME_PARTICLE = new RegExp(`^${PARTICLE}$`, 'u')

/** `Dal nostro inviato`, `von unserem Korrespondenten`: a byline's words with the paper's own writer. */
const OUR_WRITER =
  'dal(?:la)? nostr[oa] (?:inviat[oa](?: speciale)?|corrispondente)|dai nostri (?:inviati|corrispondenti)|von unser(?:em|er|en) (?:(?:sonder|auslands)?korrespondent(?:en|innen|in)?|reporter(?:n|in)?|redakteur(?:en|in)?|mitarbeiter(?:n|in)?)|de (?:notre|nos) (?:envoyée?s? spécia(?:le?s?|ux)|correspondante?s?)|de(?:l)? nuestr[oa] (?:enviad[oa] especial|corresponsal)|d[oa] noss[oa] (?:enviad[oa] especial|correspondente)|van onze (?:verslaggever|verslaggeefster|correspondente?)|(?:from|by) our (?:own )?(?:\\p{L}+ ){0,2}(?:correspondent|reporter)'
const BYLINE_WORDS =
  'written by|posted by|published by|story by|stories by|words by|text by|report by|reported by|reporting by|article by|analysis by|opinion by|review by|interview by|column by|guest (?:post|column) by|compiled by|submitted by|created by|geschrieben von|verfasst von|alles von|(?:blog-? ?)?beitrag von|eingestellt von|gepostet von|veröffentlicht von|erstellt von|(?:ein(?:e)?|der|die) (?:gast)?(?:beitrag|artikel|bericht|kommentar|analyse|essay|kolumne|reportage|interview) (?:von|des|der)|(?:gast)?(?:beitrag|artikel|kommentar|analyse|interview|protokoll) (?:von|:)|texte? (?:par|de|von|di)|publié par|posté par|écrit par|rédigé par|(?:propos )?recueillis? par|un (?:article|texte|reportage) de|une (?:enquête|analyse|tribune|chronique) de|escrito por|publicado por|redactado por|texto de|un (?:reportaje|artículo) de|scritto da|pubblicato da|a cura di|di redazione|door onze|geschreven door|tekst|text|texte|texto|testo|authors?|autor|autorin|autoren|auteur|auteure|autrice|auteurs|autores|autora|autore|by|von|par|por|di|da|door|av|af|skrevet av|skrevet af|od|przez|napsal|autoři|szerző|írta|yazan|yazar|kirjoittanut|teksti|piše|pise|пише|scrie|de către|пишет|автор|авторы|текст|作者|文|记者|記者|撰文|责任编辑|責任編輯|著者|執筆'
export const BYLINE = new RegExp(
  `^\\W*(?:${OUR_WRITER}|${BYLINE_WORDS})(?:[:：]\\s*|\\s+|[●／/](?=\\p{L}))(?=\\S)`,
  'iu'
)

/** Words for the part of a newsroom, at the beginning of its name or behind `By` at the end. */
export const DESK_START =
  /^(?:(?:la|die|der|de|a) )?(?:redazione|redaktion|rédaction|redacción|redação|redactie|redaktionen|redaksjonen|toimitus)(?!\p{L})/iu
export const DESK_END = /(?<!\p{L})(?:correspondents?|staff|reporters?|bureau|desk|newsroom|team)$/iu
/** What a place is called by, so that a name that ends in it is no person's: `Sollen Harbour Correspondent`. */
export const PLACE_KIND =
  /^(?:harbou?r|port|city|town|county|coast|islands?|valley|region|district|province|borough|village|airport|court|parliament)$/iu

/** Words that say what a writer does, not how the writer is called. */
export const ROLE =
  /(?<!\p{L})(?:\p{L}*(?:redakteur(?:in)?|korrespondent(?:in)?|redaktion|reporter(?:in)?)|correspondents?|editor(?:ial)?s?|reporters?|columnists?|writers?|staff|journalist(?:e|a|in)?s?|volontär(?:in)?|autorin|rédaction|rédact(?:eur|rice)|redacción|redacao|redação|redazione|redactie|redaktionen|toimitus|redaktør|reportero|reportera|redactora|periodista|giornalista|jornalista|contributors?|contributing|producer|photographer|fotograf(?:in)?|chief|bureau|desk|head of|political|business|senior|special to|investigations|freelance|analyst|envoyé|corresponsal|redactor|inviato|newsroom|gastautor(?:in)?|chefredakteur(?:in)?|ressortleiter(?:in)?)(?!\p{L})/iu
/** Words beside those of `ROLE` in what a writer is called. */
export const BEAT =
  /^(?:of|the|at|and|for|der|des|für|de|du|affairs|news|home|foreign|world|local|national|health|crime|education|environment|science|sports?|media|transport|ports?|defence|defense|agency|agencies|agenturen|agences|agencias|wires?|economics|legal|courts?|culture|arts|technology|politics|climate|religion|music|film|food|travel|books?|business|finance|city|night|web|online|digital|data|deputy|assistant|associate|managing|executive|special|security|our|own|with|europe|asia|africa|regional|group|team|general|features?|opinion|photo|video|europa|politik|wirtschaft|sport|kultur)$/iu

const MONTHS = Object.keys(MONTH_NAMES).join('|')
const DAYS =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo'
/** Buttons, labels and accounts that stand where writers do, and what stands for no writer. */
export const NOBODY = new RegExp(
  `^(?:(?:see|view|read|more|all|show|follow|connect|find|visit|about|meet|posts?|articles?|written|click|here|last|updated?|published|posted|photos?|image|comments?|copy|developed|powered|designed|created|submitted|sponsored|link|size|reply(?:ing)?|print|listen|watch|subscribe|sign|log|join|download|lire|voir|leer|ver|leggi|lesen|mehr|alle|zur|zum|publiziert|geändert|zuletzt|gesponserte?|aktualisiert|letters to|opublikowano|dodano|skip|open|close|toggle|next|previous|back|loading|advertisement|anzeige|werbung|publicité|publicidad|pubblicità)(?!\\p{L}).*|by|von|author|autor|autore|auteur|autorin|admin(?:istrator|istrador)?s?|root|user(?:name)?|webmaster|webredaktion|onlineredaktion|n/a|null|undefined|none|nan|unknown|unbekannt|anonymous|anonym|anonyme|anónimo|various(?: authors)?|diverse|die redaktion|redaktion\\p{L}*|redaksi|rédaction|la rédaction|redacción|redaccion|redazione|la redazione|redactie|redação|redacao|da redação|toimitus|redaktori|redaktionen|editor(?:s|ial|ial (?:team|staff|board|desk))?|the editors|staff(?: writers?| reporters?)?|(?:the )?(?:news|web|online|digital|copy|city|sports?|foreign|night|wire|media|content|editorial|social|local|national|international|world|business|breaking news) ?(?:desk|team|staff|room)|our (?:own |foreign |special )?(?:correspondents?|reporters?|staff|bureau)|our foreign staff|agenc(?:y|ies)|agenturen|agencias|agences|agências|agenzie|guest(?: author| post| writer| blogger)?|gast(?:autor|beitrag)?|online|web|wires?(?: services?| reports?)?|news ?(?:service|services|agencies|wires?)|share|teilen|partager|compartir|condividi|delen|megosztom|megosztás|facebook|twitter|x|reddit|whatsapp|telegram|linkedin|pinterest|instagram|youtube|tiktok|flipboard|xing|e-?mail|mail|rss.*|contact|home|about|super ?user|test(?: ?user)?|por|par|di|mis(?:e)?(?: à jour)?|publi(?:é|cado|cada)(?!\\p{L}).*|search for(?!\\p{L}).*|(?:η )?συντακτική ομάδα|mehr über.*|редакция|редакція|redakcja|redakce|redakcia|szerkesztőség|newsroom|a note(?!\\p{L}).*|[ap]\\.?m\\.?|uhr|st|nd|rd|th|${DAYS}|${MONTHS}|(?:author|first|last|your|full)[ _-]?name|first ?name last ?name|first last|vorname nachname|prénom nom|nombre apellidos?|nome cognome|nome sobrenome|設定|留言|編集部|.*編集部|editor(?:e)?s? (?:picks?|choice))$`,
  'iu'
)
