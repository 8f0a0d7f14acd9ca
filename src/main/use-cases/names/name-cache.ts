import { FORM_RULES, type TextName } from '../../../shared/analysis/entities/read-entities.ts'
import { NAME_KINDS } from '../../../shared/analysis/names/weigh.ts'
import type { CacheDatabase, CacheForm } from '../../store/cache-database.ts'
import type { CaseCache } from '../../store/case-cache.ts'
import { closeKept, openKept } from '../../store/kept-cache.ts'

/** Rises with every change of what is read of a text, or of the table: what an older program read is then read anew. */
const VERSION = 2

const FORM: CacheForm = {
  version: VERSION,
  tables: 'CREATE TABLE name (text TEXT PRIMARY KEY, names TEXT NOT NULL) WITHOUT ROWID;',
  names: ['name'],
  isSound: (database) =>
    database.all('SELECT names FROM name').every(({ names }) => Array.isArray(JSON.parse(names as string)))
}

/** The names of the texts of a case, in SQLite, by the hash of each text. */
export class NameCache {
  readonly #place: CaseCache
  readonly #database: CacheDatabase

  private constructor(place: CaseCache, database: CacheDatabase) {
    this.#place = place
    this.#database = database
  }

  /** Opens what is kept of a case; what is damaged is made anew. Rejects with the system's error. */
  static async open(place: CaseCache): Promise<NameCache> {
    return new NameCache(place, await openKept(place, FORM))
  }

  /** Keeps it for the next opening of the case. Rejects with the system's error. */
  close(): Promise<void> {
    return closeKept(this.#place, this.#database)
  }

  /** All that is kept, by the hash of the text. */
  all(): Map<string, TextName[]> {
    const rows = this.#database.all('SELECT text, names FROM name')
    return new Map(rows.map(({ text, names }) => [text as string, unpacked(names as string)]))
  }

  /** Keeps the names of texts, by their hashes. */
  put(read: ReadonlyMap<string, readonly TextName[]>): void {
    this.#database.together(() => {
      for (const [text, names] of read)
        this.#database.run('INSERT OR REPLACE INTO name VALUES (?, ?)', text, packed(names))
    })
  }

  /** Forgets texts. */
  drop(texts: readonly string[]): void {
    this.#database.together(() => {
      for (const text of texts) this.#database.run('DELETE FROM name WHERE text = ?', text)
    })
  }
}

/**
 * A name as it's kept: its kinds as it's taken and as the text shows it (-1 for none), key, name, whether it's bare and doubtful, acronyms, and its forms, each as what is
 * written, its rule, and its places.
 */
type Packed = [number, number, string, string, 0 | 1, 0 | 1, string[], [string, number, number[]][]]

const SHOWN = [...NAME_KINDS, 'other'] as const

/** Names as text; those of thousands of texts are read at once, so that lists stand in place of objects. */
function packed(names: readonly TextName[]): string {
  return JSON.stringify(
    names.map(({ kind, key, name, isBare, shown, isDoubtful, acronyms, forms }): Packed => {
      const shapes = forms.map(({ written, rule, at }): Packed[7][number] => [written, FORM_RULES.indexOf(rule), at])
      const kinds = [NAME_KINDS.indexOf(kind), shown === null ? -1 : SHOWN.indexOf(shown)] as const
      return [...kinds, key, name, isBare ? 1 : 0, isDoubtful ? 1 : 0, acronyms, shapes]
    })
  )
}

function unpacked(text: string): TextName[] {
  return (JSON.parse(text) as Packed[]).map(([kind, shown, key, name, isBare, isDoubtful, acronyms, shapes]) => {
    const forms = shapes.map(([written, rule, at]) => ({ written, rule: FORM_RULES[rule]!, at }))
    return {
      ...{ kind: NAME_KINDS[kind]!, shown: SHOWN[shown] ?? null, key, name },
      ...{ isBare: isBare === 1, isDoubtful: isDoubtful === 1, acronyms, forms }
    }
  })
}
