/** What stands at the foot of the page that holds its mark, and goes on at the foot of the next where it is too long. */
export interface Foot {
  lines: readonly { height: number }[]
}

/** A part of the document that is never divided: a line, or a line of a table's row. Lengths in points. */
export interface Row<F extends Foot = Foot> {
  height: number
  /** Space above, dropped at the top of a page. */
  before: number
  /** No page ends between this row and the next. */
  keepNext: boolean
  /** A new page starts before this row. */
  startPage: boolean
  notes: readonly F[]
  /** Set again at the top of a page that starts with this row: a table's header. */
  repeat: Row<F> | null
}

export interface Placed<R> {
  row: R
  /** From the top of the text area to the top of the row. */
  y: number
  repeated: boolean
}

/** The lines `from` up to `to` of a note, `to` exclusive. */
export interface NotePart<F> {
  note: F
  from: number
  to: number
}

export interface Page<R, F extends Foot> {
  rows: Placed<R>[]
  notes: NotePart<F>[]
}

/** Space between the text and its notes, and between notes. */
export const NOTES_GAP = 14
export const NOTE_GAP = 3

/** A note that is divided leaves at least so many lines on either page. */
const LEAST_LINES = 2

/** Part of a page that notes begun before may fill while there is text to set. */
const MOST_CARRIED = 0.6

const ROUNDING = 0.01

/**
 * Distributes rows over pages. Rows that are kept together move to the next page together; when they are taller than a
 * page they are divided where the page ends. Notes stand on the page of their mark; the last of a page is divided when it
 * doesn't fit, and goes on at the foot of the next pages, before the notes that begin there.
 */
export function paginate<F extends Foot, R extends Row<F>>(rows: readonly R[], height: number): Page<R, F>[] {
  const paginator = new Paginator<F, R>(height)
  for (const group of groups<F, R>(rows)) paginator.add(group)
  return paginator.finish()
}

class Paginator<F extends Foot, R extends Row<F>> {
  private readonly height: number
  private readonly pages: Page<R, F>[] = []
  private rows: Placed<R>[] = []
  /** Where the text ends so far. */
  private y = 0
  /** What the page's foot has to hold; those carried from the page before come first. */
  private feet: NotePart<F>[] = []
  private carried = 0

  constructor(height: number) {
    this.height = height
  }

  add(group: readonly R[]): void {
    if (group[0]!.startPage) this.clear()
    if (this.rows.length > 0 && !this.fits(group)) this.endPage()
    while (this.feet.length > 0 && this.rows.length === 0 && !this.fits(group)) this.endPage()
    if (this.fits(group)) {
      group.forEach((row) => this.place(row))
      return
    }
    for (const row of group) {
      while ((this.rows.length > 0 || this.feet.length > 0) && !this.fits([row])) this.endPage()
      this.place(row)
    }
  }

  finish(): Page<R, F>[] {
    this.clear()
    return this.pages
  }

  /** Ends pages until nothing is left to be set. */
  private clear(): void {
    while (this.rows.length > 0 || this.feet.length > 0) this.endPage()
  }

  private place(row: R): void {
    if (this.rows.length > 0) this.y += row.before
    else if (row.repeat) {
      this.rows.push({ row: row.repeat as R, y: this.y, repeated: true })
      this.y += row.repeat.height
    }
    this.rows.push({ row, y: this.y, repeated: false })
    this.y += row.height
    this.feet.push(...row.notes.map(wholeNote))
  }

  /** Whether rows fit on this page with as much of their notes as must stand here. */
  private fits(group: readonly R[]): boolean {
    let needed = this.rows.length === 0 ? (group[0]!.repeat?.height ?? 0) : group[0]!.before
    group.forEach((row, i) => (needed += row.height + (i > 0 ? row.before : 0)))
    const room = this.height - this.y - needed + ROUNDING
    const notes = group.flatMap((row) => row.notes.map(wholeNote))
    const carriedOnly = this.feet.length === this.carried
    const most = carriedOnly ? this.height * MOST_CARRIED : Infinity
    if (notes.length === 0) return Math.min(footHeight(this.feet), most) <= room
    if (footHeight(this.feet) > most) return false
    const last = notes.pop()!
    return footHeight([...this.feet, ...notes, leastOf(last)]) <= room
  }

  private endPage(): void {
    const room = this.height - this.y + ROUNDING
    const { here, rest } = divide(this.feet, room, this.rows.length === 0)
    this.pages.push({ rows: this.rows, notes: here })
    this.rows = []
    this.y = 0
    this.feet = rest
    this.carried = rest.length
  }
}

function wholeNote<F extends Foot>(note: F): NotePart<F> {
  return { note, from: 0, to: note.lines.length }
}

/** The least of a note that may stand on the page of its mark. */
function leastOf<F extends Foot>({ note, from, to }: NotePart<F>): NotePart<F> {
  return to - from < LEAST_LINES * 2 ? { note, from, to } : { note, from, to: from + LEAST_LINES }
}

/** Height of notes with the space above them. */
function footHeight<F extends Foot>(parts: readonly NotePart<F>[]): number {
  return parts.reduce((sum, part, i) => sum + heightOf(part) + (i === 0 ? NOTES_GAP : NOTE_GAP), 0)
}

function heightOf<F extends Foot>({ note, from, to }: NotePart<F>): number {
  let height = 0
  for (let i = from; i < to; i++) height += note.lines[i]!.height
  return height
}

/** Parts notes into what fits and what goes on. With `force` at least a line fits. */
function divide<F extends Foot>(
  feet: readonly NotePart<F>[],
  room: number,
  force: boolean
): { here: NotePart<F>[]; rest: NotePart<F>[] } {
  const here: NotePart<F>[] = []
  let used = 0
  for (const [i, part] of feet.entries()) {
    used += i === 0 ? NOTES_GAP : NOTE_GAP
    let at = part.from
    while (at < part.to && used + part.note.lines[at]!.height <= room) used += part.note.lines[at++]!.height
    if (at < part.to) {
      at = Math.max(dividedAt(part, at), force && i === 0 ? part.from + 1 : part.from)
      if (at > part.from) here.push({ ...part, to: at })
      return { here, rest: [{ ...part, from: at }, ...feet.slice(i + 1)] }
    }
    here.push(part)
  }
  return { here, rest: [] }
}

/** Where a note of which the lines up to `at` fit is divided: no line of it stands alone where that can be. */
function dividedAt<F extends Foot>({ from, to }: NotePart<F>, at: number): number {
  if (to - at < LEAST_LINES && to - LEAST_LINES - from >= LEAST_LINES) return to - LEAST_LINES
  return at - from < LEAST_LINES ? from : at
}

/** Runs of rows that no page divides. */
function groups<F extends Foot, R extends Row<F>>(rows: readonly R[]): R[][] {
  const found: R[][] = []
  let open: R[] | null = null
  for (const row of rows) {
    if (open && !row.startPage) open.push(row)
    else found.push((open = [row]))
    if (!row.keepNext) open = null
  }
  return found
}
