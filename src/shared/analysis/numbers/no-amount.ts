import type { Numeral } from './numerals.ts'
import { latin } from '../running-text/latin.ts'

/** Words before a number of which it is the name, not a count: `Route 7`, `page 12`, `Article 5`. */
const DESIGNATORS = latin(
  `(?:^|[^\\p{L}])(?:${[
    'route|road|highway|motorway|junction|exit|line|bus|tram|train|flight|platform|gate|track|runway|terminal|pier|dock|berth|quay|lock',
    'article|articles|art\\.?|section|sections|sec\\.?|clause|clauses|paragraph|paragraphs|para\\.?|paras\\.?|chapter|chapters|act|law|rule|regulation|directive|resolution|annex|appendix|schedule|title|part|volume|vol\\.?|book|canto|verse|amendment|protocol|convention|order|decree|bill|proposition|measure|statute|§+',
    'pages?|pp?\\.?|pg\\.?|lines?|figure|fig\\.?|table|footnote|note|item|step|question|exhibit|slide|column|row',
    'numbers?|nos?\\.?|nr\\.?|n°|№|#|case|file|docket|docket\\s+no\\.?|reference|ref\\.?|invoice|licence|license|permit|serial|registration|postcode|zip|code|extension|phone|tel\\.?|fax|channel|frequency|room|rooms?\\s+no\\.?|floor|level|suite|apartment|apt\\.?|flat|house|building|block|tower|hall|hangar|warehouse|unit|lot|plot|cell|ward|box|bay|shaft|reactor|turbine|well|mine|furnace|boiler|tank|kiln|camp|zone|area|district|precinct|sector|region|arrondissement|station|base|post|checkpoint|hill|point|mile|milestone|kilomet(?:re|er)|km|kilometre\\s+post',
    'phase|stage|round|series|season|episode|version|release|generation|mark|model|type|class|category|cat\\.?|grade|tier|group|team|squad|battalion|brigade|regiment|division|company|platoon|army|corps|wing|squadron|fleet|division|year|day|week|night|game|match|set|lap|heat|race|session|shift|size|seat|chair|page|catch|studio|radio|formula|covid|sars|boeing|airbus|apollo|sputnik|soyuz|windows|psalm|sonnet|symphony|opus|op\\.?|top|under|over|u',
    'artikel|absatz|abs\\.?|seite|s\\.|kapitel|ziffer|linie|halle|gleis|zimmer|raum|stufe|klasse|gruppe|haus|tor|straße|paragraf|strecke|nummer|artículo|página|pág\\.?|capítulo|número|núm\\.?|ley|ruta|línea|sala|grupo|article|loi|numéro|salle|ligne|voie|chapitre|autoroute'
  ].join('|')})[\\s\\u00a0-]?$`,
  'iu'
)
/** Designators that are counted as well: `after 3 rounds` has no such word before it, but `under 12 metres` and `over 60` do. */
const ALSO_BOUND =
  /(?:^|[^\p{L}])(?:under|over|top|day|year|week|part|figure|order|measure|company|army|post|base|area|district|region|house|line|code|set|level|number|numbers|point|note|rule|bill|act|type|class|group|team|square|book|table|box|well|mine|unit|s\.|u|catch|case|file|km|mile|kilomet(?:re|er))[\s\u00a0-]?$/iu
const DURATION =
  /^[\s\u00a0-]+(?:(?:more|further|additional|consecutive|straight|successive|long|full|whole|working|calendar|extra|or\s+(?:more|so)|and\s+a\s+half|another|light)[\s-]+){0,2}(?:milli|micro|nano)?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?|decades?|centur(?:y|ies)|Sekunden?|Minuten?|Stunden?|Tagen?|Nächten?|Wochen?|Monaten?|Jahren?|jours?|nuits?|semaines?|mois|ans?|années?|heures?|días?|noches?|meses|años?|horas?|minutos?)(?!\p{L})/iu
const AGE_BEHIND =
  /^[\s-]*(?:years?|months?|weeks?|days?)?[\s-]*(?:olds?|of\s+age|jährige[rnms]?|Jahre\s+alt|ans(?!\p{L})|años(?!\p{L}))/iu
