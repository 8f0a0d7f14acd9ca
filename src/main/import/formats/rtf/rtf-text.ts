import { CELL_SEPARATOR } from '../../../../shared/source/cells.ts'
import type { Piece } from '../../extracted/blocks.ts'
import { oneLine } from '../../extracted/wording.ts'
import { codePageOf, decodeBytes, SYMBOL } from './charsets.ts'
import { RtfPage } from './page.ts'
import { tokensOf, type Token } from './tokens.ts'
import { BREAKS, CHARACTERS, DESTINATIONS, KEPT_EXTENSIONS, PASSED_OVER, type Target } from './words.ts'

/** Text and properties of an RTF file. */
export interface RtfContent {
  pieces: Piece[]
  /** The same text, without the notes, as a page of HTML that keeps what is bold or italic. */
  html: string
  title: string
  author: string
  /** Day and time as the file's clock had them, without offset. */
  created: string | null
  modified: string | null
}

/** What holds within a group and ends with it. */
interface State {
  /** Where text goes: the document, a note, a property; null for none. */
  target: Target | null
  font: number
  /** How many characters stand for a reader that doesn't know Unicode, after each `\u`. */
  skipped: number
  hidden: boolean
  bold: boolean
  italic: boolean
}

/** No writer nests groups deeper; a hostile file's are passed over. */
const DEEPEST = 2_000

/** Reads an RTF file. Pictures, fields' instructions, running heads, comments, hidden and deleted text aren't text; notes stand at the end. */
export function readRtf(bytes: Uint8Array): RtfContent {
  const reader = new RtfReader()
  for (const token of tokensOf(bytes)) reader.take(token)
  return reader.finish()
}

