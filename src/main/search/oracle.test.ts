import { expect, it } from 'vitest'
import { sourceEntries, type Entry } from '../../shared/search/entries.ts'
import { matchesIn, wantedWords } from '../../shared/search/matches.ts'
import { parseQuery } from '../../shared/search/query-parser.ts'
import { tokenise, wantedTokens, wordsOf } from '../../shared/search/tokens.ts'
import { numbers } from './numbers.test-helper.ts'
import { LANGUAGES, madeSource } from './multilingual.test-helper.ts'
import { countIn, finds, known, oracleWords, type Known } from './oracle.test-helper.ts'
import { SearchIndex } from './search-index.ts'

const LONG = process.env['DOSSIER_TEST_LONG'] !== undefined
const CASE_TLP = 'TLP:AMBER'
const random = numbers(31)
const made = Array.from({ length: LONG ? 1500 : 250 }, (_, i) => madeSource(i + 1, random))

const BY_HAND = [
  ...[
    'harbour memo',
    '"kept the memo"',
    'memo OR note',
    'memo NOT board',
    'memo -board',
    '-memo',
    'NOT (memo OR note)'
  ],
  ...[
    'harb*',
    'h*',
    'ha*',
    'har*',
    'ü*',
    'т*',
    '"kept the m"*',
    'memo NEAR/2 board',
    'board NEAR/0 harbour',
    'memo NEAR/3 (board OR inquiry)',
    'memo NEAR/5 memo',
    'the NEAR/3 the',
    'the NEAR/0 the',
    'the NEAR/9 th*',
    '"of the" NEAR/6 "the board"',
    '"the board" NEAR/20 "the board"',
    '会 NEAR/4 会',
    '港 NEAR/9 港务',
    'lind NEAR/1 ilse',
    'ilse NEAR/3 lind',
    'courier NEAR/6 board',
    'northern NEAR/9 ferry',
    'ferry NEAR/9 board',
    'board NEAR/4 ferry'
  ],
  ...[
    'strasse',
    'STRAßE',
    'maß',
    'don’t',
    '"don t"',
    '1,000.50',
    '1000',
    'é',
    'ete',
    'naif',
    'œuvre',
    'oeuvre',
    'manana',
    'pinguino'
  ],
  ...[
    'елка',
    'ёлка',
    'и',
    'οδοσ',
    'ΟΔΌΣ',
    'ς',
    'كتاب',
    'لا',
    'שלום',
    'हनद',
    'हिन्दी',
    '港',
    '港务',
    '局',
    '備忘',
    '东京',
    '東京',
    '々',
    '〇',
    '𠮷'
  ],
  ...[
    'ガ',
    'カ',
    'か',
    'コーヒー',
    'ー',
    'データ',
    '会は',
    '株式',
    'abc',
    'ＡＢＣ',
    'abc12',
    '한',
    '한국',
    '국',
    'ㅋ',
    '가',
    'tieng viet',
    'da nang',
    'đà'
  ],
  ...[
    'istanbul',
    'İSTANBUL',
    'ıi',
    'sage',
    'finance',
    'k',
    'å',
    'bold',
    'iv',
    '1 2',
    'x',
    'x*',
    'OR',
    'NOT',
    'c++',
    'at&t',
    'kg',
    'a b',
    '"a b"',
    '½'
  ],
  ...[
    'title:memo',
    'title:m*',
    'title:"the memo"',
    'author:lind',
    'author:"lind ilse"',
    'publisher:"Northern Courier"',
    'publisher:courier -memo',
    'publisher:港湾'
  ],
  ...[
    'speaker:tove',
    'tag:ferry',
    'tag:board',
    'tag:harb*',
    'lang:en',
    'lang:en-GB',
    'lang:GB',
    'lang:z*',
    'tlp:red',
    'tlp:amber',
    'tlp:amber+strict',
    'tlp:TLP:AMBER'
  ],
  ...[
    'key:S1',
    'key:s10',
    'key:Q11',
    'key:S1*',
    'key:S1011',
    'in:quotes memo',
    'in:notes',
    'in:sources -in:quotes',
    'in:briefs'
  ],
  ...[
    'date:2031-03',
    'date:2031-03-04',
    'date:2031',
    'date:none',
    '-date:none memo',
    'date:>=2031-03',
    'date:<2031',
    'date:2030-12..2031-02',
    'date:..2031-02-27'
  ],
  ...[
    '(memo OR note) (board OR port) -title:memo',
    'title:(memo OR board)',
    'a OR (b AND NOT c) OR tag:ferry',
    '',
    '*',
    '()',
    '"',
    '-',
    'x'.repeat(9000),
    `${'x'.repeat(100)}*`
  ]
]

