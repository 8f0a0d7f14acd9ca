/** An entry of a BibTeX file as it stands there: its values still in TeX. */
export interface BibtexEntry {
  /** In lower case. */
  type: string
  /** By their names in lower case. */
  fields: ReadonlyMap<string, string>
}

const ENTRY = /^[ \t]*@(?=[a-z]+\s*[{(])/gim
/** Macros made of macros could grow without end. */
const LONGEST_JOINED = 1 << 20
/** The names of months that every style knows. */
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/**
 * Reads the entries of a BibTeX or BibLaTeX file. What stands between entries is a comment, as BibTeX has it. An entry that doesn't end ends before the next one that
 * begins a line; what was read of it counts.
 */
export function readEntries(text: string): BibtexEntry[] {
  const macros = new Map(MONTHS.map((name) => [name.slice(0, 3).toLowerCase(), name]))
  const starts = [...text.matchAll(ENTRY)].map(({ index }) => index)
  return starts.flatMap((start, index) => new EntryReader(text.slice(start, starts[index + 1]), macros).entries())
}

/** Reads what stands between the beginnings of two entries: one as a rule, or several on a line. */
class EntryReader {
  readonly #text: string
  readonly #macros: Map<string, string>
  #at = 0

  constructor(text: string, macros: Map<string, string>) {
    this.#text = text
    this.#macros = macros
  }

  entries(): BibtexEntry[] {
    const entries: BibtexEntry[] = []
    for (;;) {
      const next = this.#text.indexOf('@', this.#at)
      if (next === -1) return entries
      this.#at = next + 1
      const entry = this.#entry()
      if (entry) entries.push(entry)
    }
  }

  #entry(): BibtexEntry | null {
    const type = this.#match(/[a-z]+/iy)?.toLowerCase()
    if (type === undefined || this.#match(/\s*[{(]/y) === null) return null
    if (type === 'comment' || type === 'preamble') {
      this.#balanced('{', '}')
      return null
    }
    if (type !== 'string' && this.#match(/\s*[^\s,={}()"]*\s*,/y) === null) return null
    const fields = this.#fields()
    if (type === 'string') for (const [name, value] of fields) this.#macros.set(name, value)
    return type === 'string' ? null : { type, fields }
  }

  #fields(): Map<string, string> {
    const fields = new Map<string, string>()
    for (;;) {
      const name = this.#match(/[\s,]*([^\s,={}()"#]+)\s*=\s*/y)
        ?.replace(/[\s,=]/g, '')
        .toLowerCase()
      if (name === undefined) {
        this.#match(/[\s,]*[})]/y)
        return fields
      }
      const value = this.#value()
      if (!fields.has(name)) fields.set(name, value)
    }
  }

  /** Strings in braces or quotation marks, numbers and macros, joined by `#`. */
  #value(): string {
    let value = ''
    do {
      this.#match(/\s*/y)
      const open = this.#text[this.#at]
      if (open === '{' || open === '"') {
        this.#at++
        value += this.#balanced(open, open === '{' ? '}' : '"')
      } else {
        const word = this.#match(/[^\s,={}()"#]+/y) ?? ''
        value = (value + (this.#macros.get(word.toLowerCase()) ?? word)).slice(0, LONGEST_JOINED)
      }
    } while (this.#match(/\s*#/y) !== null)
    return value
  }

  /** What stands before the closing mark, braces within in pairs; all the rest where none closes. */
  #balanced(open: string, close: string): string {
    const start = this.#at
    let depth = open === '{' ? 1 : 0
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at]
      if (char === '\\') this.#at++
      else if (char === '{') depth++
      else if (char === '}') depth--
      if (char === close && depth <= 0) return this.#text.slice(start, this.#at++)
    }
    return this.#text.slice(start)
  }

  #match(expression: RegExp): string | null {
    expression.lastIndex = this.#at
    const match = expression.exec(this.#text)
    if (match === null) return null
    this.#at = expression.lastIndex
    return match[0]
  }
}
