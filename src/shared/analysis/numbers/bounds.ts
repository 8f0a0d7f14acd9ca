import type { ReadLanguage } from './number-words.ts'
import { latin } from '../running-text/latin.ts'

/** What the words about a number say of it. */
export const BOUNDS = ['exact', 'at-least', 'more-than', 'at-most', 'less-than', 'about', 'range'] as const
export type Bound = (typeof BOUNDS)[number]

type Said = readonly (readonly [bound: Bound, words: string])[]

const BEFORE: Readonly<Record<ReadLanguage, Said>> = {
  en: [
    [
      'at-least',
      '(?:(?:at\\s+(?:the\\s+very\\s+)?least)|(?:(?:no|not)\\s+(?:fewer|less)\\s+than)|(?:an?\\s+)?minimum(?:\\s+of)?|≥|>=)'
    ],
    [
      'at-most',
      '(?:(?:at\\s+(?:the\\s+very\\s+)?most)|(?:no|not)\\s+(?:more|greater|higher)\\s+than|up\\s+to|(?:an?\\s+)?maximum(?:\\s+of)?|as\\s+(?:many|much|high)\\s+as|not\\s+exceeding|capped\\s+at|≤|<=)'
    ],
    [
      'more-than',
      '(?:(?:(?:far|well|slightly|just|even|considerably|significantly|many|much|a\\s+little|a\\s+bit)\\s+)?(?:more\\s+than|over|above|in\\s+excess\\s+of|greater\\s+than|higher\\s+than|beyond|exceeding|upwards?\\s+of|north\\s+of)|exceed(?:s|ed)?|surpass(?:es|ed)?|topp?(?:s|ed)|>)'
    ],
    [
      'less-than',
      '(?:(?:(?:far|well|slightly|just|even|considerably|significantly|a\\s+little|a\\s+bit)\\s+)?(?:fewer\\s+than|less\\s+than|under|below|lower\\s+than|smaller\\s+than|short\\s+of)|not\\s+even|<)'
    ],
    [
      'about',
      '(?:(?:just\\s+)?about|some|(?:at\\s+|somewhere\\s+)?around|roughly|very\\s+nearly|nearly|almost|(?:an\\s+)?estimated|approximately|approx\\.?|circa|ca\\.?|c\\.|close\\s+to|in\\s+the\\s+(?:region|order|vicinity|neighbourhood|neighborhood)\\s+of|something\\s+like|more\\s+or\\s+less|give\\s+or\\s+take|not\\s+quite|virtually|practically|reportedly\\s+around|~|≈)'
    ]
  ],
  de: [
    ['at-least', '(?:mindestens|wenigstens|nicht\\s+weniger\\s+als|zumindest|≥)'],
    ['at-most', '(?:höchstens|maximal|bis\\s+zu|nicht\\s+mehr\\s+als|≤)'],
    ['more-than', '(?:(?:deutlich\\s+|weit\\s+|etwas\\s+)?(?:mehr\\s+als|über|knapp\\s+über)|>)'],
    ['less-than', '(?:(?:deutlich\\s+|weit\\s+|etwas\\s+)?(?:weniger\\s+als|unter)|<)'],
    ['about', '(?:etwa|rund|ungefähr|circa|ca\\.?|knapp|fast|nahezu|beinahe|schätzungsweise|gut|an\\s+die|~)']
  ],
  fr: [
    ['at-least', '(?:au\\s+moins|pas\\s+moins\\s+de|un\\s+minimum\\s+de|≥)'],
    ['at-most', "(?:au\\s+plus|au\\s+maximum|jusqu[’']à|pas\\s+plus\\s+de|≤)"],
    ['more-than', "(?:(?:bien\\s+)?plus\\s+(?:de|d[’'])|au-delà\\s+de|>)"],
    ['less-than', "(?:(?:bien\\s+)?moins\\s+(?:de|d[’'])|<)"],
    [
      'about',
      "(?:environ|quelque|près\\s+(?:de|d[’'])|autour\\s+de|à\\s+peu\\s+près|presque|quasiment|une?\\s+estimation\\s+de|~)"
    ]
  ],
  es: [
    ['at-least', '(?:al\\s+menos|por\\s+lo\\s+menos|como\\s+mínimo|no\\s+menos\\s+de|≥)'],
    ['at-most', '(?:a\\s+lo\\s+sumo|como\\s+máximo|hasta|no\\s+más\\s+de|≤)'],
    ['more-than', '(?:(?:mucho\\s+)?más\\s+de|por\\s+encima\\s+de|superior(?:es)?\\s+a|>)'],
    ['less-than', '(?:(?:mucho\\s+)?menos\\s+de|por\\s+debajo\\s+de|inferior(?:es)?\\s+a|<)'],
    ['about', '(?:unos|unas|alrededor\\s+de|cerca\\s+de|aproximadamente|casi|en\\s+torno\\s+a|~)']
  ]
}

