import { decode, type Decoded } from '../encoding/decode.ts'
import { withEncoding } from '../encoding/notice.ts'
import { documentReading, type Extracted, type FileHint, type Reading } from '../extracted/extracted.ts'
import { emptyFile } from '../extracted/limits.ts'
import type { PressFileKind } from './document.ts'
import { readPress, type PressSource } from './press.ts'

/** How a format that is text in some encoding is read. */
interface Textual {
  /** The encoding that the file itself declares. */
  charset?: Parameters<typeof decode>[1]
  /** As what exports of press databases come in this format. */
  press?: Pick<PressSource, 'kind'> & { file: PressFileKind }
  extract: (text: string, hint: FileHint) => Extracted
}

/** Reads a file of text: the articles of a press database's export, or a document. Throws `empty` for one without characters. */
export function readTextual(bytes: Uint8Array, hint: FileHint, { charset, press, extract }: Textual): Reading {
  const decoded: Decoded = decode(bytes, charset)
  const { text } = decoded
  if (!/[^\s\u200B\uFEFF\uFFFD]/u.test(text)) throw emptyFile(hint.name)
  const { url } = hint
  const given = url === null ? [] : [{ from: 'url', detail: url, confidence: 0.8, url }]
  const found = press ? readPress({ kind: press.kind, source: text, given }, press.file) : null
  return withEncoding(found ?? documentReading(extract(text, hint)), decoded)
}
