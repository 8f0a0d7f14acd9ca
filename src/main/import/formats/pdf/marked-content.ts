/** The beginning of a marked-content sequence (PDF 32000-1, 14.6): its tag with its number, and the text that it says it stands for (14.9.4). */
export interface Mark {
  /** Tag, and `MCID` where it has one. */
  name: string
  actualText: string | null
}

/** A tag, its properties (a dictionary without others in it, or the name of one), and the operator. */
const BEGINNING =
  /\/([^\s<>[\](){}/%]+)\s*(<<(?:[^<>()]|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\[\s\S])*\))*>>|\/[^\s<>[\](){}/%]+)?\s*\bB[DM]C\b/g

/**
 * The beginnings of marked content in a page's program, in order. A dictionary within a dictionary isn't seen, nor is what a string might hold told
 * from an operator: whoever uses the marks compares their names with those that a reader found.
 */
export function marksOf(program: string): Mark[] {
  return [...program.matchAll(BEGINNING)].map(([, tag = '', properties = '']) => {
    const number = /\/MCID\s+(\d+)/.exec(properties)?.[1] ?? ''
    const written = /\/ActualText\s*(<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\[\s\S])*\))/.exec(properties)?.[1]
    return { name: tag + number, actualText: written === undefined ? null : textString(written) }
  })
}

/** A text string (7.9.2.2) as it stands in a program; null for one that isn't UTF-16 or plain. */
function textString(written: string): string | null {
  const bytes = written.startsWith('<') ? hexBytes(written) : literalBytes(written)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    let text = ''
    for (let i = 2; i + 1 < bytes.length; i += 2) text += String.fromCharCode(bytes[i]! * 256 + bytes[i + 1]!)
    return text
  }
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f) ? String.fromCharCode(...bytes.slice(0, 1000)) : null
}

function hexBytes(written: string): number[] {
  const digits = written.replace(/[^0-9a-f]/gi, '')
  return (digits.match(/..?/g) ?? []).map((pair) => parseInt(pair.padEnd(2, '0'), 16))
}

const ESCAPED: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function literalBytes(written: string): number[] {
  const bytes: number[] = []
  const inner = written.slice(1, -1)
  for (let i = 0; i < inner.length; i++) {
    const character = inner[i]!
    if (character !== '\\') {
      bytes.push(character.charCodeAt(0))
      continue
    }
    const octal = /^[0-7]{1,3}/.exec(inner.slice(i + 1, i + 4))?.[0]
    if (octal !== undefined) bytes.push(parseInt(octal, 8) & 0xff)
    else if (!/[\r\n]/.test(inner[i + 1] ?? '')) bytes.push(ESCAPED[inner[i + 1]!] ?? inner.charCodeAt(i + 1))
    i += octal?.length ?? 1
  }
  return bytes
}