class RtfReader {
  readonly #stack: State[] = []
  #state: State = { target: 'text', font: 0, skipped: 1, hidden: false, bold: false, italic: false }
  #tooDeep = 0
  /** The next word decides what its group is for: after `{`, or after `{\*`. */
  #begins: 'group' | 'extension' | null = null
  #toSkip = 0
  #pending: number[] = []
  #codePage = 1252
  readonly #fonts = new Map<number, number>()
  readonly #headings = new Map<number, number>()
  #fontInTable = 0
  #styleInTable = 0
  readonly #collected: Record<Target, string> = {
    text: '',
    note: '',
    title: '',
    author: '',
    fonts: '',
    styles: '',
    created: '',
    modified: ''
  }
  readonly #pieces: Piece[] = []
  readonly #notes: Piece[] = []
  readonly #page = new RtfPage()
  #cells: string[] = []
  #inTable = false
  #isItem = false
  #level: number | null = null
  #time: number[] = []

  take(token: Token): void {
    if (token.kind === 'bytes') {
      this.#begins = null
      this.#takeBytes(token.bytes)
      return
    }
    this.#decodePending()
    if (token.kind === 'open') this.#open()
    else if (token.kind === 'close') this.#close()
    else this.#takeWord(token.name, token.value)
  }

  finish(): RtfContent {
    this.#decodePending()
    this.#endParagraph()
    const { title, author, created, modified } = this.#collected
    return {
      pieces: [...this.#pieces, ...this.#notes],
      html: this.#page.html(),
      title: oneLine(title),
      author: oneLine(author),
      created: created || null,
      modified: modified || null
    }
  }

  #open(): void {
    if (this.#stack.length >= DEEPEST) this.#tooDeep++
    else this.#stack.push({ ...this.#state })
    this.#begins = 'group'
    this.#toSkip = 0
  }

  #close(): void {
    this.#begins = null
    this.#toSkip = 0
    if (this.#tooDeep > 0) {
      this.#tooDeep--
      return
    }
    const inner = this.#state
    this.#state = this.#stack.pop() ?? this.#state
    if (inner.target === this.#state.target) return
    if (inner.target === 'note') {
      const text = oneLine(this.#collected.note)
      this.#collected.note = ''
      if (text !== '') this.#notes.push({ type: 'paragraph', text })
    } else if (inner.target === 'created' || inner.target === 'modified') {
      this.#collected[inner.target] = isoTime(this.#time)
      this.#time = []
    }
  }

  #takeBytes(bytes: Uint8Array): void {
    if (this.#state.target === null || this.#state.hidden) return
    for (const byte of bytes) {
      if (this.#toSkip > 0) this.#toSkip--
      else this.#pending.push(byte)
    }
  }

  /** Bytes wait for their neighbours: a character may take two. */
  #decodePending(): void {
    if (this.#pending.length === 0) return
    const charset = this.#fonts.get(this.#state.font)
    const bytes = Uint8Array.from(this.#pending)
    this.#pending = []
    if (charset === SYMBOL) this.#add(Array.from(bytes, (byte) => (byte === 0xb7 ? '•' : symbol(byte))).join(''))
    else this.#add(decodeBytes(bytes, (charset === undefined ? null : codePageOf(charset)) ?? this.#codePage))
  }

  #add(text: string): void {
    const { target, hidden } = this.#state
    if (target === null || hidden) return
    if (target === 'fonts') return
    if (target === 'styles') {
      const level = /^\s*heading ([1-9])\b/i.exec((this.#collected.styles += text))?.[1]
      if (level !== undefined) this.#headings.set(this.#styleInTable, Math.min(6, Number(level)))
      if (text.includes(';')) this.#collected.styles = ''
      return
    }
    this.#collected[target] += text
    if (target === 'text') this.#page.add(clean(text), this.#state)
  }

  #takeWord(name: string, value: number | null): void {
    const begins = this.#begins
    this.#begins = null
    if (name === '*') {
      this.#begins = 'extension'
      return
    }
    if (begins !== null && this.#begin(name, begins === 'extension')) return
    if (name === 'u') this.#unicode(value ?? 0)
    else if (name === 'uc') this.#state.skipped = Math.min(8, Math.max(0, value ?? 1))
    else if (this.#toSkip > 0 && Object.hasOwn(CHARACTERS, name)) this.#toSkip--
    else if (Object.hasOwn(CHARACTERS, name)) this.#add(CHARACTERS[name]!)
    else if (this.#state.target === 'text') this.#format(name, value)
    else this.#describe(name, value)
    this.#common(name, value)
  }

  /** Whether the word says what its group is for. */
  #begin(name: string, isExtension: boolean): boolean {
    const isKept = !isExtension || KEPT_EXTENSIONS.has(name)
    if (Object.hasOwn(DESTINATIONS, name) && this.#state.target !== null) {
      this.#state.target = DESTINATIONS[name]!
      return true
    }
    if (name === 'info') return true
    if (name === 'listtext' || name === 'pntext') this.#isItem = true
    if (!isKept || PASSED_OVER.has(name)) this.#state.target = null
    return this.#state.target === null
  }

  #common(name: string, value: number | null): void {
    if (name === 'ansicpg' && value !== null && value > 0) this.#codePage = value
    else if (name === 'mac') this.#codePage = 10_000
    else if (name === 'pc') this.#codePage = 437
    else if (name === 'pca') this.#codePage = 850
    else if (name === 'f' && this.#state.target !== 'fonts') this.#state.font = value ?? 0
    else if (name === 'v' || name === 'deleted') this.#state.hidden = value !== 0
    else if (name === 'b') this.#state.bold = value !== 0
    else if (name === 'i') this.#state.italic = value !== 0
    else if (name === 'plain') Object.assign(this.#state, { hidden: false, bold: false, italic: false })
  }

  /** Words of the document's own text. */
  #format(name: string, value: number | null): void {
    if (BREAKS.has(name)) this.#endParagraph()
    else if (name === 'cell' || name === 'nestcell') this.#endCell()
    else if (name === 'row' || name === 'nestrow') this.#endRow()
    else if (name === 'pard') {
      this.#inTable = false
      this.#isItem = false
      this.#level = null
    } else if (name === 'intbl') this.#inTable = true
    else if (name === 'ls') this.#isItem = value !== 0
    else if (name === 's') this.#level = this.#headings.get(value ?? 0) ?? this.#level
    else if (name === 'outlinelevel' && value !== null && value >= 0 && value < 9) this.#level = Math.min(6, value + 1)
  }

  /** Words of tables and properties. */
  #describe(name: string, value: number | null): void {
    const { target } = this.#state
    if (target === 'fonts' && name === 'f') this.#fontInTable = value ?? 0
    else if (target === 'fonts' && name === 'fcharset') this.#fonts.set(this.#fontInTable, value ?? 0)
    else if (target === 'styles' && name === 's') this.#styleInTable = value ?? 0
    else if ((target === 'created' || target === 'modified') && /^(?:yr|mo|dy|hr|min)$/.test(name))
      this.#time[['yr', 'mo', 'dy', 'hr', 'min'].indexOf(name)] = value ?? 0
    else if (target === 'note' && name === 'par') this.#collected.note += ' '
  }

  #unicode(value: number): void {
    const unit = value < 0 ? value + 0x10000 : value
    if (unit >= 0 && unit <= 0xffff) this.#add(String.fromCharCode(unit))
    this.#toSkip = this.#state.skipped
  }

  #endParagraph(): void {
    if (this.#inTable) {
      this.#collected.text += ' '
      this.#page.endParagraphInCell()
      return
    }
    this.#endRow()
    this.#page.endParagraph(this.#level === null ? (this.#isItem ? 'li' : 'p') : `h${this.#level}`)
    const text = oneLine(this.#collected.text)
    this.#collected.text = ''
    if (text === '') return
    if (this.#level !== null) this.#pieces.push({ type: 'heading', level: this.#level, text: clean(text) })
    else this.#pieces.push({ type: this.#isItem ? 'listItem' : 'paragraph', text: clean(text) })
  }

  #endCell(): void {
    this.#cells.push(clean(oneLine(this.#collected.text)))
    this.#collected.text = ''
    this.#page.endCell()
  }

  #endRow(): void {
    this.#page.endRow()
    const text = this.#cells.filter((cell) => cell !== '').join(CELL_SEPARATOR)
    if (text !== '') this.#pieces.push({ type: 'tableRow', text })
    this.#cells = []
  }
}

/** Characters that stand for none, and halves of characters, are shown as such. */
function clean(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u001F\u007F]/g, '\uFFFD').toWellFormed()
}

/** A character of the Symbol font that this reader knows no letter for. */
function symbol(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '\uFFFD'
}

function isoTime([year = 0, month = 0, day = 0, hour, minute]: readonly number[]): string {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 31) return ''
  const two = (value: number): string => String(value).padStart(2, '0')
  const date = `${year}-${two(month)}-${two(day)}`
  return hour === undefined ? date : `${date}T${two(hour)}:${two(minute ?? 0)}`
}
