/**
 * Small sets of words, by language, that tell whether a hyphen at a line's end is the writer's. They speak where the document itself doesn't show the
 * word; no set holds a part that is as often a mere syllable (`in`, `pro`, `day`, `led`).
 */
type Words = Readonly<Record<string, ReadonlySet<string>>>

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** First parts of compounds with a hyphen. */
const FIRST: Words = {
  en: words(
    'well self quasi pseudo anglo franco afro euro half cross non twenty thirty forty fifty sixty seventy eighty ninety'
  ),
  de: words('ex nicht'),
  fr: words(
    'ex porte là ci avant après arrière outre non sous vice demi semi celui celle ceux celles moi toi lui eux peut quatre dix vingt trente quarante soixante'
  ),
  es: words('ex'),
  it: words('ex vice'),
  pt: words('ex vice pós pré pró recém'),
  nl: words('oud niet vice ex'),
  pl: words(
    'polsko niemiecko rosyjsko ukraińsko francusko angielsko biało czarno czerwono społeczno gospodarczo polityczno północno południowo wschodnio zachodnio eks wice'
  ),
  ru: words('из кое вице экс юго северо пресс онлайн'),
  uk: words('віце екс південно північно прес онлайн')
}

/** Last parts of such compounds. */
const LAST: Words = {
  en: words(
    'based known called term making makers maker owned run backed funded sponsored built born bred looking minded handed hearted eyed haired old year years week weeks month months hour minute mile foot feet inch tonne dollar party sided scale level ranking style related free friendly sized speaking reaching standing lasting running serving law general elect century class profile quality powered driven oriented specific dependent taught educated appointed proclaimed described employed esteem evident controlled fledged held intensive sensitive resistant conscious effective paid duty fashioned readable generated protected noticed shaped facing written connected established founded documented intentioned defence defense'
  ),
  fr: words('là ci même mêmes être dire midi')
}

/** Pronouns and particles that a hyphen ties to the word before them. */
const CLITICS: Words = {
  fr: words('il elle ils elles on ce je tu nous vous moi toi le la les lui leur y en t'),
  pt: words('se me te lhe lhes nos vos lo la los las no na o a os as'),
  ca: words('se me te li nos vos lo la los las hi ho ne en'),
  ro: words('l i o le se mi ti si n a'),
  ru: words('то либо нибудь таки ка'),
  uk: words('то небудь таки')
}

/** Prefixes that make one word with what follows, be that a word by itself. */
const PREFIXES: Words = {
  en: words(
    'un re dis mis over under out up with fore in im ir il inter trans sub super pre on em en de be a some any every no them him her my your our what when where who how there here down through grand story not'
  )
}

const NUMBERS: Words = {
  en: words(
    'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred multi first second third full part half all long short real last same every near mid medium'
  )
}
/** What is counted or measured so, but is a syllable behind other words. */
const COUNTED: Words = {
  en: words(
    'day days time term man person member minute point pound ton metre meter page piece storey story bedroom way wheel time quarter quarters thirds fifths'
  )
}
/** What people once were, in English: `ex` is a syllable before other words. */
const EX = words(
  'minister ministers president wife husband soldier soldiers officer officers police policeman chief boss leader leaders mayor governor manager employee employees partner girlfriend boyfriend prime chancellor secretary director head member members con cons convict spy army navy servicemen student colleague colleagues captain player footballer banker'
)
/** Words that `anti` makes one word with, in English. */
const ANTI_CLOSED =
  /^(?:bod|biotic|sept|semit|trust|thes|dote|gen|freeze|social|climax|clock|oxid|vir|depress|hist|coag|matter|quat|quar|pod|phon|path|cip)/u
const PAIRS = words('left-wing right-wing far-right far-left vice-president vice-chair vice-chairman passer-by set-up')

/** Whether a word of two parts keeps its hyphen (`kept`), never had one (`joined`), or isn't known here (null). Both in lower case. */
export function compound(first: string, last: string, language: string): 'kept' | 'joined' | null {
  if (PAIRS.has(`${first}-${last}`) || CLITICS[language]?.has(last)) return 'kept'
  if (language === 'en' && ((first === 'ex' && EX.has(last)) || (first === 'anti' && !ANTI_CLOSED.test(last))))
    return 'kept'
  // Three times the same vowel: `zee-eend`.
  if (/([aeiou])\1$/u.test(first) && last.startsWith(first.slice(-1))) return 'kept'
  if (NUMBERS[language]?.has(first) && COUNTED[language]?.has(last)) return 'kept'
  if (PREFIXES[language]?.has(first)) return first === 're' && last.startsWith('e') ? 'kept' : 'joined'
  return FIRST[language]?.has(first) || LAST[language]?.has(last) ? 'kept' : null
}
