/**
 * Measures the search: making the index, its size, and queries, beside MiniSearch and ripgrep over the same texts in the same run. `npm run bench:search --
 * [articles]`, 10,000 unless given; `--short` for 1,000, `--alone` without the others. Where ripgrep isn't installed it is left out.
 *
 * What the index takes to be made is the time of all the processor's threads, beside what FTS5 alone takes for the same words, in one transaction: a busy machine
 * lengthens both. Queries are the least of three runs, snippets and facets included, by the
 * processor's time of their thread, which other programs don't lengthen; ripgrep's, a program of many threads, by the clock.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SearchIndex } from '../src/main/search/search-index.ts'
import { WordBytes } from '../src/main/search/word-bytes.ts'
import { noMetadata, notFound, type Source } from '../src/shared/source/source.ts'
import { sourceEntries } from '../src/shared/search/entries.ts'
import { matchesIn, wantedWords } from '../src/shared/search/matches.ts'
import { parseQuery, parseTyped } from '../src/shared/search/query-parser.ts'
import { snippetOf } from '../src/shared/search/snippet.ts'
import { wantedTokens, wordsOf } from '../src/shared/search/tokens.ts'
import { articles, numbers, vocabulary, type MadeArticle } from './search-corpus.ts'

const SHOWN = 20
const QUERIES = 40
/** The least of so many runs of a query: on a busy machine the others wait for it. */
const AGAIN = 3
const SHA256 = '0'.repeat(64)

const short = process.argv.includes('--short')
const isAlone = process.argv.includes('--alone')
const count = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? (short ? 1_000 : 10_000))

