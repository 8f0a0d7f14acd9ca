/** Each face's file in `resources/fonts`, without its ending. */
const LATIN = {
  serif: 'SourceSerif4_400Regular',
  serifItalic: 'SourceSerif4_400Regular_Italic',
  serifBold: 'SourceSerif4_600SemiBold',
  serifBoldItalic: 'SourceSerif4_600SemiBold_Italic',
  sans: 'SourceSans3_400Regular',
  sansItalic: 'SourceSans3_400Regular_Italic',
  sansBold: 'SourceSans3_600SemiBold',
  mono: 'JetBrainsMono_400Regular',
  notoSerif: 'NotoSerif_400Regular',
  notoSerifItalic: 'NotoSerif_400Regular_Italic',
  notoSerifBold: 'NotoSerif_600SemiBold',
  notoSans: 'NotoSans_400Regular',
  notoSansItalic: 'NotoSans_400Regular_Italic',
  notoSansBold: 'NotoSans_600SemiBold'
} as const

/** Families that stand in where those of the text lack a script. */
const FAMILIES = {
  arabic: 'NotoNaskhArabic',
  hebrew: 'NotoSansHebrew',
  devanagari: 'NotoSansDevanagari',
  bengali: 'NotoSansBengali',
  tamil: 'NotoSansTamil',
  thai: 'NotoSansThai',
  georgian: 'NotoSansGeorgian',
  armenian: 'NotoSansArmenian',
  ethiopic: 'NotoSansEthiopic',
  simplified: 'NotoSansSC',
  traditional: 'NotoSansTC',
  japanese: 'NotoSansJP',
  korean: 'NotoSansKR',
  symbols: 'NotoSansSymbols',
  symbols2: 'NotoSansSymbols2',
  math: 'NotoSansMath',
  emoji: 'NotoEmoji'
} as const

/** A face that a style asks for. */
export type FaceName = keyof typeof LATIN
type Family = keyof typeof FAMILIES
/** A face that sets text: one that was asked for, or one that stands in. */
export type FontName = FaceName | Family | `${Family}Bold`

/** Families that have one weight only. */
const SINGLE: ReadonlySet<Family> = new Set<Family>(['symbols2', 'math', 'emoji'])

/** Which family sets Han characters, whose shapes differ by language. */
export type HanFamily = 'simplified' | 'traditional' | 'japanese' | 'korean'

/** Faces to try for Latin, Greek, Cyrillic and signs that a face lacks, in order. */
const LATIN_FALLBACKS: Record<FaceName, readonly FaceName[]> = {
  serif: ['notoSerif', 'sans', 'mono', 'notoSans'],
  serifItalic: ['notoSerifItalic', 'serif', 'notoSerif', 'sans', 'mono', 'notoSans'],
  serifBold: ['notoSerifBold', 'sansBold', 'serif', 'notoSerif', 'sans', 'mono', 'notoSans'],
  serifBoldItalic: ['notoSerifBold', 'sansBold', 'serif', 'notoSerif', 'sans', 'mono', 'notoSans'],
  sans: ['notoSans', 'mono', 'serif', 'notoSerif'],
  sansItalic: ['notoSansItalic', 'sans', 'notoSans', 'mono', 'serif', 'notoSerif'],
  sansBold: ['notoSansBold', 'sans', 'notoSans', 'mono', 'serif', 'notoSerif'],
  mono: ['sans', 'notoSans', 'serif', 'notoSerif'],
  notoSerif: [],
  notoSerifItalic: [],
  notoSerifBold: [],
  notoSans: [],
  notoSansItalic: [],
  notoSansBold: []
}

