/** The beginning of a marked-content sequence (PDF 32000-1, 14.6): its tag with its number, and the text that it says it stands for (14.9.4). */
export interface Mark {
  /** Tag, and `MCID` where it has one. */
  name: string
  actualText: string | null
}

const WHITE = /[\0\t\n\f\r ]/
const DELIMITER = /[()<>[\]{}/%]/
const MOST_OPERANDS = 40

/** The beginnings of marked content in a page's program, in order. Takes time in proportion to its length. */
export function marksOf(program: string): Mark[] {
  const marks: Mark[] = []
  let operands: string[] = []
  let at = 0
  while (at < program.length) {
    const character = program[at]!
    if (WHITE.test(character)) {
      at++
      continue
    }
    if (character === '%') {
      at = lineEnd(program, at)
      continue
    }
    const end = tokenEnd(program, at)
    const token = program.slice(at, end)
    at = end
    if (/^[(</[\d+\-.]/.test(token)) {
      if (operands.length < MOST_OPERANDS) operands.push(token)
      continue
    }
    if (token === 'BMC') marks.push({ name: (operands.at(-1) ?? '').slice(1), actualText: null })
    else if (token === 'BDC') marks.push(markWithProperties(operands))
    else if (token === 'ID') at = imageEnd(program, at)
    operands = []
  }
  return marks
}

function markWithProperties(operands: readonly string[]): Mark {
  const tag = (operands.at(-2) ?? '').slice(1)
  const properties = operands.at(-1) ?? ''
  const number = /\/MCID\s+(\d+)/.exec(properties)?.[1] ?? ''
  const place = /\/ActualText\s*/.exec(properties)
  if (!place) return { name: tag + number, actualText: null }
  const start = place.index + place[0].length
  return { name: tag + number, actualText: textString(properties.slice(start, tokenEnd(properties, start))) }
}

/** Where the token that begins at an offset ends: a string, a dictionary, an array's bracket, a name, a number or an operator. */
function tokenEnd(program: string, start: number): number {
  const first = program[start]!
  if (first === '(') return literalEnd(program, start)
  if (first === '<') {
    if (program[start + 1] === '<') return dictionaryEnd(program, start)
    const end = program.indexOf('>', start)
    return end === -1 ? program.length : end + 1
  }
  if (DELIMITER.test(first) && first !== '/') return start + 1
  let end = start + 1
  while (end < program.length && !WHITE.test(program[end]!) && !DELIMITER.test(program[end]!)) end++
  return end
}

function literalEnd(program: string, start: number): number {
  let depth = 0
  for (let at = start; at < program.length; at++) {
    const character = program[at]
    if (character === '\\') at++
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at + 1
  }
  return program.length
}

function dictionaryEnd(program: string, start: number): number {
  let depth = 0
  for (let at = start; at < program.length;) {
    if (program.startsWith('<<', at)) {
      depth++
      at += 2
    } else if (program.startsWith('>>', at)) {
      at += 2
      if (--depth === 0) return at
    } else if (program[at] === '(') at = literalEnd(program, at)
    else at++
  }
  return program.length
}

function lineEnd(program: string, at: number): number {
  let end = at
  while (end < program.length && program[end] !== '\n' && program[end] !== '\r') end++
  return end
}

function imageEnd(program: string, at: number): number {
  const end = /\sEI(?=\s)/g
  end.lastIndex = at
  return end.exec(program) ? end.lastIndex : program.length
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