/** Queries of what stands in the texts, joined in all ways. */
function generated(count: number): string[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const all = Object.values(LANGUAGES).flat()
  const leaf = (): string => {
    const { text } = pick(made)
    const words = wordsOf(text)
    const at = Math.floor(random() * words.length)
    const row = words.slice(at, at + 1 + Math.floor(random() * 4)).join(' ')
    const start = Math.floor(random() * text.length)
    switch (Math.floor(random() * 9)) {
      case 0:
        return `"${row}"`
      case 1:
        return `${pick(words) ?? 'x'}*`.replace(/^(.{1,4}).*\*$/u, '$1*')
      case 2:
        return `"${text.slice(start, start + 12)}"`
      case 3:
        return text.slice(start, start + 1 + Math.floor(random() * 2))
      case 4:
        return `title:${pick(all)}`
      case 5:
        return pick(BY_HAND)
      default:
        return pick(all)
    }
  }
  const tree = (depth: number): string => {
    if (depth === 0 || random() < 0.3) return leaf()
    const [a, b] = [tree(depth - 1), tree(depth - 1)]
    return pick([
      `${a} ${b}`,
      `(${a} OR ${b})`,
      `${a} NOT ${b}`,
      `${a} -${b}`,
      `${a} NEAR/${Math.floor(random() * 6)} ${b}`,
      `-(${a}) ${b}`
    ])
  }
  return Array.from({ length: count }, () => tree(2))
}

function indexed(): { index: SearchIndex; all: Known[] } {
  const index = SearchIndex.open({ path: null, write: true, bytes: null })
  const all: { entry: Entry; text: string | null }[] = []
  const documents = made.map(({ source, quotes, text }) => {
    const entries = sourceEntries(source, quotes)
    all.push(...entries.map((entry) => ({ entry, text })))
    return { name: source.id, revision: '1', entries, text, brief: null }
  })
  index.change({ put: documents, remove: [] })
  index.commit()
  // Some are taken over once more, and some are gone.
  index.change({ put: documents.slice(0, 50), remove: documents.slice(50, 60).map(({ name }) => name) })
  const gone = new Set(made.slice(50, 60).map(({ source }) => source.id))
  return { index, all: known(all.filter(({ entry }) => !gone.has(entry.sourceId!))) }
}

const keyOf = ({ scope, key }: Pick<Entry, 'scope' | 'key'>): string => `${scope} ${key}`

it('words are the same, told in two ways', () => {
  for (const { text, source } of made) {
    expect(wordsOf(text)).toEqual(oracleWords(text))
    expect(wordsOf(source.note)).toEqual(oracleWords(source.note))
  }
})

it('every query finds what going through everything finds, as often', () => {
  const { index, all } = indexed()
  const wrong: unknown[] = []
  let found = 0
  for (const query of [...BY_HAND, ...generated(LONG ? 3000 : 300)]) {
    const { root, read } = parseQuery(query)
    const expected = root ? all.filter((one) => finds(root, one, CASE_TLP)) : []
    const asked = {
      query,
      typing: false,
      scope: null,
      limit: 100_000,
      offset: 0,
      facets: true,
      caseTlp: CASE_TLP
    } as const
    const answer = index.find(asked)
    if (expected.length > 0) found++
    const missing = new Set(expected.map(({ entry }) => keyOf(entry)))
    const extra = answer.found.map(keyOf).filter((key) => !missing.delete(key))
    if (missing.size + extra.length > 0 || answer.total !== expected.length || answer.read !== read)
      wrong.push({
        query: query.slice(0, 200),
        read: read.slice(0, 200),
        missing: [...missing].slice(0, 5),
        extra: extra.slice(0, 5)
      })
    if (!root) continue
    const text = expected.find(({ entry }) => entry.scope === 'sources')
    const source = made.find(({ source: { id } }) => id === text?.entry.id)
    if (!source) continue
    const places = matchesIn(wantedTokens(source.text, wantedWords(root)), root)
    if (places.length !== countIn(root, text!.body)) wrong.push({ query, count: source.source.key })
    if (JSON.stringify(places) !== JSON.stringify(matchesIn(tokenise(source.text), root)))
      wrong.push({ query, places: source.source.key })
  }
  expect(wrong).toEqual([])
  expect(found).toBeGreaterThan(200)
  index.close()
})
