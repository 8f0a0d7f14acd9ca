import type { Source } from '../../source/source.ts'
import type { SourceRecord } from '../case.ts'
import { newlyCited, versionsById, type Copies, type Versions } from './align.ts'
import { canonical, compareText, same } from './canonical.ts'
import type { Conflicts, Side } from './conflicts.ts'
import { mergeDeletion, mergeNote, mergeSet, mergeTlp, otherSide, settled, type Teller, type Three } from './fields.ts'
import { mergeMetadata } from './found.ts'
import { mergeGrading } from './grading.ts'
import { mergeKeys } from './keys.ts'

/** A source in the result, its key not yet its own, as it is in each copy, and whose files it has. */
export interface MergedSource {
  source: Source
  versions: Versions<SourceRecord>
  from: Side
}

/**
 * Merges the sources of aligned copies. One that a side removed is kept when the other changed it, cites it newly or has a
 * quote of it that is kept (`quoted`). `nameOf` says how a source is called in the end.
 */
export function mergeSources(
  copies: Copies,
  quoted: ReadonlySet<string>,
  conflicts: Conflicts,
  nameOf: (id: string) => string
): MergedSource[] {
  const cited = { a: newlyCited(copies, 'a'), b: newlyCited(copies, 'b') }
  const merged: MergedSource[] = []
  for (const [id, versions] of versionsById(
    copies,
    (contents) => contents.sources,
    ({ source }) => source.id
  )) {
    const teller: Teller = { conflicts, about: { of: 'source', id, name: () => nameOf(id) } }
    const { base, a, b } = versions
    if (a && b) {
      const three = { base: base?.source, a: a.source, b: b.source }
      const from = sideOfText({ base: base?.source, a: a.source, b: b.source })
      const used = {
        a: cited.a.has(id) || !same(apartFromTrash(a), base && apartFromTrash(base)),
        b: cited.b.has(id) || !same(apartFromTrash(b), base && apartFromTrash(base))
      }
      merged.push({ source: mergeFields(three, { from, used }, teller), versions, from })
      continue
    }
    const from: Side = a ? 'a' : 'b'
    const only = versions[from]
    if (!only) continue
    if (base) {
      if (!quoted.has(id) && !cited[from].has(id) && same(content(only), content(base))) continue
      tellKept(only.source, from, teller)
    }
    merged.push({ source: only.source, versions, from })
  }
  return merged
}

/** What a source's record says, apart from its keys and its place in the log. */
function content({ source, quotes }: SourceRecord): unknown {
  return [{ ...source, key: '', formerKeys: [] }, quotes.map((quote) => ({ ...quote, key: '', formerKeys: [] }))]
}

/** The same, in the trash or not. */
function apartFromTrash({ source, quotes, ...rest }: SourceRecord): unknown {
  return content({ ...rest, source: { ...source, deletedAt: null }, quotes })
}

/**
 * The side whose text, and with it whose files, are taken: where one was recognised or corrected since the base, that; where both were, the one that was corrected most, else
 * recognised last; else that of the earlier import.
 */
function sideOfText({ base, a, b }: Three<Source>): Side {
  if (a.text.sha256 !== b.text.sha256) {
    if (base?.text.sha256 === a.text.sha256) return 'b'
    if (base?.text.sha256 === b.text.sha256) return 'a'
    const [x, y] = [a.text.recognition, b.text.recognition]
    if (!x !== !y) return x ? 'a' : 'b'
    if (x && y && x.corrections !== y.corrections) return x.corrections > y.corrections ? 'a' : 'b'
    if (x && y && x.at !== y.at) return x.at > y.at ? 'a' : 'b'
  }
  return earlierFiles(a, b)
}

/** The side of the earlier import. */
function earlierFiles(a: Source, b: Source): Side {
  const content = ({ original, container, text }: Source): string => canonical([original, container, text])
  return (compareText(a.importedAt, b.importedAt) || compareText(content(a), content(b))) <= 0 ? 'a' : 'b'
}

/** `used` tells which side changed it, quoted or cited it since, so that it isn't thrown away. */
function mergeFields(
  three: Three<Source>,
  { from, used }: { from: Side; used: Record<Side, boolean> },
  teller: Teller
): Source {
  const { base, a, b } = three
  const field = <K extends keyof Source>(name: K): Three<Source[K]> => ({ base: base?.[name], a: a[name], b: b[name] })
  const { original, container, text } = three[from]
  return {
    ...a,
    ...mergeKeys(three, { a: a.importedAt, b: b.importedAt }),
    importedAt: settled(field('importedAt'))?.value ?? (a.importedAt < b.importedAt ? a.importedAt : b.importedAt),
    original,
    container,
    text,
    metadata: mergeMetadata(field('metadata'), teller),
    tlp: mergeTlp(field('tlp'), teller, 'Handling'),
    grading: mergeGrading(field('grading'), teller),
    tags: mergeSet(field('tags')),
    note: mergeNote(field('note'), teller),
    deletedAt: mergeDeletion(field('deletedAt'), used, teller)
  }
}

function tellKept(source: Source, from: Side, { conflicts, about }: Teller): void {
  const words = { [from]: source.original.name, [otherSide(from)]: 'Removed' } as Record<Side, string>
  conflicts.add(about, {
    kind: 'deletion',
    field: 'Source',
    base: source.original.name,
    ...words,
    outcome: 'It is missing from one copy and was changed, quoted or cited in the other, so it was kept.',
    choices: []
  })
}

/**
 * Tells of the same file whose text was extracted differently on either side: quotes belong to their text, so both stay.
 * The sources have their own keys by now.
 */
export function tellOtherExtractions(
  merged: MergedSource[],
  conflicts: Conflicts,
  nameOf: (id: string) => string
): void {
  for (const equals of Map.groupBy(merged, ({ source }) => source.original.sha256).values()) {
    for (const first of equals.filter(({ versions: { a, b } }) => a && !b)) {
      for (const second of equals.filter(({ versions: { a, b } }) => b && !a)) {
        if (first.source.text.sha256 === second.source.text.sha256) continue
        const sides = { a: describe(first.source), b: describe(second.source) }
        const [id, other] = [first.source.id, second.source.id].sort() as [string, string]
        conflicts.add(
          { of: 'source', id, name: () => nameOf(id) },
          {
            kind: 'extraction',
            field: 'Text',
            base: null,
            ...sides,
            outcome: `Both texts were kept as sources of their own, ${nameOf(id)} and ${nameOf(other)}: the quotes of each belong to its text.`,
            choices: []
          }
        )
      }
    }
  }
}

function describe({ original, text }: Source): string {
  return `${original.name}, ${text.characters} characters extracted by ${text.extractor}`
}
