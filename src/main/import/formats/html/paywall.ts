import type { LdNode } from './json-ld.ts'
import type { Page } from './page.ts'
import { countWords } from '../../extracted/wording.ts'

/** At the beginning of a sentence: within one the same words tell of others. */
const START = '(?:^|[.!?…:|–—] ?)'
/** Sentences with which a page stops a reader who hasn't paid or signed in. Lower case. */
const STOPS = new RegExp(
  [
    // English
    `you(?:'|’)?(?:ve| have) (?:read|reached|used|hit|exceeded|viewed)(?: up)? (?:your|the|all|all of your|\\d+)\\b.{0,30}(?:free|complimentary|monthly|article)\\b.{0,12}(?:articles?|stor|limit|views?|reads?|allow|month|week)|(?:this was|this is) your (?:last|final) free|your (?:last|remaining) free articles?\\b|\\d+ (?:free )?articles? (?:left|remaining)|${START}(?:please )?(?:subscribe|sign up|sign in|log ?in|register|upgrade|join)\\b.{0,50}\\b(?:to (?:continue|keep|finish|go on)(?: reading)?|to read (?:on|more|the (?:full|rest|whole|entire|complete)|this|the article)|for (?:full|unlimited) access|to (?:unlock|access|see|view)\\b)|${START}(?:to (?:continue|keep|finish)(?: reading)?|to read (?:on|the (?:full|rest|whole|entire|complete)\\b.{0,30})|continue reading|keep reading|unlock|for (?:full|unlimited) access)\\b.{0,70}\\b(?:subscri\\w+|sign (?:in|up)|log ?in|register|trial|member\\w*|account)|this (?:article|story|content|page|post|piece) is (?:only |exclusively |reserved |available |exclusive )*(?:for|to) (?:our |paying |paid |registered |digital )*(?:subscribers|members|readers)|(?:subscriber|member|premium)s?[- ](?:only|exclusive)(?: (?:content|article|story|access))?[.!]?$|exclusive (?:to|for) (?:our )?subscribers|already (?:a |an |have an? )?(?:subscriber|subscribed|member|subscription|account|registered)\\b.{0,40}(?:\\?|log|sign)|${START}subscribe (?:now |today |here )?(?:for|from|at) (?:only |just )?\\W{0,3}\\d|${START}(?:get|enjoy|start) (?:your )?(?:unlimited|full|free) (?:digital )?(?:access|trial)|the (?:rest|remainder) of (?:this|the) (?:article|story) is|want to read more\\?|${START}you need (?:a subscription|to (?:subscribe|be (?:a |logged|signed)))|${START}cancel (?:anytime|any time|at any time)`,
    // German
    '(?:sie|du) ha(?:ben|st) .{0,40}(?:kostenlose[nr]?|freie[nr]?|gratis).{0,20}artikel .{0,40}(?:gelesen|aufgebraucht|verbraucht)|(?:das war|dies war|das ist|dies ist) (?:ihr|dein) letzter|(?:jetzt|hier|bitte) .{0,40}(?:abonnieren|anmelden|registrieren|einloggen|freischalten|testen),? (?:um|und) .{0,50}(?:weiter|lesen)|um (?:weiterzulesen|weiter zu lesen|den (?:ganzen|vollständigen|kompletten|gesamten)?\\s?(?:artikel|text|beitrag))\\b.{0,80}(?:abo\\w*|anmeld\\w*|registrier\\w*|einlogg\\w*|testen)|weiterlesen (?:mit|nach)\\b.{0,60}|(?:dieser|der) (?:artikel|beitrag|inhalt|text) ist (?:nur |exklusiv |ausschließlich |leider )*(?:für|mit) (?:unsere |registrierte |zahlende |alle )?(?:abonnent\\w*|mitglieder|leser\\w*|abo|plus\\S*|premium\\S*|digital\\S*)|exklusiv für (?:abonnent|mitglieder|leser)|nur für abonnent|(?:bereits|schon) (?:abonnent|kund|mitglied|registriert|abonniert|abonnement|ein abo)[^?]{0,12}\\?|jederzeit kündbar|lesen sie (?:diesen|den ganzen) (?:artikel|text) mit|mit .{0,20}(?:abo|plus|premium)\\S* (?:weiterlesen|lesen)|sie möchten weiterlesen|abonnieren,? um weiter',
    // French
    `(?:vous avez|il vous reste) .{0,40}(?:articles? gratuits?|dernier article|lu votre|article offert)|(?:abonnez|inscrivez|connectez|identifiez)[- ]vous\\b.{0,60}(?:pour|et|afin)|${START}pour (?:lire la suite|continuer (?:la|votre) lecture|poursuivre (?:la|votre) lecture)|(?:la suite de )?cet article est (?:réservé|exclusivement|en accès)|(?:article|contenu) (?:réservé|exclusif)\\b.{0,20}abonn|(?:la suite est )?réservée? (?:à|aux) (?:nos )?abonn|déjà (?:abonné|inscrit)(?:e|\\(e\\))?\\s?\\?|il vous reste \\d+ ?% de (?:cet|l)`,
    // Spanish, Portuguese, Italian
    '(?:ha|has) (?:leído|alcanzado|agotado|consumido)\\b.{0,50}(?:artículos? (?:gratuit|gratis)|límite de (?:artículos|lectura)|último artículo)|(?:suscríb(?:ase|ete)|regístr(?:ese|ate)|inici(?:a|e) sesión)\\b.{0,60}(?:para|y)|para (?:seguir|continuar) leyendo|(?:este|el) (?:artículo|contenido) (?:es|está) (?:solo |exclusivo |reservado |disponible )*para (?:nuestros |los )?(?:suscriptores|socios|usuarios)|(?:contenido|artículo) exclusivo para|¿ya (?:eres|es|está|estás) (?:suscrit|suscriptor|registrad)|(?:você|já) .{0,30}(?:leu|atingiu)\\b.{0,50}(?:(?:artigos?|matérias?) gratuit|limite de (?:artigos|matérias|leitura))|(?:assine|cadastre-se|faça login)\\b.{0,60}(?:para|e) |para continuar (?:lendo|a ler)|(?:conteúdo|artigo|matéria) (?:exclusiv|reservad|só)\\w* (?:para|a) (?:assinantes|subscritores)|já é (?:assinante|cadastrado)\\s?\\?|(?:hai|ha) (?:letto|raggiunto|esaurito)\\b.{0,50}(?:articol\\S* gratuit|limite (?:di|degli) articol|ultimo articolo)|(?:abbonati|registrati|accedi)\\b.{0,60}(?:per|e) |per (?:continuare|leggere|proseguire)\\b.{0,60}(?:abbon|registr|acced|lettura)|(?:questo|il) (?:articolo|contenuto) è (?:riservato|esclusivo|solo|disponibile)|(?:contenuto|articolo) riservato agli abbonati|(?:sei |hai )già (?:un )?abbona\\S*\\s?\\?',
    // Dutch, Scandinavian, Finnish
    '(?:je|u) (?:hebt|heeft) .{0,40}(?:gratis|laatste) .{0,20}artikel|(?:abonneer|registreer|meld|log)\\b.{0,50}(?:om|en) .{0,40}(?:lezen|verder)|verder lezen\\?|(?:dit|het) artikel is (?:alleen|exclusief|uitsluitend) (?:voor|beschikbaar)|al (?:abonnee|lid|een abonnement|een account)\\s?\\?|(?:du|ni) har (?:läst|nått|lest|læst)\\b|(?:logga|logg|log) (?:in|inn|ind)\\b.{0,50}(?:för att|for å|for at)|(?:för att|for å|for at) (?:läsa|lese|læse)\\b.{0,60}(?:prenumer|abonne|logg|log|konto)|(?:bli|köp|kjøp|få|tegn) (?:prenumerant|abonnent|abonnement|tilgang|adgang)\\b|(?:denna|denne|dette) (?:artikeln?|artikkelen|saken|indhold)\\b.{0,30}(?:endast|kun|bare|låst|för|for) .{0,20}(?:prenumerant|abonnent)|redan prenumerant|allerede abonnent|er du abonnent|tilaa ja (?:lue|jatka)|jatka lukemista|(?:juttu|artikkeli) on (?:vain )?tilaajille|oletko jo tilaaja',
    // Slavic, Greek, Turkish, Asian
    `(?:wykup|zaloguj|załóż|kup) .{0,60}(?:aby|żeby|i) .{0,30}czyt|(?:ten|dalsza część) .{0,20}(?:artykuł|tekst|artykułu).{0,30}(?:dla|dostęp)|(?:předplaťte|přihlaste|pro pokračování)\\b.{0,60}|(?:оформите|войдите|подпишитесь|зарегистрируйтесь)\\b.{0,60}(?:чтобы|для)|(?:материал|статья|статтю|матеріал) .{0,20}(?:только|лише|доступ\\S*) .{0,20}(?:подписчик|передплатник)|(?:оформіть|увійдіть|передплатіть)\\b.{0,60}(?:щоб|для)|(?:εγγραφείτε|συνδεθείτε)\\b.{0,50}(?:για|να)|okumaya devam etmek için|${START}abone ol(?:un|arak)?\\b|この(?:記事|先)は.{0,12}(?:有料|会員|購読|登録)|続きを(?:読む|お読み)には|有料会員|会員登録|无法继续阅读|(?:订阅|登录|付费|会员).{0,8}(?:继续|后|阅读|查看)|訂閱.{0,8}(?:繼續|閱讀)|구독.{0,12}(?:계속|전체|읽)|로그인.{0,10}(?:계속|읽)`
  ].join('|'),
  'iu'
)
/** Words of prices and terms, and buttons, that stand around such a sentence. */
const AROUND =
  /^(?:subscribe(?: (?:now|today|here))?|sign (?:in|up)|log ?in|register|jetzt (?:abonnieren|testen|anmelden|freischalten)|abonnieren|anmelden|registrieren|zum angebot|s[’']abonner|je m[’']abonne|se connecter|suscríbe(?:te|se)|iniciar sesión|regístrate|assine(?: já| agora)?|entrar|abbonati|accedi|abonneer|inloggen|prenumerera|logga in|abonner|logg inn|tilaa|kirjaudu)[.!]?$/iu