const AGE_BEFORE =
  /(?:^|[^\p{L}])(?:aged?|ages|aged\s+(?:between|over|under|about|around|from)|age\s+of|ages\s+of|(?:over|under)\s+the\s+age\s+of|older\s+than|younger\s+than|turned|turns|turning|âgée?s?\s+de|de\s+edad|im\s+Alter\s+von)\s+(?:about\s+|around\s+|between\s+)?$/iu
const ORDINAL = /^(?:st|nd|rd|th|er|ère|e|º|ª)(?![\p{L}\d])/u
const TIMES = /^[\s-]?(?:times|fold|mal|fois|veces|x)(?!\p{L})/iu
const NOT_A_COUNT_BEHIND = /^(?:[\p{L}_°′″'’](?![’']?s\s)|[/:]\d|\.\d|@|\))/u
const ROUND =
  /^\s+(?:in|out\s+of)\s+(?:every\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|100|1,?000|10|20|5|4|3|2|a\s+hundred|a\s+thousand)(?![\p{L}\d])(?!\s+(?:\p{L}+\s+)?(?:days?|weeks?|months?|years?|hours?|minutes?|nights?)(?!\p{L}))/iu
const ROUND_BEFORE = /(?:^|[^\p{L}\d])(?:\p{L}+|\d+)\s+(?:in|out\s+of)\s+(?:every\s+)?$/iu

/** `The 19 February Group`. */
const MONTH_BEHIND =
  /^\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\p{L})/u
/** `shortly after six on Thursday morning` */
const CLOCK_BEFORE = /(?:^|[^\p{L}])(?:at|after|before|until|till|since|past)\s$/iu
const CLOCK_BEHIND =
  /^\s+(?:o’clock|o'clock|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\p{L})|(?:this|that|the\s+next|the\s+following|in\s+the|on\s+the)\s+(?:morning|afternoon|evening|night)(?!\p{L})|at\s+night(?!\p{L}))/u

/** A place taken by something else, such as a date. */
interface Taken {
  start: number
  end: number
}

/**
 * True for a number that neither counts nor measures: part of a date, a clock time, an age, an ordinal, a length of time, part of a name, a page, a law, a
 * score, a number in a list. `before` and `behind` are the text up to its own beginning and from its end on.
 */
export function isNoAmount(text: string, numeral: Numeral & { isMoney?: boolean }, taken: readonly Taken[]): boolean {
  const { start, end, value, isWords } = numeral
  if (taken.some((span) => span.start < end && span.end > start)) return true
  // `on 3 and 15 May`, `May 3 and 15`.
  if (
    !isWords &&
    value <= 31 &&
    taken.some((span) => isListed(text.slice(end, span.start)) || isListed(text.slice(span.end, start)))
  )
    return !/^\s+\p{Ll}{3}/u.test(text.slice(end).replace(/^,?\s+(?:and|or)\s/u, ''))
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const before = text.slice(Math.max(lineStart, start - 80), start)
  const lineEnd = text.indexOf('\n', end)
  const behind = text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + 80))
  // One is an article more often than a count.
  if (isWords && value <= 1) return true
  if (isWords && value === 2 && !/^[\s-]+\p{L}/u.test(behind)) return true
  if (
    DURATION.test(behind) ||
    AGE_BEHIND.test(behind) ||
    AGE_BEFORE.test(before) ||
    ORDINAL.test(behind) ||
    TIMES.test(behind)
  )
    return true
  if (MONTH_BEHIND.test(behind) || (value <= 12 && CLOCK_BEFORE.test(before) && CLOCK_BEHIND.test(behind))) return true
  if (ROUND.test(behind) || (ROUND_BEFORE.test(before) && [2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000].includes(value)))
    return true
  if (isAgeOfNamed(before, behind, value)) return true
  if (isWords)
    return (
      isNameInWords(text, numeral, before) ||
      /^-(?:a-side|storey|story|time|way|fold|thirds?|quarters?|eighths?|fifths?)/iu.test(behind) ||
      /^[\s-](?:thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)(?!\p{L})/iu.test(behind)
    )
  return isNumberOfName({
    before,
    behind,
    written: text.slice(start, end),
    isFirst: lineStart === start,
    isMoney: numeral.isMoney === true
  })
}

/** True for what stands between the members of a list, and nothing else. */
function isListed(between: string): boolean {
  return /^,?\s+(?:and|or|to|und|oder|bis|et|ou|y|o)\s+(?:the\s+|on\s+)?$/u.test(between)
}

