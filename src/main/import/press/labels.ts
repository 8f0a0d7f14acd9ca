import type { Line } from './lines.ts'

/** A line `Label: value`. */
export interface Labelled<Name extends string> {
  name: Name
  /** The label as the table has it, in lower case. */
  label: string
  value: string
  /** Label and value as they stand. */
  detail: string
}

const LABEL = /^\s*([\p{L}][\p{L}\p{M}\p{N} \u00A0()/.’'&-]{0,48}?)[ \u00A0]*[:：][ \u00A0\t]*(.*)$/u

/** Reads lines `Label: value` by a table of labels in the languages of a database's interface, several a name, parted by `|`. */
export function labelsOf<Name extends string>(
  table: Readonly<Record<Name, string>>
): (line: Pick<Line, 'text'>) => Labelled<Name> | null {
  const names = new Map<string, Name>()
  for (const [name, labels] of Object.entries(table) as [Name, string][])
    for (const label of labels.split('|')) names.set(label.trim().toLowerCase(), name)
  return ({ text }) => {
    const match = LABEL.exec(text)
    if (!match) return null
    const label = match[1]!
      .replaceAll('\u00A0', ' ')
      .replace(/\s*\(s\)$/i, '')
      .toLowerCase()
    const name = names.get(label)
    return name === undefined ? null : { name, label, value: match[2]!.trim(), detail: text.trim() }
  }
}
