/** The languages whose numbers and dates are read. */
export type ReadLanguage = 'en' | 'de' | 'fr' | 'es'

/** The language of those that are read which a BCP 47 tag names; English for all others and for null. */
export function readLanguageOf(tag: string | null): ReadLanguage {
  const main = tag?.toLowerCase().split(/[-_]/)[0]
  return main === 'de' || main === 'fr' || main === 'es' ? main : 'en'
}

/** A number written in words: `multiplies` for hundred and what is above it, `joins` for `and`. */
interface NumberWords {
  values: Readonly<Record<string, number>>
  multiplies: Readonly<Record<string, number>>
  joins: readonly string[]
  /** Articles that stand for one before a multiplier (`a hundred`). */
  articles: readonly string[]
}

const EN: NumberWords = {
  values: listed(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    'twenty thirty forty fifty sixty seventy eighty ninety'
  ),
  multiplies: { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
  joins: ['and'],
  articles: ['a', 'an']
}

const DE: NumberWords = {
  values: {
    ...listed(
      'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
      'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'
    ),
    zwo: 2,
    dreissig: 30
  },
  multiplies: {
    dutzend: 12,
    hundert: 100,
    tausend: 1e3,
    million: 1e6,
    millionen: 1e6,
    milliarde: 1e9,
    milliarden: 1e9,
    billionen: 1e12
  },
  joins: ['und'],
  articles: ['ein', 'eine', 'einen', 'einer']
}

const FR: NumberWords = {
  values: {
    ...listed(
      'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
      'vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix'
    ),
    une: 1,
    'quatre-vingt': 80
  },
  multiplies: {
    douzaine: 12,
    cent: 100,
    cents: 100,
    mille: 1e3,
    million: 1e6,
    millions: 1e6,
    milliard: 1e9,
    milliards: 1e9
  },
  joins: ['et'],
  articles: ['un', 'une']
}

const ES: NumberWords = {
  values: {
    ...listed(
      'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
      'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'
    ),
    ...Object.fromEntries(
      'veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'
        .split(' ')
        .map((word, i) => [word, 21 + i])
    ),
    ...Object.fromEntries(
      'doscient trescient cuatrocient quinient seiscient setecient ochocient novecient'
        .split(' ')
        .flatMap((stem, i) => [`${stem}os`, `${stem}as`].map((word) => [word, 200 + 100 * i]))
    ),
    un: 1,
    una: 1,
    veintiún: 21,
    cien: 100,
    ciento: 100
  },
  multiplies: { docena: 12, mil: 1e3, millón: 1e6, millones: 1e6 },
  joins: ['y'],
  articles: ['un', 'una']
}

const WORDS: Readonly<Record<ReadLanguage, NumberWords>> = { en: EN, de: DE, fr: FR, es: ES }

function listed(units: string, tens: string): Record<string, number> {
  return Object.fromEntries([
    ...units.split(' ').map((word, i) => [word, i] as const),
    ...tens.split(' ').map((word, i) => [word, (i + 2) * 10] as const)
  ])
}

/**
 * Reads a whole number in words (`twenty-two`, `a hundred and five`, `zweiundzwanzig`, `quatre-vingt-dix`); null when it's none. An article alone is none,
 * nor is a multiplier without a number before it (`thousands of`).
 */
export function readNumberWords(written: string, language: ReadLanguage): number | null {
  const words = WORDS[language]
  const lower = written.toLowerCase().trim()
  const known = words.values[lower]
  if (known !== undefined) return known
  const parts = language === 'de' ? germanParts(lower) : lower.split(/[\s-]+/u)
  if (parts === null) return null
  const tokens = language === 'fr' ? joinFrench(parts) : parts
  let total = 0
  let group: number | null = null
  for (const [i, token] of tokens.entries()) {
    if (words.joins.includes(token) && i > 0 && i < tokens.length - 1) continue
    const value = words.values[token] ?? (words.articles.includes(token) ? 1 : undefined)
    const times = words.multiplies[token]
    if (times !== undefined) {
      if (group === null && !isBareMultiplier(language, token)) return null
      if (times === 100 || times === 12) group = (group ?? 1) * times
      else {
        total += (group ?? 1) * times
        group = null
      }
    } else if (value === undefined) return null
    else {
      // `twenty-two`, `a hundred and five`, but not `twenty and thirty`.
      if (group !== null && !(value < 10 ? group % 10 === 0 && group >= 20 : value < 100 && group % 100 === 0))
        return null
      group = (group ?? 0) + value
    }
  }
  const isArticle = tokens.length === 1 && words.articles.includes(tokens[0]!)
  return isArticle ? null : total + (group ?? 0)
}

/** `hundert`, `mil` and `mille` need no number before them. */
function isBareMultiplier(language: ReadLanguage, token: string): boolean {
  return ['hundert', 'tausend', 'cent', 'mille', 'mil'].includes(token) && language !== 'en'
}

/** Numbers of French that are made of several words, each as one. */
function joinFrench(parts: readonly string[]): string[] {
  const joined: string[] = []
  for (let i = 0; i < parts.length; i++) {
    const long = [3, 2]
      .map((count) => parts.slice(i, i + count).join('-'))
      .find((word) => word.includes('-') && FR.values[word] !== undefined)
    joined.push(long ?? parts[i]!)
    if (long !== undefined) i += long.split('-').length - 1
  }
  return joined
}

const GERMAN_PIECE = new RegExp(
  `^(?:${[...Object.keys(DE.values), ...Object.keys(DE.multiplies), ...DE.joins, ...DE.articles, 'ein']
    .sort((a, b) => b.length - a.length)
    .join('|')})`,
  'u'
)

/** The parts of a German number in their order of worth: `zweiundzwanzig` as twenty and two. Null when some of it is no number. */
function germanParts(written: string): string[] | null {
  const parts: string[] = []
  for (let rest = written.replace(/[\s-]+/gu, ''); rest !== '';) {
    const piece = GERMAN_PIECE.exec(rest)?.[0]
    if (piece === undefined) return null
    parts.push(piece)
    rest = rest.slice(piece.length)
  }
  const ordered: string[] = []
  for (let i = 0; i < parts.length; i++) {
    if (parts[i + 1] === 'und' && parts[i + 2] !== undefined) {
      ordered.push(parts[i + 2]!, parts[i]!)
      i += 2
    } else ordered.push(parts[i]!)
  }
  return ordered
}

/** Words of which numbers are made, as an alternation for expressions: multipliers too, but neither `and` nor articles. */
export function numberWordPattern(language: ReadLanguage): string {
  const { values, multiplies } = WORDS[language]
  const names = [...Object.keys(values), ...Object.keys(multiplies)].sort((a, b) => b.length - a.length)
  if (language === 'de') return `(?:ein|eine|und|${names.join('|')})+`
  return names.join('|')
}

/** What scale words multiply by (`million`, `Mrd.`, `bn`); null for other words. */
export function scaleOf(written: string): number | null {
  return SCALES[written.toLowerCase().replace(/\.$/u, '')] ?? null
}

const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  tsd: 1e3,
  tausend: 1e3,
  mille: 1e3,
  mil: 1e3,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  millón: 1e6,
  millones: 1e6,
  mio: 1e6,
  mln: 1e6,
  mn: 1e6,
  m: 1e6,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
  crores: 1e7,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  mrd: 1e9,
  md: 1e9,
  milliarde: 1e9,
  milliarden: 1e9,
  milliard: 1e9,
  milliards: 1e9,
  trillion: 1e12,
  tn: 1e12
}