/** The blocks of a script where its punctuation and marks, which Unicode counts as common, are to go with it. */
const SCRIPTS: readonly (readonly [RegExp, Family])[] = [
  [/[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/, 'arabic'],
  [/\p{Script=Hebrew}/u, 'hebrew'],
  [/\p{Script=Devanagari}|[\u0964\u0965]/u, 'devanagari'],
  [/[\u0980-\u09ff]/, 'bengali'],
  [/[\u0b80-\u0bff]/, 'tamil'],
  [/[\u0e00-\u0e7f]/, 'thai'],
  [/[\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f]/, 'georgian'],
  [/[\u0530-\u058f\ufb13-\ufb17]/, 'armenian'],
  [/[\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f]/, 'ethiopic']
]

/** Han, kana, bopomofo and hangul with their punctuation and their wide forms. */
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u3000-\u30ff\u3190-\u33ff\ufe30-\ufe4f\uff00-\uffef]/u
const HANGUL = /\p{Script=Hangul}/u
/** Where Hangul and kana stand, among others: most texts have none of it, which this tells sooner. */
const MAY_BE_EASTERN = /[\u1100-\u11ff\u2e80-\uffff]/
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
/** What is shown as a picture unless the text says otherwise. */
const PICTURE = /\p{Emoji_Presentation}(?!\ufe0e)|\ufe0f|\u20e3/u

const EAST_ASIAN_FAMILIES: readonly HanFamily[] = ['simplified', 'traditional', 'japanese', 'korean']
const SIGNS: readonly Family[] = ['symbols', 'symbols2', 'math', 'emoji']

/** The file of each face in `resources/fonts`. */
export const FONT_FILES: ReadonlyMap<FontName, string> = new Map([
  ...entries(LATIN).map(([name, file]): [FontName, string] => [name, `${file}.ttf.br`]),
  ...entries(FAMILIES).flatMap(([family, prefix]): [FontName, string][] => [
    [family, `${prefix}_400Regular.ttf.br`],
    ...(SINGLE.has(family) ? [] : [[`${family}Bold`, `${prefix}_600SemiBold.ttf.br`] as [FontName, string]])
  ])
])

function entries<K extends string>(record: Record<K, string>): [K, string][] {
  return Object.entries(record) as [K, string][]
}

/** Which family sets the Han characters of a text, by its language or, where that says nothing, by its kana or hangul. */
export function hanFamily(language: string, text: string): HanFamily {
  const [primary, ...rest] = language.toLowerCase().split('-')
  if (primary === 'ja') return 'japanese'
  if (primary === 'ko') return 'korean'
  if (primary === 'yue') return 'traditional'
  if (primary === 'zh') {
    const traditional = rest.includes('hant') || (!rest.includes('hans') && /^(tw|hk|mo)$/.test(rest.at(-1) ?? ''))
    return traditional ? 'traditional' : 'simplified'
  }
  if (!MAY_BE_EASTERN.test(text)) return 'simplified'
  if (KANA.test(text)) return 'japanese'
  return HANGUL.test(text) ? 'korean' : 'simplified'
}

/** Faces to try, in order, for a cluster of characters that a face lacks: those of its script, those like it, signs. */
export function facesFor(name: FaceName, cluster: string, han: HanFamily): FontName[] {
  const bold = name.endsWith('Bold') || name === 'serifBoldItalic'
  const families: Family[] = []
  if (PICTURE.test(cluster)) families.push('emoji')
  for (const [script, family] of SCRIPTS) if (script.test(cluster)) families.push(family)
  if (EAST_ASIAN.test(cluster)) families.push(...eastAsian(cluster, han))
  const weights = (family: Family): FontName[] => (bold && !SINGLE.has(family) ? [`${family}Bold`, family] : [family])
  return [...families.flatMap(weights), ...LATIN_FALLBACKS[name], ...SIGNS.flatMap(weights)]
}

function eastAsian(cluster: string, han: HanFamily): HanFamily[] {
  const first = HANGUL.test(cluster) ? 'korean' : KANA.test(cluster) && han !== 'japanese' ? 'japanese' : han
  return [first, ...EAST_ASIAN_FAMILIES.filter((family) => family !== first)]
}

/** Whether a face has all of ASCII. */
export function isLatin(name: FontName): boolean {
  return name in LATIN
}

/** Whether a face stands in for a script, and not for signs. */
export function isStandIn(name: FontName): boolean {
  return !isLatin(name) && !SIGNS.some((family) => name.startsWith(family))
}

/** Texts that the faces of text can print: no font must be read to know it. */
export const CERTAIN =
  /^[\t\n\r\x20-\x7e\u00a0-\u017f\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490\u0491\u2002\u2009-\u2015\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2066-\u2069\u20ac\u2248\u2260\u25b2\u2713]*$/