const LONGEST = 45

/** True for a sentence that stops a reader without a subscription or an account, for a heading above it, and for the buttons beside it. */
export function isStop(text: string, words = countWords(text)): boolean {
  if (words > LONGEST) return false
  const line = text.trim()
  return AROUND.test(line) || STOPS.test(line.toLowerCase())
}

/** Texts longer than this aren't taken for a beginning only because the page says that it isn't free: a subscriber may have saved it. */
const LONGEST_STUB = 220
/** What a page without signs says ends in the middle of things. */
const LEAST_MISSING = 1.6

/**
 * True when the file holds only the beginning of an article: its data say that it isn't free, or a sentence stops the reader, and the text is short;
 * or its data give a length that is far greater.
 */
export function isStub(page: Page, articles: readonly LdNode[], words: number, stops: boolean): boolean {
  const isLocked =
    articles.some(({ isFree }) => isFree === false) ||
    /^(?:locked|metered|premium|paid|subscriber|false)$/iu.test(
      (page.meta.get('article:content_tier') ?? page.meta.get('og:article:content_tier'))?.[0] ?? ''
    )
  const told = Math.max(0, ...articles.map(({ wordCount }) => wordCount ?? 0))
  if (told > LEAST_MISSING * words && told > LONGEST_STUB / 2 && (isLocked || stops)) return true
  return words <= LONGEST_STUB && (isLocked || stops)
}
