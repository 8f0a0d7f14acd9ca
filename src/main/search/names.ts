import type { DatabaseSync } from 'node:sqlite'
import type { NameTable } from '../../shared/search/answer.ts'
import { wordsOf } from '../../shared/search/tokens.ts'
import type { EntryTable } from './entry-table.ts'

/** Sources told of a name, at most. */
const MOST_SOURCES = 1_000

/** Counts names in the texts of sources, by the places that the index keeps of their words: no text is read. */
export function countNames(database: DatabaseSync, entries: EntryTable, names: readonly string[]): NameTable['names'] {
  database.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.place USING fts5vocab('main', 'words', 'instance')`)
  const statement = database.prepare(`SELECT doc, "offset" FROM temp.place WHERE term = ? AND col = 'body'`)
  statement.setReturnArrays(true)
  const sources = entries.ofScope('sources')
  /** The places of a word, as text and place in one number. */
  const placesOf = (word: string): Set<number> => {
    const places = new Set<number>()
    for (const row of statement.iterate(word)) {
      const [entry, offset] = row as unknown as [number, number]
      if (sources.has(entry)) places.add(entry * 2 ** 26 + offset)
    }
    return places
  }
  return names.map((name) => {
    const [first, ...others] = wordsOf(name)
    if (first === undefined) return { name, count: 0, sources: [] }
    let starts = [...placesOf(first)]
    others.forEach((word, i) => {
      if (starts.length === 0) return
      const places = placesOf(word)
      starts = starts.filter((start) => places.has(start + i + 1))
    })
    const counts = new Map<number, number>()
    for (const start of starts) {
      const entry = Math.floor(start / 2 ** 26)
      counts.set(entry, (counts.get(entry) ?? 0) + 1)
    }
    const ordered = [...counts].sort(([a, m], [b, n]) => n - m || entries.age(b) - entries.age(a))
    return {
      name,
      count: starts.length,
      sources: ordered.slice(0, MOST_SOURCES).map(([entry, count]) => {
        const { id, key, title } = entries.data(entry)
        return { sourceId: id, key, title, count }
      })
    }
  })
}
