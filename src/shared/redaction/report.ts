import { WITHHOLD_REASONS, withheldBar, withheldText, type RedactionReport, type Withheld } from '../brief/withheld.ts'
import type { ExportInput } from '../composition/input.ts'
import { sourceTitle, type Source } from '../source/source.ts'
import { fold } from './fold.ts'
import { walkNodes, wordsIn } from './nodes.ts'
import { redact } from './redact.ts'
import { findHidden, term } from './terms.ts'

/** Reports what a redacted export of an input hides. Pure. Throws as `redact` does. */
export function reportRedaction(input: ExportInput): RedactionReport {
  const { input: redacted } = redact(input)
  const printed = JSON.stringify([
    redacted.case.title,
    redacted.brief.title,
    redacted.brief.author,
    redacted.brief.doc,
    redacted.sources.map(({ source }) => source.metadata),
    redacted.quotes.map(({ speaker, attribution }) => [speaker, attribution]),
    redacted.analysis
  ])
  const counts: RedactionReport['counts'] = {}
  for (const reason of WITHHOLD_REASONS) {
    const count = [withheldText(reason), withheldBar(reason)].reduce(
      (sum, each) => sum + printed.split(each).length - 1,
      0
    )
    if (count > 0) counts[reason] = count
  }
  return { counts, warnings: [...useless(input), ...stillNamed(input)] }
}

/**
 * Sentences that name what of a withheld source still stands in the brief: publisher, author, title, host of its address,
 * the speakers of its quotes. These are hidden in the source's own entry only, as other sources may have them too.
 */
export function stillNamed(input: ExportInput): string[] {
  const { brief, analysis } = redact(input).input
  const { summary, descriptors } = analysis.sourcing
  const told = [summary, ...descriptors.map(({ text }) => text)]
  const text = [brief.title, brief.author, wordsIn(brief.doc), ...told].join('\n')
  const warnings: string[] = []
  for (const { source } of input.sources) {
    if (!input.brief.withheld.some((entry) => entry.kind === 'source' && entry.sourceId === source.id)) continue
    for (const [what, name] of namesOf(source, input)) {
      if (fold(name).letters === '' || findHidden(text, [term(name, 'O')]).length === 0) continue
      warnings.push(
        `“${name}”, ${what} of the withheld source ${source.key}, still stands in the brief. If it gives the source away, withhold these words too.`
      )
    }
  }
  return warnings
}

function namesOf(source: Source, input: ExportInput): [string, string][] {
  const { metadata } = source
  const names: [string, string][] = [['the title', sourceTitle(source)]]
  if (metadata.publisher.value !== null) names.push(['the publisher', metadata.publisher.value])
  for (const author of metadata.authors.value ?? []) names.push(['an author', author])
  for (const agency of metadata.agencies.value ?? []) names.push(['an agency', agency])
  for (const url of new Set([metadata.url.value, metadata.canonicalUrl.value])) {
    const host = /^[a-z]+:\/\/(?:[^/@]*@)?(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]
    if (host !== undefined) names.push(['the host', host])
  }
  for (const { sourceId, speaker, attribution } of input.quotes) {
    if (sourceId !== source.id) continue
    for (const name of [speaker ?? '', ...attribution]) names.push(['a name in a quote', name])
  }
  return [...new Map(names.map((each) => [fold(each[1]).letters, each])).values()]
}

/** Entries that hide nothing, or more than they say. */
function useless(input: ExportInput): string[] {
  const printed = [
    input.case.title,
    input.brief.title,
    input.brief.author,
    wordsIn(input.brief.doc),
    ...input.sources.flatMap(({ source, text }) => [text.text, JSON.stringify(source)]),
    ...input.quotes.flatMap(({ speaker, attribution, note }) => [speaker ?? '', ...attribution, note]),
    ...input.analysis.origins.flatMap(({ overruled }) => overruled.map(({ because }) => because))
  ].join('\n')
  return input.brief.withheld.flatMap((entry, i): string[] => {
    const message = uselessEntry(entry, input, printed)
    return message === null ? [] : [`Entry ${i + 1}: ${message}`]
  })
}

function uselessEntry(entry: Withheld, input: ExportInput, printed: string): string | null {
  switch (entry.kind) {
    case 'source':
      return input.sources.some(({ source }) => source.id === entry.sourceId)
        ? null
        : 'the brief doesn’t use the withheld source.'
    case 'words': {
      const idle = entry.terms.filter((words) => findHidden(printed, [term(words, entry.reason)]).length === 0)
      return idle.length === 0 ? null : `${idle.map((words) => `“${words}”`).join(', ')} can be found nowhere.`
    }
    case 'passage': {
      const nodes = [...walkNodes(input.brief.doc)]
      const node = nodes.find(({ attrs }) => attrs?.id === entry.blockId)
      if (!node) return 'the block of the withheld passage isn’t in the brief any more.'
      if (entry.exact === null) return null
      const text = wordsIn(node)
      const found = findHidden(text, [term(entry.exact, entry.reason, false)]).length > 0
      return found ? null : 'the passage no longer stands so in its block: the whole block is withheld.'
    }
  }
}
