import { keptAs } from '../../../../shared/source/import-formats.ts'
import { decode } from '../../encoding/decode.ts'
import { htmlCharset } from '../../encoding/html-charset.ts'
import type { ContainerFile, Entry, FileHint, Reading } from '../../extracted/extracted.ts'
import { unpackArticles } from '../../press/press.ts'
import { readTextual } from '../../press/textual.ts'
import { extractHtml } from './html.ts'

/** Reads a web page, or what a press database exported as one. Throws as `readTextual` does. */
export function readHtml(bytes: Uint8Array, hint: FileHint): Reading {
  const press = { kind: 'html', file: keptAs('html') } as const
  return readTextual(bytes, hint, { charset: htmlCharset, press, extract: extractHtml })
}

/** Takes out the articles of a press database's export. Throws as `unpackArticles` does. */
export function unpackHtml(file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  return unpackArticles(file, hint, (bytes) => ({ kind: 'html', source: decode(bytes, htmlCharset).text }))
}
