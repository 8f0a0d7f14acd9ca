import { isInline, tokensOf } from './markup.ts'

/** Bytes that are looked at, and of which text is kept. */
const MOST_READ = 4 * 1024 * 1024
const MOST_KEPT = 1 << 14
const ADDRESS = /(?:https?:\/\/|www\.)[!-;=?-~]+|[\w.+-]+@[\w.-]+/gi

/**
 * The lines of a text or page in which there are bytes beyond ASCII, without tags, scripts, comments and addresses, up to 16 KB: what tells an encoding. With markup
 * counted in, a page of long scripts would look like English.
 */
export function bareText(bytes: Uint8Array): Buffer {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MOST_READ)).toString('latin1')
  return Buffer.from(wideLines(withoutTags(page)) || wideLines(page), 'latin1')
}

function withoutTags(page: string): string {
  const parts: string[] = []
  for (const { text, tag } of tokensOf(page)) {
    if (tag === null) parts.push(text)
    else if (!isInline(tag)) parts.push('\n')
  }
  return parts.join('')
}

function wideLines(text: string): string {
  const lines: string[] = []
  let length = 0
  for (const line of text.split(/[\r\n]+/)) {
    // eslint-disable-next-line no-control-regex -- all but ASCII is meant
    if (!/[^\u0000-\u007F]/.test(line)) continue
    const kept = line.slice(0, MOST_KEPT).replace(ADDRESS, ' ').replace(/\s+/g, ' ')
    lines.push(kept)
    length += kept.length
    if (length >= MOST_KEPT) break
  }
  return lines.join('\n')
}
