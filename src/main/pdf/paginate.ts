/** What stands at the foot of the page that holds its mark. */
export interface Foot {
  height: number
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
  notes: F[]
  /** Set again at the top of a page that starts with this row: a table's header. */
  repeat: Row<F> | null
}

export interface Placed<R> {
  row: R
  /** From the top of the text area to the top of the row. */
  y: number
  repeated: boolean
}

export interface Page<R, F extends Foot> {
  rows: Placed<R>[]
  notes: F[]
}

/** Space between the text and its notes, and between notes. */
export const NOTES_GAP = 14
export const NOTE_GAP = 3

/**
 * Distributes rows over pages. Rows that are kept together move to the next page together; when they are taller than a
 * page they are divided where the page ends. Notes stand on the page of their mark.
 */
export function paginate<F extends Foot, R extends Row<F>>(rows: readonly R[], height: number): Page<R, F>[] {
  const pages: Page<R, F>[] = []
  let page: Page<R, F> = { rows: [], notes: [] }
  let y = 0
  let foot = 0

  const endPage = (): void => {
    if (page.rows.length > 0) pages.push(page)
    page = { rows: [], notes: [] }
    y = 0
    foot = 0
  }
  const place = (row: R): void => {
    if (page.rows.length > 0) y += row.before
    else if (row.repeat) {
      page.rows.push({ row: row.repeat as R, y, repeated: true })
      y += row.repeat.height
    }
    page.rows.push({ row, y, repeated: false })
    y += row.height
    for (const note of row.notes) {
      foot += noteHeight(note, foot)
      page.notes.push(note)
    }
  }
  const fits = (group: readonly R[]): boolean => {
    let needed = page.rows.length === 0 ? (group[0]!.repeat?.height ?? 0) : group[0]!.before
    let feet = foot
    group.forEach((row, i) => {
      needed += row.height + (i > 0 ? row.before : 0)
      for (const note of row.notes) feet += noteHeight(note, feet)
    })
    return y + needed + feet <= height + 0.01
  }

  for (const group of groups(rows)) {
    if (group[0]!.startPage) endPage()
    if (!fits(group)) endPage()
    if (fits(group)) {
      group.forEach(place)
      continue
    }
    for (const row of group) {
      if (!fits([row])) endPage()
      place(row)
    }
  }
  endPage()
  return pages
}

function noteHeight(note: Foot, before: number): number {
  return note.height + (before === 0 ? NOTES_GAP : NOTE_GAP)
}

/** Runs of rows that no page divides. */
function groups<R extends Row>(rows: readonly R[]): R[][] {
  const found: R[][] = []
  let open: R[] | null = null
  for (const row of rows) {
    if (open && !row.startPage) open.push(row)
    else found.push((open = [row]))
    if (!row.keepNext) open = null
  }
  return found
}