/** `Ada Quill, 45, said`. */
function isAgeOfNamed(before: string, behind: string, value: number): boolean {
  return (
    value <= 110 &&
    Number.isInteger(value) &&
    /\p{Lu}[\p{L}’'-]+,\s$/u.test(before) &&
    /^(?:,|\.?\s*$|\s+and\s+\p{Lu})/u.test(behind)
  )
}

/** A word with a capital where no sentence begins is a name: `the Group of Seven`. */
function isNameInWords(text: string, { start, end }: Numeral, before: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(text.slice(start, end))) return false
  return /[\p{L}\d,;][”"’]?\s+$/u.test(before)
}

function isNumberOfName({
  before,
  behind,
  written,
  isFirst,
  isMoney
}: {
  before: string
  behind: string
  written: string
  isFirst: boolean
  isMoney: boolean
}): boolean {
  if (/[-‑/+@_#\\=.]$/u.test(before) && !/(?:^|\s|\d|\p{L}{4}\.?\s?)[-‑]$/u.test(before)) return true
  if (/^0\d/u.test(written)) return true
  // A number of a list, at the beginning of a line.
  if (isFirst && /^[.)]\s/u.test(behind)) return true
  if (/\(\s*$/u.test(before) && /^\)/u.test(behind)) return true
  if (
    NOT_A_COUNT_BEHIND.test(behind) &&
    !/^(?:m|km|kg|g|t|l|ha|cm|mm|ft|MW|GW|kW|mph|bn|pc)(?![\p{L}\d])/u.test(behind) &&
    !/^\)/u.test(behind)
  )
    return true
  // A telephone number, an account.
  if (/(?:^|\D)(?!(?:1[5-9]|20)\d\d\s)\d{2,5}\s$/u.test(before) || /^\s\d{2,4}(?!\d|[.,]\d)/u.test(behind)) return true
  if (
    /(?:^|[^\p{L}])(?:at|around|by|until|till|before|after|since|from|um|à)\s$/iu.test(before) &&
    /^(?:[01]?\d|2[0-3])\.[0-5]\d$/u.test(written) &&
    FUNCTION_WORD.test(behind)
  )
    return true
  // `The regulator fined Holm Bank £4 million for …`: money is no part of a name.
  if (isMoney) return false
  if (DESIGNATORS.test(before)) {
    if (!ALSO_BOUND.test(before)) return true
    // `over 60 homes` counts, `number 10` and `Line 7` don't.
    const word = /(\p{L}+)[\s\u00a0.-]*$/u.exec(before)?.[1] ?? ''
    if (/^(?:under|over|top)$/iu.test(word)) return /^top$/iu.test(word) && !/^\s?(?:%|per\s?cent)/iu.test(behind)
    if (/^\p{Lu}/u.test(word) && !/^\s+\p{Ll}+s\s/u.test(behind)) return true
    return (
      !/^\s?(?:%|€|per\s?cent|percent|million|km|metres|kg|people|\p{Ll}+s(?:\s|[.,;]))/iu.test(behind) ||
      /^(?:number|numbers|level|km|mile)$/iu.test(word)
    )
  }
  return isBehindName(before, behind)
}

const FUNCTION_WORD =
  /^(?:[.,;:!?)”"’]|\s+(?:is|was|are|were|has|had|have|will|would|and|or|in|on|at|of|to|from|for|by|that|which|who|with|after|before|said|says|as|but|the|a|an|when|where|while|into|near|crashed|opened|closed)(?!\p{L})|$|\s*\()/u
const NO_NAME =
  /^(?:In|On|At|By|Since|Until|From|To|During|Before|After|Between|The|And|Or|Of|For|About|Around|Some|Nearly|Almost|Roughly|Over|Under|Only|Just|Another|All|These|Those|Its|His|Her|Their|Our|My|At|Least|With|Up|More|Fewer|Less|Than|Police|Officials|Of|Als|Bis|Nach|Rund|Etwa|Über|Mehr|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Today|Yesterday)$/u

/** `Sojus 7 is`, but not `In Lenn 23 bodies`. */
function isBehindName(before: string, behind: string): boolean {
  const match = /(?:^|\s|[“"(])(\p{Lu}[\p{L}’']*)[\s\u00a0]$/u.exec(before)
  if (!match || NO_NAME.test(match[1]!)) return false
  return FUNCTION_WORD.test(behind)
}
