import { decode } from '../../encoding/decode.ts'

/** One encoded word (RFC 2047), a language behind its charset (RFC 2231) included. */
const WORD = /=\?([\w.:-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?\n]{0,4000})\?=/giu
/** A fold within an encoded word, which no standard allows and programs make. */
const FOLDED_WORD = /=\?[\w.:*-]{1,60}\?[bq]\?(?:[^?\n]|\n[ \t])*\?=/giu

/**
 * A header field's value, unfolded, with its encoded words decoded. Words that stand side by side and have one charset are decoded together, because a
 * character may be cut between them; a word that was folded in its middle is put together; one of an unknown charset is read by what it looks like.
 * What can't be decoded stays as it is.
 *
 * In a field of addresses (`isAddresses`) signs within encoded words part nothing (RFC 2047, section 5): a name with such signs becomes a quoted string.
 */
export function decodeField(written: string, isAddresses = false): string {
  const unfolded = written.replace(FOLDED_WORD, (word) => word.replace(/\n[ \t]+/g, '')).replace(/\n(?=[ \t])/g, '')
  let decoded = ''
  /** What encoded words that stand side by side give. */
  let phrase = ''
  let reached = 0
  let run: { charset: string; bytes: number[] } | null = null
  const close = (): void => {
    if (run !== null) phrase += textOf(run.charset, Uint8Array.from(run.bytes))
    run = null
  }
  const end = (): void => {
    close()
    decoded += isAddresses ? asOneName(phrase, decoded) : phrase
    phrase = ''
  }
  for (const match of unfolded.matchAll(WORD)) {
    const [whole, charset = '', encoding = '', content = ''] = match
    const between = unfolded.slice(reached, match.index)
    const open = run as { charset: string; bytes: number[] } | null
    if (open === null || between.trim() !== '' || open.charset !== charset.toLowerCase()) {
      const isBeside = open !== null && between.trim() === ''
      if (isBeside) close()
      else {
        end()
        decoded += between
      }
      run = { charset: charset.toLowerCase(), bytes: [] }
    }
    const bytes = /b/i.test(encoding) ? fromBase64(content) : fromQuoted(content)
    for (const byte of bytes) (run as unknown as { bytes: number[] }).bytes.push(byte)
    reached = match.index + whole.length
  }
  end()
  return decoded + unfolded.slice(reached)
}

/** Decoded words as a quoted string (RFC 5322, section 3.2.4) where signs in them would part names, unless they stand in one already or hold an address, as no standard allows. */
function asOneName(phrase: string, before: string): string {
  const isQuoted = (before.replace(/\\./g, '').match(/"/g) ?? []).length % 2 === 1
  if (!/[,;:<>()[\]@]/.test(phrase) || /<[^<>\s]+@[^<>\s]+>/.test(phrase) || /\([^()]*$/.test(before)) return phrase
  const escaped = phrase.replace(/[\\"]/g, '\\$&')
  return isQuoted ? escaped : `"${escaped}"`
}

function fromBase64(content: string): Uint8Array {
  return Buffer.from(content.replace(/[^A-Za-z0-9+/=_-]/g, ''), 'base64')
}

function fromQuoted(content: string): Uint8Array {
  const text = content.replaceAll('_', ' ')
  const bytes: number[] = []
  for (let i = 0; i < text.length; i++) {
    const hex = text[i] === '=' ? /^[0-9a-f]{2}/i.exec(text.slice(i + 1, i + 3))?.[0] : undefined
    if (hex !== undefined) {
      bytes.push(Number.parseInt(hex, 16))
      i += 2
    } else bytes.push(...new TextEncoder().encode(text[i]))
  }
  return Uint8Array.from(bytes)
}

function textOf(charset: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return decode(bytes).text
  }
}
