import type { Citation, Inline, Relation } from '../brief/brief.ts'
import type { Block, Run } from './block.ts'
import { runsOf } from './notes.ts'
import type { CitationStyle } from './options.ts'

/** How a style prints citations: in the text or in notes, and how its list of sources is called. */
interface StyleForm {
  inNotes: boolean
  listTitle: string
}

export const STYLE_FORMS: Record<CitationStyle, StyleForm> = {
  numbered: { inNotes: false, listTitle: 'Sources' },
  'chicago-notes': { inNotes: true, listTitle: 'Bibliography' },
  apa: { inNotes: false, listTitle: 'References' },
  oscola: { inNotes: true, listTitle: 'Bibliography' },
  bluebook: { inNotes: true, listTitle: 'Table of sources' }
}

/** A place in a source. `label` is null for words that name no kind of place, which are printed as they are. */
export interface Locator {
  label: 'paragraph' | 'page' | null
  value: string
}

/** One source that is cited at a point. */
export interface Cite {
  sourceId: string
  relation: Relation
  locator: Locator | null
}

/** A point of the brief at which sources are cited. `note` is the number of the note that says so, 0 for one in the text. */
export interface CitationPoint {
  cites: Cite[]
  note: number
}

/** A stretch of a formatted citation or entry. */
export interface FormattedRun extends Pick<Run, 'text' | 'bold' | 'italic' | 'smallCaps' | 'script'> {
  /** Address to which it links. */
  uri?: string
  /** Which of the point's cites it belongs to; unset for what joins or surrounds them. */
  cite?: number
}

/** An entry of the list of sources. */
export interface FormattedEntry {
  sourceId: string
  runs: FormattedRun[]
}

/** The citations of a brief as a style of the Citation Style Language prints them. Plain data. */
export interface FormattedCitations {
  /** In the order of `citationPoints`. */
  points: FormattedRun[][]
  /** In the order of the style. */
  entries: FormattedEntry[]
}

/** Reads a locator as authors write it: `¶ 3`, `para. 3`, `p. 4`, `pp. 4-5`, `p. xii`; anything else keeps its words. */
export function readLocator(text: string): Locator | null {
  const written = text.trim()
  if (written === '') return null
  const match =
    /^(?:(¶+|paras?\.?|paragraphs?)|pp?\.|pages?)\s*((?:\d+|[ivxlcdm]+)(?:\s*[-–,]\s*(?:\d+|[ivxlcdm]+))*)$/iu.exec(
      written
    )
  if (!match) return { label: null, value: written }
  return { label: match[1] === undefined ? 'page' : 'paragraph', value: match[2]!.replace(/\s+/g, '') }
}

/** A formatted stretch as a run of the block tree, without its links to sources. */
export function formattedRun(formatted: FormattedRun): Run {
  const { uri, ...run }: Run & FormattedRun = { ...formatted }
  delete run.cite
  return uri === undefined ? run : { ...run, voice: 'address', target: { uri }, about: `Link: ${uri}` }
}

/**
 * Groups citations that follow each other with at most white space between, so that one note or one pair of parentheses
 * holds them.
 */
export function groupCitations(content: readonly Inline[]): (Exclude<Inline, Citation> | Citation[])[] {
  const groups: (Exclude<Inline, Citation> | Citation[])[] = []
  for (const [i, node] of content.entries()) {
    const last = groups.at(-1)
    if (node.type === 'citation') {
      if (Array.isArray(last)) last.push(node)
      else groups.push([node])
    } else if (!(Array.isArray(last) && isSpace(node) && content[i + 1]?.type === 'citation')) {
      groups.push(node)
    }
  }
  return groups
}

function isSpace(node: Inline): boolean {
  return node.type === 'text' && node.text.trim() === ''
}

/** The number that the print gives to each note, from 1, by the run that carries it. */
export function numberNotes(blocks: readonly Block[]): Map<Run, number> {
  const numbers = new Map<Run, number>()
  for (const runs of runsOf(blocks)) for (const run of runs) if (run.note) numbers.set(run, numbers.size + 1)
  return numbers
}
