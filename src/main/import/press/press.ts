import { stat } from 'node:fs/promises'
import { DossierError } from '../../../shared/errors/errors.ts'
import { allBytes } from '../container/byte-source.ts'
import {
  CONTAINER,
  documentReading,
  type ContainerFile,
  type Entry,
  type FileHint,
  type Given,
  type Reading
} from '../extracted/extracted.ts'
import { refuseTooLarge } from '../extracted/limits.ts'
import { withGiven } from '../metadata/findings.ts'
import { shown } from '../container/entry-name.ts'
import { pressDocument, type PressFileKind } from './document.ts'
import { htmlLines } from './html-lines.ts'
import { bytesOf, textLines, type PressText } from './lines.ts'
import { withLostText } from './lost-text.ts'
import type { PressArticle, PressProfile } from './profile.ts'
import { PRESS_PROFILES } from './profiles.ts'

/** The characters of a file in which a press database's articles may stand. Other formats come as the page that they make. */
export interface PressSource extends Pick<PressText, 'kind' | 'source'> {
  /** What the file's wrapping says of it as a whole. */
  given?: Given[]
}

/** An export with its articles. */
interface PressExport {
  profile: PressProfile
  text: PressText
  articles: PressArticle[]
}

/** Characters in which a page has a tag. */
const BEGINNING = 100_000

/** The export of a press database that a file is; null for any other file. */
function findExport({ kind: told, source }: PressSource): PressExport | null {
  // A page's name may stand on the text that a program made of it.
  const kind = told === 'html' && !/<\/[a-z]/i.test(source.slice(0, BEGINNING)) ? 'text' : told
  let text: PressText | null = null
  for (const profile of PRESS_PROFILES) {
    if (!profile.signs.test(source)) continue
    text ??= { kind, source, lines: kind === 'text' ? textLines(source) : htmlLines(source) }
    const articles = profile.articlesOf(text)
    const own = text
    if (articles.length > 0) return { profile, text, articles: articles.map((article) => withLostText(own, article)) }
  }
  return null
}

/**
 * Reads a press database's export: one article as a document, with the fields that the database labels as its metadata; several as a container. Null for
 * any other file.
 */
export function readPress(source: PressSource, about: PressFileKind): Reading | null {
  const found = findExport(source)
  if (!found) return null
  const { profile, text, articles } = found
  if (articles.length > 1) return CONTAINER
  const document = pressDocument(text, articles[0]!, { ...about, extractor: profile.extractor })
  return documentReading({ ...document, metadata: withGiven(document.metadata, source.given ?? []) })
}

/**
 * Takes the articles out of a press database's export, one by one, each as a file of its own that reads as the same article. `sourceOf` finds the characters in
 * which they may stand. Throws `unsupported` for a file that is none, `too-large` for one that can't be read whole, and what `sourceOf` throws.
 */
export async function* unpackArticles(
  file: ContainerFile,
  hint: FileHint,
  sourceOf: (bytes: Uint8Array) => PressSource | null | Promise<PressSource | null>
): AsyncGenerator<Entry> {
  if ('path' in file) refuseTooLarge((await stat(file.path)).size, hint.name)
  const bytes = await allBytes(file, hint.name)
  const source = bytes.length === 0 ? null : await sourceOf(bytes)
  const found = source && findExport(source)
  if (!found) {
    throw new DossierError(
      'unsupported',
      `“${hint.name}” is no archive, mailbox or export of a press database that Dossier can unpack. Nothing was imported; the file is unchanged. Unpack it with another program and import the files.`
    )
  }
  const { text, articles } = found
  // The file's address is none of an article's.
  const given = (source.given ?? []).flatMap(({ from, detail, confidence, retrieved }) =>
    retrieved === undefined ? [] : [{ from, detail, confidence, retrieved }]
  )
  const extension = text.kind === 'text' ? 'txt' : 'html'
  for (const [index, { start, end, fields }] of articles.entries()) {
    const number = index + 1
    const headline = shown(fields.find(({ name }) => name === 'title')?.value ?? '')
    yield {
      path: headline === '' ? `article ${number}` : `article ${number}: ${headline}`,
      hint: { name: `${number}.${extension}`, url: null, given },
      bytes: bytesOf(text, start, end),
      error: null
    }
  }
}
