import type { ChronologyEntry } from './chronology.ts'

/** The rule of an entry in one sentence: how its words became days. `entryWords` says which entry it's counted from, by that one's id. */
export function ruleSentence(
  { rule, reference, approximate }: Pick<ChronologyEntry, 'rule' | 'reference' | 'approximate'>,
  words: string,
  entryWords: (entry: string) => string = (entry) => `entry ${entry}`
): string {
  const about = approximate ? ' The words say that it’s about then.' : ''
  const report =
    reference?.entry == null
      ? `${reference?.date ?? ''}, the report’s date`
      : `${reference.date}, ${entryWords(reference.entry)}`
  switch (rule) {
    case 'written':
      return `“${words}” is written in full.${about}`
    case 'year':
      return `“${words}” has no year: the nearest to ${report}, in the past unless the clause looks ahead or the day is soon.${about}`
    case 'weekday':
      return `“${words}”: the nearest such weekday to ${report}, in the past unless the clause looks ahead.${about}`
    case 'day':
      return `“${words}” is counted from ${report}.${about}`
    case 'counted':
      return `“${words}” is counted from ${report}.${about}`
    case 'anchor':
      return `“${words}” is counted from ${report}.${about}`
    case 'period':
      return `“${words}” is the period of the calendar about ${report}.${about}`
    case 'part':
      return reference === null
        ? `“${words}” is that part of what is written.${about}`
        : `“${words}” is that part of the nearest to ${report}, in the past unless the clause looks ahead.${about}`
  }
}
