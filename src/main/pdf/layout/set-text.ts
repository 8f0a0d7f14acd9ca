import type { Run, Target, Voice } from '../../../shared/composition/block.ts'
import { directionOfRuns } from '../../../shared/composition/direction.ts'
import type { NoteMarks } from '../../../shared/composition/notes.ts'
import { directionOfLanguage, type Direction } from '../../../shared/source/direction.ts'
import type { ColumnContent } from './columns.ts'
import type { Face, FaceName, Fonts } from '../typeset/fonts.ts'
import { layOut } from '../typeset/inline.ts'
import type { Line, LineStyle, Note, Span } from '../typeset/line.ts'
import { asciiAddress } from '../writer/operators.ts'
import { element } from '../writer/structure.ts'
import { runStyle, type StyleSheet, type TextStyle } from '../typeset/styles.ts'

/** Page numbers by destination; a destination that has none yet counts as page 0. */
export type PageNumbers = ReadonlyMap<string, number>

/** Voices that speak in sentences. */
const PROSE: ReadonlySet<Voice> = new Set<Voice>(['plain', 'bare', 'strong', 'quiet'])

/**
 * Sets runs as lines and remembers them: a document is laid out anew until the page numbers that it prints are true, and
 * most of it stays as it is.
 */
export class TextSetter {
  /** Of the block that is being set. */
  language: string
  /** In which that block stands. */
  direction: Direction = 'ltr'
  private readonly fonts: Fonts
  private readonly sheet: StyleSheet
  private readonly width: number
  private readonly marks: NoteMarks
  private readonly kept = new Map<object, { width: number; lines: Line[] }>()
  private pages: PageNumbers = new Map()
  private notes = 0

  /** `width` is that of the text, in which notes are set. */
  constructor(fonts: Fonts, sheet: StyleSheet, width: number, marks: NoteMarks) {
    this.language = fonts.language
    this.fonts = fonts
    this.sheet = sheet
    this.width = width
    this.marks = marks
  }

  /** Begins to set the document anew, from its start. */
  restart(pages: PageNumbers): void {
    this.pages = pages
    this.notes = 0
  }

  /** A face by itself, for what is set when the document is done. */
  face(name: FaceName): Face {
    return this.fonts.face(name)
  }

  /** The lines of a block. Each run of the document is set once in a pass, in the order of the text. */
  lines(runs: readonly Run[], style: TextStyle, width: number): Line[] {
    const known = this.kept.get(runs)
    if (known?.width === width) {
      for (const line of known.lines) line.notes.forEach((note) => this.renew(note))
      return known.lines
    }
    const balanced = style.balanced && !runs.some((run) => run.note)
    const lines = balanced ? this.setBalanced(runs, style, width) : this.set(runs, style, width)
    if (!runs.some(printsPage)) this.kept.set(runs, { width, lines })
    return lines
  }

  /** Lines that are not remembered. */
  set(runs: readonly Run[], style: TextStyle, width: number): Line[] {
    const spans = this.pagesOnce(runs).flatMap((run) => this.spans(run, style))
    return layOut(this.fonts, spans, this.lineStyle(runs, style), width)
  }

  private lineStyle(runs: readonly Run[], { leading }: TextStyle): LineStyle {
    return { leading, direction: directionOfRuns(runs, this.direction) }
  }

  /** The widths of the longest word and of the longest line that runs ask for. Their notes are left out. */
  measure(runs: readonly Run[], style: TextStyle): ColumnContent {
    const spans = runs.map((run) => this.span(run, style))
    const lines = layOut(this.fonts, spans, this.lineStyle(runs, style), Infinity)
    return {
      least: Math.max(0, ...lines.map(longestWord)),
      most: Math.max(0, ...lines.map((line) => line.width))
    }
  }

  /** Leaves out a page's number that follows itself in a list, with what parts the two. */
  private pagesOnce(runs: readonly Run[]): Run[] {
    const kept: Run[] = []
    let last: number | undefined
    for (const run of runs) {
      const page = run.pageOf === undefined ? undefined : this.pages.get(run.pageOf)
      if (page !== undefined && page === last && kept.at(-1)?.text === ', ') kept.pop()
      else kept.push(run)
      if (page !== undefined) last = page
    }
    return kept
  }