/** Milliseconds of the processor that work takes. */
function cpu(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function sourceOf(article: MadeArticle, number: number): Source {
  const found = <T>(value: T) => ({ ...notFound<T>(), value })
  return {
    id: article.id,
    key: `S${number + 1}`,
    formerKeys: [],
    importedAt: '2031-03-12T09:00:00.000Z',
    original: { file: 'original.txt', name: 'a.txt', mediaType: 'text/plain', bytes: 1, sha256: SHA256 },
    container: null,
    text: { sha256: SHA256, extractor: 'txt/1', characters: article.text.length, notice: null },
    metadata: {
      ...noMetadata(),
      title: found(article.title),
      authors: found([article.author]),
      publisher: found(article.publisher),
      published: found(article.published),
      language: found(article.language)
    },
    tlp: null,
    grading: null,
    tags: article.tags,
    note: '',
    deletedAt: null
  }
}

/** Installed apart, by `npm install --prefix bench`. */
const MiniSearch = isAlone
  ? null
  : await import('minisearch').then(
      (loaded) => loaded.default,
      (error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return null
        throw error
      }
    )

const folder = mkdtempSync(join(tmpdir(), 'bench-search-'))
try {
  measure()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measure(): void {
  const words = vocabulary()
  const made = [...articles(count, words)]
  const characters = made.reduce((sum, { text }) => sum + text.length, 0)
  console.log(`${count} articles of ${Math.round(characters / count)} characters`)

  const path = join(folder, 'search.sqlite')
  const index = SearchIndex.open({ path, write: true, bytes: null })
  const building = cpu(() => {
    for (let at = 0; at < made.length; at += 100) {
      const put = made.slice(at, at + 100).map((article, i) => ({
        name: article.id,
        revision: '1',
        entries: sourceEntries(sourceOf(article, at + i), []),
        text: article.text,
        brief: null
      }))
      index.change({ put, remove: [] })
      if (at % 4_000 === 0) index.commit()
    }
    for (let isFirst = true; index.settle(isFirst); isFirst = false);
    index.close()
  })
  const size = statSync(path).size / 1e6
  print(
    'index made',
    `${(building / 1000).toFixed(1)} s CPU (${((building / 1000 / count) * 10_000).toFixed(1)} s for 10,000)`
  )
  const bare = cpu(() => fts5Alone(made))
  print('FTS5 alone', `${(bare / 1000).toFixed(1)} s CPU; the index ${(building / bare).toFixed(1)} times as long`)
  print('index on the disk', `${size.toFixed(0)} MB (${((size / count) * 100_000).toFixed(0)} MB for 100,000)`)

  let opened!: SearchIndex
  print('index opened', `${cpu(() => (opened = SearchIndex.open({ path, write: true, bytes: null }))).toFixed(0)} ms`)
  const texts = new Map(made.map(({ id, text }) => [id, text]))
  const search = (query: string, typing: boolean): number => {
    const asked = { query, typing, scope: null, limit: SHOWN, offset: 0, facets: true, caseTlp: 'TLP:AMBER' } as const
    const { total, found } = opened.find(asked)
    const { root } = typing ? parseTyped(query) : parseQuery(query)
    const wanted = wantedWords(root)
    for (const { id } of found) {
      const text = texts.get(id)!
      snippetOf(text, matchesIn(wantedTokens(text, wanted), root))
    }
    return total
  }

  /** What the index keeps of answers is gone whenever it is changed. */
  const forget = (): void => {
    opened.change({ put: [], remove: [] })
    opened.commit()
  }

  const mini = MiniSearch && new MiniSearch<{ id: number; title: string; text: string }>({ fields: ['title', 'text'] })
  if (mini) {
    const miniBuilding = cpu(() => mini.addAll(made.map(({ title, text }, id) => ({ id, title, text }))))
    print(
      'MiniSearch made',
      `${(miniBuilding / 1000).toFixed(1)} s CPU, ${(miniBuilding / building).toFixed(1)} times as long`
    )
  } else if (!isAlone) console.log('MiniSearch isn’t installed (npm install --prefix bench), so it is left out.')
  const lower = made.map(({ text }) => wordsOf(text).join(' '))
  const miniSearch = (engine: NonNullable<typeof mini>, query: string, kind: Kind): number => {
    const bare = query.replace(/["*]/g, '')
    const found = engine.search(bare, {
      combineWith: 'AND',
      prefix: kind === 'typing' || kind === 'prefix' ? (_, i, all) => i === all.length - 1 : false
    })
    // MiniSearch knows no rows of words.
    return kind === 'phrase' ? found.filter(({ id }) => lower[id as number]!.includes(bare)).length : found.length
  }

  const corpus = join(folder, 'texts')
  const hasRipgrep = !isAlone && spawnSync('rg', ['--version']).status === 0
  if (hasRipgrep) {
    mkdirSync(corpus)
    for (const { id, text } of made) writeFileSync(join(corpus, `${id}.txt`), text)
  } else if (!isAlone) console.log('ripgrep isn’t installed, so it is left out.')
  const ripgrep = (query: string): void => {
    const bare = query.replace(/["*]/g, '')
    spawnSync('rg', ['--count', '--ignore-case', '--fixed-strings', '--', bare, corpus])
  }

  const random = numbers(3)
  const alone = (queries: string[]): string[][] => queries.map((query) => [query])
  const kinds: Record<Kind, string[][]> = {
    word: alone(queriesOf((row) => row[0]!)),
    'two words': alone(queriesOf((row) => `${row[0]} ${row[2]}`)),
    phrase: alone(queriesOf((row) => `"${row.slice(0, 2).join(' ')}"`)),
    prefix: alone(queriesOf((row) => `${row[0]!.slice(0, 4)}*`)),
    typing: queriesOf((row) => `${row[0]} ${row[1]}`).map((query) =>
      Array.from({ length: query.length - 1 }, (_, i) => query.slice(0, i + 2)).filter((part) => !part.endsWith(' '))
    ),
    fields: alone(queriesOf((row) => `${row[0]} date:2026..2028 lang:en -tag:${row[1]}`))
  }
  for (const [kind, queries] of Object.entries(kinds) as [Kind, string[][]][]) {
    const own = times(queries, (query) => search(query, kind === 'typing'), { before: forget })
    const others =
      kind === 'fields' || !mini
        ? ''
        : ` · MiniSearch ${ratio(
            // A letter or two is the beginning of so many words that each takes it about a second.
            times(kind === 'typing' ? queries.slice(0, 3) : queries, (query) => miniSearch(mini, query, kind)),
            own
          )}`
    const looked =
      hasRipgrep && (kind === 'word' || kind === 'phrase')
        ? ` · ripgrep ${ratio(times(queries.slice(0, 10), ripgrep, { clock: () => performance.now() }), own)}`
        : ''
    print(kind, `p50 ${at(own, 0.5)} ms, p95 ${at(own, 0.95)} ms${others}${looked}`)
  }
  opened.close()

  /** Rows of words as they stand in the articles: common and rare ones. */
  function queriesOf(make: (row: string[]) => string): string[] {
    return Array.from({ length: QUERIES }, () => {
      const all = wordsOf(made[Math.floor(random() * made.length)]!.text)
      const from = Math.floor(random() * (all.length - 4))
      return make(all.slice(from, from + 4))
    })
  }
}

/** Puts the words of texts into a table of FTS5 and nothing else. */
function fts5Alone(made: readonly MadeArticle[]): void {
  const database = new DatabaseSync(join(folder, 'bare.sqlite'))
  database.exec(
    `PRAGMA journal_mode = WAL; CREATE VIRTUAL TABLE words USING fts5(body, tokenize = 'ascii', content = '', contentless_delete = 1)`
  )
  const put = database.prepare('INSERT INTO words (rowid, body) VALUES (?, ?)')
  const words = new WordBytes()
  database.exec('BEGIN')
  made.forEach(({ text }, i) => put.run(i + 1, words.clear().add(text).bytes))
  database.exec('COMMIT')
  database.close()
}

type Kind = 'word' | 'two words' | 'phrase' | 'prefix' | 'typing' | 'fields'

/** Milliseconds of the processor that this thread has taken. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The times of queries, those of a group one after the other as they’re typed. */
function times(
  groups: readonly string[][],
  search: (query: string) => unknown,
  { before, clock = threadTime }: { before?: () => void; clock?: () => number } = {}
): number[] {
  for (const query of groups.slice(0, 5).flat()) search(query)
  return groups.flatMap((queries) => {
    const least = queries.map(() => Infinity)
    for (let again = 0; again < AGAIN; again++) {
      before?.()
      queries.forEach((query, i) => {
        const started = clock()
        search(query)
        least[i] = Math.min(least[i]!, clock() - started)
      })
    }
    return least
  })
}

function at(measured: readonly number[], part: number): string {
  return [...measured].sort((a, b) => a - b)[Math.floor(measured.length * part)]!.toFixed(1)
}

function ratio(others: readonly number[], own: readonly number[]): string {
  return `${(Number(at(others, 0.95)) / Number(at(own, 0.95))).toFixed(1)} times as long`
}

function print(what: string, measured: string): void {
  console.log(`${what.padEnd(18)} ${measured}`)
}
