import type { Relation } from '../../shared/brief/brief.ts'
import type { Source } from '../../shared/source/source.ts'
import {
  STYLE_FORMS,
  type CitationPoint,
  type Cite,
  type FormattedCitations,
  type FormattedEntry,
  type FormattedRun
} from '../../shared/composition/citations.ts'
import { citationPoints } from '../../shared/composition/compose.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import type { CiteItem, Engine } from 'citeproc'
import { citeprocItem } from './items.ts'
import { citeMark, FORMAT, readMarked, registerFormat } from './markers.ts'
import { indexMacros } from './macro-index.ts'
import { pinpoint } from './pinpoints.ts'
import { findPositions, type Position } from './positions.ts'
import { chooseLocale, readLocale, readStyle, type CslStyle } from './styles.ts'

/** Adds an export's citations as its style prints them; the numbered style needs none. */
export async function withCitations(input: ExportInput): Promise<ExportInput> {
  const style = input.options.citations
  if (style === 'numbered') return input
  const points = citationPoints(input)
  return {
    ...input,
    citations: await formatCitations(
      style,
      input.sources.map(({ source }) => source),
      points,
      input.brief.language
    )
  }
}

/**
 * Formats citations and the list of sources by a style of the Citation Style Language 1.0.2, in the terms of a language (BCP
 * 47). Titles, names and addresses come out as they went in, but for the capitals that a style asks for in English titles.
 */
export async function formatCitations(
  style: CslStyle,
  sources: readonly Source[],
  points: readonly CitationPoint[],
  language: string
): Promise<FormattedCitations> {
  // Loaded when it is needed: it is large.
  const { default: CSL } = await import('citeproc')
  registerFormat(CSL)
  indexMacros(CSL)
  const rightToLeft = /^(?:ar|fa|he|ur|yi|ps|sd|ug|dv)\b/.test(language)
  const items = new Map(
    sources.map((source, i) => [source.id, { ...citeprocItem(source, style, rightToLeft), system_id: String(i + 1) }])
  )
  const xml = readStyle(style)
  const system = {
    retrieveLocale: readLocale,
    retrieveItem: (id: string) => ({ ...items.get(id) }),
    // Asks citeproc to tell the format which item an entry is of.
    embedBibliographyEntry: () => ''
  }
  const locale = chooseLocale(language, xml)
  const engine = new CSL.Engine(system, xml, locale, true)
  engine.opt.development_extensions['wrap_url_and_doi'] = true
  engine.setOutputFormat(FORMAT)
  engine.updateItems([...items.keys()])
  const positions = findPositions(points, engine.citation.opt['near-note-distance'])
  const numbers = {
    first: CSL.POSITION_FIRST,
    subsequent: CSL.POSITION_SUBSEQUENT,
    ibid: CSL.POSITION_IBID,
    'ibid-with-locator': CSL.POSITION_IBID_WITH_LOCATOR
  }
  const getTerm: Engine['getTerm'] = (...term) => engine.getTerm(...term)
  const citeItem = (cite: Cite, at: Position, k: number): CiteItem => {
    const { kind, ...place } = pinpoint(style, cite, at, items.get(cite.sourceId)!.type, getTerm)
    return {
      id: cite.sourceId,
      position: numbers[kind],
      'near-note': at.near,
      ...(at.firstNote === null ? {} : { 'first-reference-note-number': at.firstNote }),
      ...place,
      prefix: citeMark(k) + signal(style, cite.relation, k === 0)
    }
  }
  const sorting = engine.citation_sort.tokens
  const cluster = (cites: readonly Cite[], at: readonly Position[]): FormattedRun[] => {
    // A signal seems to hold for what follows it: cites that need one stay behind those that support.
    engine.citation_sort.tokens = cites.every(({ relation }) => relation === 'supports') ? sorting : []
    return readMarked(engine.makeCitationCluster(cites.map((cite, k) => citeItem(cite, at[k]!, k))))
  }
  const first = ({ id }: Source): FormattedRun[] =>
    cluster([{ sourceId: id, relation: 'supports', locator: null }], [{ kind: 'first', firstNote: null, near: false }])
  const listed = entriesOf(engine, sources)
  const inList = new Set(listed.map(({ sourceId }) => sourceId))
  // Styles leave out what isn't published, or have no list: here every source has its entry.
  const others = sources.filter(({ id }) => !inList.has(id))
  return {
    points: points.map(({ cites }, i) => freeJoints(cluster(cites, positions[i]!))),
    entries: [...listed, ...fullCitations(others, locale, first)]
  }
}

/** How each style introduces a source that contradicts, or is given for context. In notes it begins a sentence. */
function signal(style: CslStyle, relation: Relation, begins: boolean): string {
  if (relation === 'supports') return ''
  const word = relation === 'contradicts' ? 'contra' : style === 'oscola' ? 'cf' : 'cf.'
  const written = begins && STYLE_FORMS[style].inNotes ? word.charAt(0).toUpperCase() + word.slice(1) : word
  // The Bluebook (21st ed., rule 2.1(d)) sets the signals of footnotes in italics.
  return style === 'bluebook' ? `<i>${written}</i> ` : `${written} `
}

/** What joins or ends cites and is no part of them. */
const JOINT = /[\s;,.)\]]+$/u

/** The space between a number and the word for what it counts. */
const BEFORE_NUMBER = /(?<=(?:^|[\s(])(?:paras?|Abs|§|¶+|pp?|S|at|nn?|note)\.?) (?=\d+(?!\d*\p{L}))/gu

/** Takes what joins and ends cites out of them, so that a link holds the cite alone. */
function freeJoints(runs: readonly FormattedRun[]): FormattedRun[] {
  return runs.flatMap((given, i) => {
    const run = given.uri === undefined ? { ...given, text: given.text.replace(BEFORE_NUMBER, '\u00a0') } : given
    const joint =
      run.cite === undefined || run.uri !== undefined || run.italic || runs[i + 1]?.cite === run.cite
        ? ''
        : (JOINT.exec(run.text)?.[0] ?? '')
    if (joint === '' || joint === run.text) return [run]
    return [{ ...run, text: run.text.slice(0, -joint.length) }, withoutCite({ ...run, text: joint })]
  })
}

/** The entries of the style's own list; none when the style has no list. */
function entriesOf(engine: Engine, sources: readonly Source[]): FormattedEntry[] {
  const list = engine.makeBibliography()
  if (list === false) return []
  // Not by the ids that come with the list: those of left out items are among them.
  return list[1].map((entry) => {
    const runs = readMarked(entry.trim())
    return { sourceId: sources[runs[0]!.cite! - 1]!.id, runs: runs.map(withoutCite) }
  })
}

/** Full citations in the order of the alphabet. */
function fullCitations(
  sources: readonly Source[],
  locale: string,
  print: (source: Source) => FormattedRun[]
): FormattedEntry[] {
  const { compare } = new Intl.Collator(locale, { ignorePunctuation: true, numeric: true })
  const entries = sources.map((source): FormattedEntry => ({
    sourceId: source.id,
    runs: print(source).map(withoutCite)
  }))
  return entries.toSorted((a, b) => compare(textOf(a), textOf(b)))
}

function withoutCite(run: FormattedRun): FormattedRun {
  const free = { ...run }
  delete free.cite
  return free
}

function textOf({ runs }: FormattedEntry): string {
  return runs.map(({ text }) => text).join('')
}
