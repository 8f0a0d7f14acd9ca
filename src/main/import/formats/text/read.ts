import { keptAs } from '../../../../shared/source/import-formats.ts'
import { decode } from '../../encoding/decode.ts'
import type { ContainerFile, Entry, FileHint, Reading } from '../../extracted/extracted.ts'
import { unpackArticles } from '../../press/press.ts'
import { readTextual } from '../../press/textual.ts'
import { extractText } from './text.ts'

/** Reads a plain text, or what a press database exported as one. Throws as `readTextual` does. */
export function readText(bytes: Uint8Array, hint: FileHint): Reading {
  return readTextual(bytes, hint, { press: { kind: 'text', file: keptAs('text') }, extract: extractText })
}

/** Takes out the articles of a press database's export. Throws as `unpackArticles` does. */
export function unpackText(file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  return unpackArticles(file, hint, (bytes) => ({ kind: 'text', source: decode(bytes).text }))
}
