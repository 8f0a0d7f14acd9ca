import type { Mention } from './mentions.ts'
import { readNames } from './reading.ts'
import { isTold, ruleOf } from './rules.ts'
import { elsewhereSigns, localSigns } from './signs.ts'
import { strongest, take, takeAlone, type NameKind } from './weigh.ts'
import weights from './weights.json' with { type: 'json' }

/** A person, organisation or place that a text names: half-open UTF-16 offsets. */
export interface Name {
  start: number
  end: number
  kind: NameKind
  /** As written here, with single spaces and without a possessive. */
  written: string
  /** The longest form that the article gives for the same, when it is the only one that fits; else as written. */
  full: string
  /** Why it was found, as the clause after “because”. */
  rule: string
}

/**
 * Finds the people, organisations and places that running news names, in order. Made for English; names in other languages of Latin script are found by
 * their capitals, given names and places. Works by signs (titles, suffixes, words beside it, known places) and what each has been found to count.
 */
export function findNames(text: string): Name[] {
  const { mentions, elsewhere } = readNames(text)
  const local = mentions.map((mention) => [...localSigns(mention), 'any'])
  const alone = takeAlone(mentions, local, weights.alone)
  const found: { mention: Mention; name: Name }[] = []
  mentions.forEach((mention, index) => {
    const signs = [...local[index]!, ...elsewhereSigns(mention, elsewhere, alone)]
    const kind = take(signs, weights.together)
    if (kind === null) return
    const written = text.slice(mention.start, mention.end).replace(/\s+/g, ' ')
    const rule = ruleOf(strongest(signs, kind, weights.together, isTold))
    found.push({ mention, name: { start: mention.start, end: mention.end, kind, written, full: written, rule } })
  })
  giveFullForms(found)
  return found.map(({ name }) => name)
}

/** A surname stands for the only person of that surname, initials for the only body that has them. */
function giveFullForms(found: readonly { mention: Mention; name: Name }[]): void {
  const longer = new Map<string, Map<string, string>>()
  const note = (kind: NameKind, short: string, mention: Mention, full: string): void => {
    const key = `${kind} ${short}`
    const known = longer.get(key) ?? new Map<string, string>()
    if (!known.has(mention.key)) known.set(mention.key, full)
    longer.set(key, known)
  }
  for (const { mention, name } of found) {
    const { words } = mention
    if (words.length < 2 || mention.line.isShouted) continue
    if (name.kind === 'person') note('person', words.at(-1)!, mention, name.written)
    if (name.kind === 'organisation') note('organisation', initialsOf(words), mention, name.written)
  }
  for (const { mention, name } of found) {
    if (mention.words.length > 1) continue
    const forms = longer.get(`${name.kind} ${mention.key.replace(/\./g, '')}`)
    if (forms?.size === 1) name.full = [...forms.values()][0]!
  }
}

function initialsOf(words: readonly string[]): string {
  return words
    .filter((word) => !/^(?:of|the|for|and|&)$/.test(word))
    .map((word) => word[0]!)
    .join('')
}
