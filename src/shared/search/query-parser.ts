import { boundedQuery } from './bounded-query.ts'
import { daysAsked, mayBecomeDays } from './dates.ts'
import { joined, SCOPES, type QueryNode, type ReadQuery, type TextField, type Words } from './query.ts'
import { isBareField, piecesOf, type FieldName, type Piece } from './query-lexer.ts'
import { printQuery } from './query-print.ts'
import { wordsOf } from './tokens.ts'

/** Brackets deeper than this are passed over. */
const DEEPEST = 50
/** Of more pairs than this, `NEAR` is read as `AND`. */
const MOST_PAIRS = 100

/**
 * Reads a query. Whatever is written can be read: an open quote is closed, brackets without their other half are passed over, an operator
 * that joins nothing is a word, so are an unknown field and a date that is none; of very many words the first ones count. `AND` binds closer than `OR`, and words side by side are
 * joined by it.
 */
export function parseQuery(query: string): ReadQuery {
  return read(piecesOf(query), false)
}

/**
 * Reads a query that is being typed: its last word, unless something follows it, may be the beginning of one, and a date that isn’t whole yet
 * asks nothing.
 */
export function parseTyped(query: string): ReadQuery {
  const pieces = piecesOf(query)
  const last = pieces.at(-1)
  const isOpen = last !== undefined && last.end === query.length
  if (isOpen && (last.type === 'word' || (last.type === 'quoted' && !last.closed))) {
    if (isBareField(last.text)) return read(withoutSign(pieces.slice(0, -1)), false)
    const before = pieces.at(-2)
    if (before?.type === 'field' && before.field === 'date' && !daysAsked(last.text) && mayBecomeDays(last.text))
      return read(withoutSign(pieces.slice(0, -2)), false)
    return read([...pieces.slice(0, -1), { ...last, star: true }], true)
  }
  return read(pieces, false)
}

function withoutSign(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.at(-1)?.type === 'minus' ? pieces.slice(0, -1) : pieces
}

/** Leaves out brackets without their other half, and those that are too deep. */
function balanced(pieces: readonly Piece[]): Piece[] {
  const open: number[] = []
  const unneeded = new Set<number>()
  pieces.forEach(({ type }, at) => {
    if (type === 'open') open.push(at)
    if (type !== 'close') return
    const opening = open.pop()
    if (opening === undefined || open.length >= DEEPEST) unneeded.add(at)
    if (opening !== undefined && open.length >= DEEPEST) unneeded.add(opening)
  })
  for (const at of open) unneeded.add(at)
  return pieces.filter((_, at) => !unneeded.has(at))
}

function read(pieces: readonly Piece[], typed: boolean): ReadQuery {
  const whole = new Parser(balanced(pieces), typed).whole()
  const root = whole && boundedQuery(whole)
  return { root, read: root ? printQuery(root) : '' }
}

class Parser {
  readonly #pieces: readonly Piece[]
  readonly #typed: boolean
  #at = 0

  constructor(pieces: readonly Piece[], typed: boolean) {
    this.#pieces = pieces
    this.#typed = typed
  }

  whole(): QueryNode | null {
    return this.#either(null)
  }

  #either(field: FieldName | null): QueryNode | null {
    const parts = [this.#all(field)]
    while (this.#isOperator('OR')) {
      this.#at++
      parts.push(this.#all(field))
    }
    return joined('or', parts)
  }

  #all(field: FieldName | null): QueryNode | null {
    const parts: (QueryNode | null)[] = []
    for (;;) {
      const piece = this.#pieces[this.#at]
      if (!piece || piece.type === 'close') break
      if (parts.length > 0) {
        if (this.#isOperator('OR')) break
        if (this.#isOperator('AND')) this.#at++
      }
      parts.push(this.#negated(field))
    }
    return joined('and', parts)
  }

  #negated(field: FieldName | null): QueryNode | null {
    let isNot = false
    while (this.#isOperator('NOT')) {
      this.#at++
      isNot = !isNot
    }
    const node = this.#neighbours(field)
    return isNot && node ? { type: 'not', of: node } : node
  }

  /** In a row of neighbours each has to be near the one before it. */
  #neighbours(field: FieldName | null): QueryNode | null {
    let before = this.#signed(field)
    const parts: (QueryNode | null)[] = []
    for (let distance = this.#nearOperator(); distance !== null; distance = this.#nearOperator()) {
      this.#at++
      const after = this.#signed(field)
      parts.push(near(before, after, distance))
      before = after ?? before
    }
    return parts.length === 0 ? before : joined('and', parts)
  }

  #signed(field: FieldName | null): QueryNode | null {
    let isNot = false
    while (this.#pieces[this.#at]?.type === 'minus') {
      this.#at++
      isNot = !isNot
    }
    const node = this.#one(field)
    return isNot && node ? { type: 'not', of: node } : node
  }

