import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { z } from 'zod'
import { bodyText } from '../../src/main/import/extracted/blocks.ts'
import type { Extracted } from '../../src/main/import/extracted/extracted.ts'
import { createImportWorker } from '../../src/main/import/worker/import-worker.ts'
import { DossierError } from '../../src/shared/errors/errors.ts'
import type { Found } from '../../src/shared/source/source.ts'
import { readRows } from './gold.ts'

const inflate = promisify(gunzip)

/** `input` is the path of a saved page, which may be compressed with gzip. */
const Row = z.object({ id: z.string(), input: z.string(), url: z.string().nullish() })
type Row = z.infer<typeof Row>

/** What is scored of one page. `text` is the running text, a line feed between blocks; `ms` the time that reading took. */
export interface Prediction {
  id: string
  title: string | null
  author: string | null
  publishedTime: string | null
  siteName: string | null
  lang: string | null
  dir: null
  text: string
  ms: number
  /** How sure the importer is of each value, 0 to 1. */
  confidence: Record<Scored, number>
  /** Where each value stood: the kind of place and, where the evidence names it, the key (`meta og:title`). */
  place: Record<Scored, string | null>
}

type Scored = 'title' | 'author' | 'publishedTime' | 'siteName' | 'lang'

/**
 * Reads the pages of a gold file as an import does, in the worker. A page that can't be read gives a row with nothing but its id, and a line on the
 * error stream.
 */
export async function* predictExtraction(gold: string): AsyncGenerator<Prediction | { id: string }> {
  const worker = createImportWorker(new URL('../../src/main/import/worker/worker.ts', import.meta.url))
  try {
    for await (const row of readRows(gold, Row)) {
      try {
        yield await predict(row)
      } catch (error) {
        console.error(`${row.id}: ${error instanceof Error ? error.message : String(error)}`)
        yield { id: row.id }
      }
    }
  } finally {
    await worker.close()
  }

  async function predict({ id, input, url }: Row): Promise<Prediction> {
    const bytes = await load(input)
    const started = performance.now()
    const { document } = await worker.read(bytes, {
      name: basename(input).replace(/\.gz$/i, ''),
      url: url ?? null,
      given: []
    })
    const ms = performance.now() - started
    if (document === null) throw new DossierError('unsupported', `${input} is no document.`)
    return { id, ...scored(document), ms }
  }
}

async function load(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path)
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? await inflate(bytes) : bytes
}

function scored(document: Extracted): Omit<Prediction, 'id' | 'ms'> {
  const { title, authors, published, publisher, language } = document.metadata
  return {
    title: title.value,
    author: authors.value?.join(', ') ?? null,
    publishedTime: published.value,
    siteName: publisher.value,
    lang: language.value,
    dir: null,
    text: bodyText(document),
    confidence: {
      title: title.confidence,
      author: authors.confidence,
      publishedTime: published.confidence,
      siteName: publisher.confidence,
      lang: language.confidence
    },
    place: {
      title: placeOf(title),
      author: placeOf(authors),
      publishedTime: placeOf(published),
      siteName: placeOf(publisher),
      lang: placeOf(language)
    }
  }
}

function placeOf({ evidence }: Found<unknown>): string | null {
  if (evidence === null) return null
  const key = /^([\w:.-]{1,40})(?=: )/u.exec(evidence.detail)?.[1]
  return key === undefined ? evidence.from : `${evidence.from} ${key}`
}
