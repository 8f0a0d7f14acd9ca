import type { ReadLanguage } from '../numbers/number-words.ts'

/** Words of a language between and around the parts of a date. */
interface PatternWords {
  /** Between day and month, month and year. */
  of: string
  /** Between the ends of a range. */
  to: string
  /** Before a range, with the word that then stands between its ends. */
  between: readonly (readonly [string, string])[]
  early: string
  mid: string
  late: string
  /** Before a month or year that stands alone, and makes clear that it's one. */
  before: string
  about: string
}

export const PATTERN_WORDS: Readonly<Record<ReadLanguage, PatternWords>> = {
  en: {
    of: '(?:the\\s+)?(?:of\\s+)?(?:the\\s+)?',
    to: '\\s?[-–—]\\s?|\\s+(?:to|through|thru|until|till)\\s+',
    between: [
      ['between', 'and'],
      ['from', 'to|until|till|through']
    ],
    early: '(?:very\\s+)?early(?:\\s+in)?|(?:the\\s+)?(?:beginning|start|early\\s+(?:part|days|months))\\s+of',
    mid: 'mid(?:\\s?[-‑]\\s?|\\s+)|(?:the\\s+)?middle\\s+of',
    late: '(?:very\\s+)?late(?:\\s+in)?|(?:the\\s+)?(?:end|latter\\s+part|close|last\\s+days)\\s+of',
    before:
      'in|since|of|until|till|by|from|to|during|before|after|for|and|or|between|around|about|through|throughout|early|late|mid|circa|last|this|next|year|fiscal|on|dated|than|as of',
    about: '(?:in\\s+or\\s+)?(?:around|about|circa|c\\.|ca\\.?|some\\s+time\\s+in|sometime\\s+in)\\s+'
  },
  de: {
    of: '(?:des\\s+Jahres\\s+)?',
    to: '\\s?[-–—]\\s?|\\s+bis(?:\\s+zum)?\\s+',
    between: [
      ['zwischen(?:\\s+dem)?', 'und(?:\\s+dem)?'],
      ['vom', 'bis(?:\\s+zum)?'],
      ['von', 'bis']
    ],
    early: 'Anfang|zu Beginn des|Beginn des',
    mid: 'Mitte',
    late: 'Ende',
    before: 'im|in|im Jahr|seit|bis|ab|von|vom|nach|vor|Jahr|Jahre|um|und|während|Jahres|zwischen',
    about: '(?:um|etwa|circa|ca\\.|gegen)\\s+(?:den\\s+)?'
  },
  fr: {
    of: "(?:de\\s+|d[’'])?",
    to: '\\s?[-–—]\\s?|\\s+(?:au|à)\\s+',
    between: [
      ['entre(?:\\s+le)?', 'et(?:\\s+le)?'],
      ['du', 'au'],
      ['de', 'à']
    ],
    early: '(?:au\\s+)?début(?:\\s+de)?|dès\\s+le\\s+début\\s+de',
    mid: '(?:à\\s+la\\s+)?mi(?:\\s?[-‑]\\s?|\\s+)|(?:au\\s+)?milieu\\s+de',
    late: '(?:(?:à\\s+la|en)\\s+)?fin(?:\\s+de)?',
    before: "en|depuis|de|d’|d'|jusqu’en|jusqu'en|dès|avant|après|vers|courant|mois de|année|et|entre|à|au",
    about: '(?:vers|aux\\s+alentours\\s+de|autour\\s+de)\\s+(?:le\\s+)?'
  },
  es: {
    of: '(?:del?\\s+)?',
    to: '\\s?[-–—]\\s?|\\s+(?:al|a|hasta)\\s+(?:el\\s+)?',
    between: [
      ['entre(?:\\s+el)?', 'y(?:\\s+el)?'],
      ['del?', 'al?'],
      ['desde(?:\\s+el)?', 'hasta(?:\\s+el)?']
    ],
    early: '(?:a\\s+)?(?:principios|comienzos|inicios)\\s+de',
    mid: '(?:a\\s+)?mediados\\s+de',
    late: '(?:a\\s+)?(?:finales|fines)\\s+de',
    before: 'en|desde|de|del|hasta|para|antes de|después de|año|mes de|hacia|y|entre',
    about: '(?:hacia|alrededor\\s+del?)\\s+(?:el\\s+)?'
  }
}