  #one(outer: FieldName | null): QueryNode | null {
    let field = outer
    for (let piece = this.#pieces[this.#at]; piece && piece.type !== 'close'; piece = this.#pieces[this.#at]) {
      this.#at++
      if (piece.type === 'open') return this.#group(field)
      // A sign within a field says nothing.
      if (piece.type === 'field') field = piece.field
      else if (piece.type !== 'minus')
        return field === null ? wordsNode(piece.text, piece.star) : this.#inField(field, piece)
    }
    return null
  }

  #group(field: FieldName | null): QueryNode | null {
    const node = this.#either(field)
    this.#at++
    return node
  }

  #inField(field: FieldName, { text, star }: Extract<Piece, { text: string }>): QueryNode | null {
    const asWords = (): QueryNode | null => wordsNode(`${field}:${text}`, star)
    if (field === 'date') {
      const days = daysAsked(text)
      return days ? { type: 'date', days, asked: text.toLowerCase() } : asWords()
    }
    if (field === 'in') {
      const name = text.toLowerCase()
      const scope = SCOPES.find(
        (known) => known === name || known === `${name}s` || (this.#typed && star && known.startsWith(name))
      )
      return scope ? { type: 'in', scope } : asWords()
    }
    return fieldNode(field, text, star)
  }

  /** An operator joins only what stands on both its sides; `NOT` needs what follows it. */
  #isOperator(name: 'AND' | 'OR' | 'NOT'): boolean {
    return this.#isWord(this.#at, name) && this.#mayFollow(this.#at + 1)
  }

  /** The distance of a `NEAR/n` that joins something; null for anything else. */
  #nearOperator(): number | null {
    const piece = this.#pieces[this.#at]
    if (piece?.type !== 'word' || piece.star || !this.#mayFollow(this.#at + 1)) return null
    const [, distance] = /^NEAR\/(\d{1,6})$/.exec(piece.text) ?? []
    return distance === undefined ? null : Number(distance)
  }

  #isWord(at: number, text: string): boolean {
    const piece = this.#pieces[at]
    return piece?.type === 'word' && !piece.star && piece.text === text
  }

  #mayFollow(at: number): boolean {
    const piece = this.#pieces[at]
    return piece !== undefined && piece.type !== 'close'
  }
}

function wordsNode(text: string, prefix: boolean): Words | null {
  const tokens = wordsOf(text)
  return tokens.length === 0 ? null : { type: 'words', tokens, prefix }
}

function fieldNode(field: TextField, text: string, prefix: boolean): QueryNode | null {
  const words = wordsOf(text)
  // `TLP:AMBER` is how a label is written.
  const tokens = field === 'tlp' && words[0] === 'tlp' ? words.slice(1) : words
  return tokens.length === 0 ? null : { type: 'field', field, tokens, prefix }
}

/** Words near one another, through brackets: whichever of a choice is near, and all of what is joined. */
function near(left: QueryNode | null, right: QueryNode | null, distance: number): QueryNode | null {
  if (!left || !right) return left ?? right
  if (leaves(left) * leaves(right) > MOST_PAIRS) return joined('and', [left, right])
  if (left.type === 'and' || left.type === 'or')
    return joined(
      left.type,
      left.of.map((part) => near(part, right, distance))
    )
  if (right.type === 'and' || right.type === 'or')
    return joined(
      right.type,
      right.of.map((part) => near(left, part, distance))
    )
  return left.type === 'words' && right.type === 'words'
    ? { type: 'near', left, right, distance }
    : joined('and', [left, right])
}

function leaves(node: QueryNode): number {
  return node.type === 'and' || node.type === 'or' ? node.of.reduce((sum, part) => sum + leaves(part), 0) : 1
}
