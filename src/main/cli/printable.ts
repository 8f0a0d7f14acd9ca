import { visible, visibleLines, withCodes } from '../../shared/wording/visible.ts'

declare const checked: unique symbol

/**
 * Text that may go to a terminal as it is: nothing in it moves the cursor, speaks to the terminal, turns the direction of what is shown, or can't be seen. Only
 * the functions of this module make it.
 */
export type Printable = string & { readonly [checked]: true }

/** One line: whatever is hidden in it, line breaks too, is shown as its code (`\u001b`). Letters of every direction stay. */
export function line(text: string): Printable {
  return visible(text) as Printable
}

/** Text of several lines, such as a source's: as `line`, but its own line breaks and tabs stay. */
export function content(text: string): Printable {
  return visibleLines(text) as Printable
}

/** A sentence as it's written in the program, with values put in, each as `line`. */
export function say(sentence: TemplateStringsArray, ...values: readonly (string | number)[]): Printable {
  return sentence.map((part, i) => part + (i < values.length ? line(String(values[i])) : '')).join('') as Printable
}

/** Lines one below the other; empty ones are left out. */
export function lines(...parts: readonly Printable[]): Printable {
  return parts.filter((part) => part !== '').join('\n') as Printable
}

/** Parts with an empty line between them; empty ones are left out. */
export function paragraphs(...parts: readonly Printable[]): Printable {
  return parts.filter((part) => part !== '').join('\n\n') as Printable
}

/** Rows of cells as aligned columns, each cell as `line`; the last column isn't padded. */
export function columns(rows: readonly (readonly string[])[]): Printable {
  const cells = rows.map((row) => row.map(line))
  const widths = cells.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, cell.length)), [])
  return cells
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd()
    )
    .join('\n') as Printable
}

/** A value as indented JSON; what is hidden in its strings is written as `\uXXXX`, so that the value is the same. */
export function json(value: unknown): Printable {
  return withCodes(JSON.stringify(value, null, 2) ?? 'null') as Printable
}
