import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FontCache, textOf } from './content.ts'
import { PdfObjects } from './file.ts'
import { operandText } from './graph.ts'
import { END, Keyword, Lexer } from './lexer.ts'
import { OperatorText } from './operator-text.ts'
import type { Value } from './value.ts'

const PLATFORM = { sha256: () => '', inflate: (data: Uint8Array) => data, utf8: () => '' }
const OBJECTS = new PdfObjects(
  new Uint8Array(),
  { places: new Map(), trailer: new Map(), updates: 0, read: new Map() },
  PLATFORM
)

/** The operators as they are read from bytes, or why they are refused. */
function fromBytes(content: Uint8Array): string {
  const text = new OperatorText()
  try {
    textOf(OBJECTS, new Map(), content, new FontCache(OBJECTS), text)
  } catch (error) {
    return String(error)
  }
  return Buffer.from(text.whole()).toString()
}

/** The same from values, by the rules that hold for all of a PDF. */
function fromValues(content: Uint8Array): string {
  const lexer = new Lexer(content, 0, true)
  let lines = ''
  let operands: Value[] = []
  try {
    for (let token = lexer.next(); token !== END; token = lexer.next()) {
      if (token instanceof Keyword) {
        lines += `${[...operands.map(operandText), token.text].join(' ')}\n`
        operands = []
      } else operands.push(token)
    }
  } catch (error) {
    return String(error)
  }
  return operands.length > 0 ? 'MalformedPdf: the content of a page is cut off' : lines
}

const piece = fc.constantFrom(
  ...[
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '<<',
    '>>',
    ' ',
    '\n',
    '\0',
    '\\',
    '\r',
    '%',
    '/',
    '/F',
    'TJ',
    'Tj',
    'TJx',
    'Tm',
    'é'
  ],
  ...['0', '-0', '00', '1', '-1', '+1', '1.5', '1.50', '.5', '-.5', '5.', '0.0001', '0.00001', '0.99999', '1e3', '--1'],
  ...[
    '12345678901',
    '1234567890123456',
    '(a)',
    '(a\\)b)',
    '(\\101)',
    '(a(b)c)',
    '(a\\\nb)',
    '(\\r)',
    '(\\8)',
    '<0a>',
    '<0>'
  ],
  ...[
    '[(ab)] TJ',
    '[(ab) -20 (\\(c)] TJ',
    '[(ab)3(c)-.5]TJ',
    '[[(a)]] TJ',
    '[(ab)] Tj',
    '1 [(ab)] TJ',
    '[/N true null] TJ'
  ]
)

describe('the text of operators', () => {
  it('is the same whether their values are made or not, and the same is refused', () => {
    let accepted = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, parted) => {
        const content = Buffer.from(pieces.join(parted ? ' ' : ''), 'latin1')
        const wanted = fromValues(content)
        if (wanted !== '' && !wanted.startsWith('MalformedPdf')) accepted++
        expect(fromBytes(content)).toBe(wanted)
      }),
      { numRuns: 20_000, seed: 7 }
    )
    expect(accepted).toBeGreaterThan(500)
  })

  it('gives the place of a text another word, where it is one string', () => {
    const font = new Map<string, Value>()
    const page = new Map<string, Value>([['Resources', new Map([['Font', new Map([['F', font]])]])]])
    const text = new OperatorText({ shown: 'ab', word: '@word' })
    const content = Buffer.from('/F 9 Tf [(ab)] TJ [(a) 3 (b)] TJ [<6162>] TJ')
    textOf(OBJECTS, page, content, new FontCache(OBJECTS), text)
    expect(Buffer.from(text.whole()).toString()).toBe('/F 9 Tf\n@word TJ\n[<61> 3 <62>] TJ\n@word TJ\n')
    expect(text.first()).toBe('/F 9 Tf')
  })
})
