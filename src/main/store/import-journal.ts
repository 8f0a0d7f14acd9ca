import { open, readFile, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { RelationKind } from '../../shared/analysis/copies/related.ts'
import { DossierError, Failure } from '../../shared/errors/errors.ts'
import type { ImportItem } from '../../shared/import/report.ts'
import { ensureFolder, ifThere } from '../base/durable.ts'
import type { Seal } from './files.ts'

const NAME = 'import-journal'

const Begin = z.object({ startedAt: z.string(), paths: z.array(z.string()) })
/** What became of a file as it stands on disk: journals of earlier versions are continued, whatever an import comes to tell beside this. */
const JournalledItem = z.object({
  path: z.string(),
  status: z.enum(['imported', 'duplicate', 'failed', 'reference', 'passed-over']),
  key: z.string().nullable(),
  id: z.string().nullable(),
  title: z.string().nullable(),
  authors: z.array(z.string()),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  sha256: z.string().nullable(),
  notice: z.string().nullable(),
  related: z.array(z.object({ id: z.string(), key: z.string(), kind: RelationKind })),
  error: Failure.optional()
})
const Done = z.object({ path: z.string(), items: z.array(JournalledItem) })

/** An import that is under way or was cut short: what it was asked for, and the files that are done. */
export type JournalledImport = z.infer<typeof Begin> & { done: z.infer<typeof Done>[] }

/**
 * Notes what an import has done, a line for each file, so that it can be continued after the program's end. It stands outside the case, sealed
 * when the case is. It isn't flushed: a lost line costs a file looked at twice, and nothing else.
 */
export class ImportJournal {
  readonly #path: string
  readonly #seal: Seal | null
  readonly #handle: FileHandle

  private constructor(path: string, seal: Seal | null, handle: FileHandle) {
    this.#path = path
    this.#seal = seal
    this.#handle = handle
  }

  /** Begins a journal, in place of an earlier one. Rejects with the system's error. */
  static async begin(path: string, seal: Seal | null, begun: JournalledImport): Promise<ImportJournal> {
    await ensureFolder(dirname(path))
    const { done, ...begin } = begun
    const lines = [Begin.parse(begin), ...done].map((line) => encode(line, seal)).join('')
    const handle = await open(path, 'w')
    try {
      await handle.writeFile(lines)
      return new ImportJournal(path, seal, handle)
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  /** What the journal at a path says; null when there is none that can be read. Lines that can't be read are left out. */
  static async read(path: string, seal: Seal | null): Promise<JournalledImport | null> {
    const text = await ifThere(readFile(path, 'utf8'))
    const [first, ...rest] = (text ?? '').split('\n').map((line) => decode(line, seal))
    const begin = Begin.safeParse(first)
    if (!begin.success) return null
    const done = rest.flatMap((line) => Done.safeParse(line).data ?? [])
    return { ...begin.data, done }
  }

  /** Removes the journal at a path. */
  static async forget(path: string): Promise<void> {
    await rm(path, { force: true })
  }

  /** Notes that a file is done. */
  async add(path: string, items: ImportItem[]): Promise<void> {
    await this.#handle.appendFile(encode({ path, items }, this.#seal))
  }

  /** Ends the journal; without `keep` the import needs no continuation and the journal goes. */
  async end({ keep }: { keep: boolean }): Promise<void> {
    await this.#handle.close()
    if (!keep) await ImportJournal.forget(this.#path)
  }
}

function encode(value: unknown, seal: Seal | null): string {
  const text = JSON.stringify(value)
  return `${seal ? Buffer.from(seal.seal(NAME, Buffer.from(text))).toString('base64') : text}\n`
}

function decode(line: string, seal: Seal | null): unknown {
  try {
    const text = seal ? Buffer.from(seal.unseal(NAME, Buffer.from(line, 'base64'))).toString('utf8') : line
    return JSON.parse(text)
  } catch (error) {
    // The last line may be cut off by what cut the import short.
    if (error instanceof SyntaxError || error instanceof DossierError) return null
    throw error
  }
}