  /** Sets on the least width that needs no more lines. */
  private setBalanced(runs: readonly Run[], style: TextStyle, width: number): Line[] {
    const lines = this.set(runs, style, width)
    let low = width / 2
    let high = width
    let best = lines
    while (high - low > 4) {
      const middle = (low + high) / 2
      const tried = this.set(runs, style, middle)
      if (tried.length > lines.length) low = middle
      else {
        high = middle
        best = tried
      }
    }
    return best
  }

  private span(run: Run, style: TextStyle): Span {
    const page = run.pageOf === undefined ? '' : String(this.pages.get(run.pageOf) ?? 0)
    return {
      text: run.text + page,
      ...runStyle(run, style),
      ...this.setting(run, style),
      address: run.voice === 'address',
      target: linkable(run.target),
      about: run.about ?? '',
      anchor: run.anchor ?? null,
      note: null,
      actual: null
    }
  }

  private spans(run: Run, style: TextStyle): Span[] {
    const span = this.span(run, style)
    if (!run.note) return [span]
    const anchored = run.text === '' ? span.anchor : null
    const { mark, note } = this.note(run.note, anchored)
    const marked: Span = {
      ...span,
      text: mark,
      ...runStyle({ text: '', voice: 'mark' }, style),
      foreign: false,
      hyphenate: false,
      address: false,
      target: { destination: note.id },
      about: `Note ${mark}`,
      anchor: anchored ?? markOf(note.id),
      note
    }
    return run.text === '' ? [marked] : [span, marked]
  }

  /** Language, hyphenation and figures of a run. */
  private setting(run: Run, style: TextStyle): Pick<Span, 'language' | 'foreign' | 'hyphenate' | 'feature'> {
    const language = run.language ?? this.language
    const prose = PROSE.has(run.voice ?? 'plain')
    const setting = { language, foreign: language !== this.language, hyphenate: prose && style.hyphens }
    if (run.smallCaps) return { ...setting, feature: 'smallCaps' }
    return style.tabular ? { ...setting, feature: 'tabular' } : setting
  }

  /** `place` names the place of its mark; null when that has no name yet. */
  private note(runs: readonly Run[], place: string | null): { mark: string; note: Note } {
    const index = this.notes++
    const mark = this.marks === 'letters' ? String.fromCharCode(97 + index) : String(index + 1)
    const id = `note-${mark}`
    const label: Run = {
      text: mark,
      voice: 'bare',
      bold: true,
      target: { destination: place ?? markOf(id) },
      about: `Back to the mark of note ${mark}`
    }
    const outer = this.direction
    this.direction = directionOfRuns(runs, directionOfLanguage(this.fonts.language))
    const lines = this.set([label, { text: '\u2002' }, ...runs], this.sheet.note, this.width)
    this.direction = outer
    const note: Note = { id, lines, owner: element('Note', null) }
    note.owner.id = id
    return { mark, note }
  }

  /** Gives a note that was set before a new element, as each pass makes a new structure. */
  private renew(note: Note): void {
    this.notes++
    note.owner = element('Note', null)
    note.owner.id = note.id
  }
}

/** The width of what stands unbroken on a line. Pieces end where a line may be broken, or where the style changes. */
function longestWord({ pieces }: Line): number {
  let longest = 0
  let word = 0
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1]
    const goesOn = before && before.span !== piece.span && before.shaped.trailing === 0
    const trailing = (piece.shaped.trailing * piece.span.size) / 1000
    word = (goesOn ? word : 0) + piece.width
    longest = Math.max(longest, word - trailing)
  })
  return longest
}

/** Name of the place where a note's mark stands. */
function markOf(note: string): string {
  return `${note}-mark`
}

/** A target that a link can have: where an address can't be written, the text is no link. */
function linkable(target: Target | undefined): Target | null {
  if (target === undefined || !('uri' in target)) return target ?? null
  const uri = asciiAddress(target.uri)
  return uri === null ? null : { uri }
}

function printsPage(run: Run): boolean {
  return run.pageOf !== undefined || (run.note?.some(printsPage) ?? false)
}