const BEHIND: Said = [
  [
    'at-least',
    '(?:\\+(?![\\p{L}\\d])|(?:\\s\\p{Ll}+){0,2}?,?\\s+(?:or|and|oder|ou|o)\\s+(?:more|over|above|upwards|counting|mehr|plus|más)|,?\\s+at\\s+(?:the\\s+very\\s+)?least(?=\\s*[.,;)]|$)|(?:\\s\\p{Ll}+){0,2}?\\s+at\\s+(?:the\\s+very\\s+)?least(?=\\s*[.,;)]|$))'
  ],
  [
    'at-most',
    '(?:(?:\\s\\p{Ll}+){0,2}?\\s+(?:or|oder|ou|o)\\s+(?:fewer|less|under|below|weniger|moins|menos)|,?\\s+at\\s+(?:the\\s+very\\s+)?most(?=\\s*[.,;)]|$))'
  ],
  [
    'about',
    '(?:-odd|(?:\\s\\p{Ll}+){0,2}?\\s+or\\s+(?:so|thereabouts)|,?\\s+(?:give\\s+or\\s+take|more\\s+or\\s+less|approximately|roughly)(?=\\s*[.,;)]|$))'
  ]
]

const compiledBefore = new Map<ReadLanguage, readonly (readonly [Bound, RegExp])[]>()
const compiledBehind = BEHIND.map(([bound, source]) => [bound, latin(`^${source}(?!\\p{L})`, 'iu')] as const)

/** Verbs behind which the word says where, of what or on what, and nothing of the number. */
const OTHER_MEANING =
  /(?:^|[^\p{L}])(?:spread|spreads|extends?|extended|stretch(?:es|ed)?|scattered|divided|distributed|disputes?|row|dispute|debate|argu(?:es?|ed)|asked?|asks|talk(?:s|ed|ing)?|know|knows|knew|complain(?:s|ed)?|hear|heard|learn(?:ed|t)?|spoke|worr(?:y|ied)|wrote|buried|lay|lies|trapped|hidden|submerged|what|how|questions?|story|report|news)\s+$/iu

/** The words before a number, at the end of `text`, that say something of it: where they begin, and what they say. Null for none. */
export function boundBefore(text: string, language: ReadLanguage): { bound: Bound; length: number } | null {
  let known = compiledBefore.get(language)
  if (!known) {
    known = BEFORE[language].map(
      ([bound, source]) =>
        [bound, latin(`(?<![\\p{L}\\d-])${source}[\\s\\u00a0]*(?:(?:an?|the|its|their|als|de)\\s+)?$`, 'iu')] as const
    )
    compiledBefore.set(language, known)
  }
  const near = text.slice(-60)
  let best: { bound: Bound; length: number } | null = null
  for (const [bound, expression] of known) {
    const match = expression.exec(near)
    if (!match || (best && best.length >= match[0].length)) continue
    if (
      /^(?:about|over|under|around|below|above|beyond)\s/iu.test(match[0]) &&
      OTHER_MEANING.test(near.slice(0, match.index))
    )
      continue
    best = { bound, length: match[0].length }
  }
  return best
}

/** The words behind a number, at the beginning of `text`, that say something of it. Null for none. */
export function boundBehind(text: string): { bound: Bound; length: number } | null {
  const near = text.slice(0, 60)
  for (const [bound, expression] of compiledBehind) {
    const match = expression.exec(near)
    if (match) return { bound, length: match[0].length }
  }
  return null
}
