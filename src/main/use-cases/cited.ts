import type { CitingPlace } from '../../shared/api/contract.ts'
import { blockText, referencesOf, sectionTitle, walkBlocks } from '../../shared/brief/walk.ts'
import type { OpenCase } from './open-case.ts'

/** Characters of a statement that are shown. */
const EXCERPT = 120

/** The sources to which each brief refers by its quotes, figures and citations, as it is saved. */
export function citedSources(open: OpenCase): { id: string; sources: string[] }[] {
  return open.briefRows().map(({ id }) => ({ id, sources: [...open.sourcesIn(open.brief(id))] }))
}

/** Where the briefs, as they are saved, refer to sources or to quotes: in the order of the briefs and of their text. */
export function citingPlaces(
  open: OpenCase,
  { sources, quotes }: { sources: readonly string[]; quotes: readonly string[] }
): CitingPlace[] {
  const [askedSources, askedQuotes] = [new Set(sources), new Set(quotes)]
  return open.briefRows().flatMap(({ id, title }) =>
    [...walkBlocks(open.brief(id).doc)].flatMap(({ node, section }): CitingPlace[] => {
      const cited = open.sourcesOf(node).filter((source) => askedSources.has(source))
      const quoted = referencesOf(node).flatMap(({ quoteId }) =>
        quoteId !== null && askedQuotes.has(quoteId) ? [quoteId] : []
      )
      if (cited.length === 0 && quoted.length === 0) return []
      const about = { briefId: id, brief: title, nodeId: node.attrs.id, section: sectionTitle(section).trim() }
      return [{ ...about, excerpt: shortened(blockText(node).trim()), sources: cited, quotes: [...new Set(quoted)] }]
    })
  )
}

function shortened(text: string): string {
  return text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT - 1).trimEnd()}…`
}
