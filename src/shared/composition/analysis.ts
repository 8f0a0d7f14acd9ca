import type { DateRule } from '../analysis/dates/expression.ts'
import type { FigureRow } from '../analysis/figures/answer.ts'
import type { FigureRelationKind } from '../analysis/figures/figures.ts'
import type { ChronologyRelationKind } from '../analysis/chronology/chronology.ts'
import type { ITEM_KINDS } from '../analysis/items/items.ts'
import type { LinkReason } from '../analysis/origins/group.ts'
import type { GIVER_KINDS } from '../analysis/reports/giver-kind.ts'
import type { Relation } from '../brief/brief.ts'

/** A passage of a cited source. Half-open in UTF-16 units of its text. */
export interface SourcePassage {
  sourceId: string
  start: number
  end: number
  words: string
  /** Where that is, as it is printed; null where it can't be told. */
  locator: string | null
}

/** Where what a statement says comes from. Reports are ids of cited sources. */
export interface ExportOrigins {
  /** Id of the statement's node. */
  statement: string
  number: number
  reports: readonly string[]
  /** In the order of the first report of each. `kind` is null where it isn't told. */
  origins: readonly { name: string; kind: (typeof GIVER_KINDS)[number] | null; reports: readonly string[] }[]
  /** The reports that don't have it first hand; `on` is null where the brief doesn't cite what they hang on. */
  links: readonly { report: string; on: string | null; why: LinkReason; passage: SourcePassage | null }[]
  /** From the outlet to the origin, as the text names them. */
  chains: readonly { report: string; chain: readonly string[] }[]
  overruled: readonly { report: string; with: string | null; because: string }[]
}

/** A figure of a cited source. */
export interface ExportFigure extends Pick<
  FigureRow,
  'id' | 'value' | 'high' | 'bound' | 'unit' | 'counts' | 'asOf' | 'asOfRule' | 'attribution'
> {
  /** The same for all that count the same of the same event. */
  series: number
  passage: SourcePassage
}

/** How two figures, or two entries of a chronology, stand to each other. Named by their ids. */
export interface ExportRelation<Kind> {
  a: string
  b: string
  kind: Kind
  /** Which of the two replaces the other; only of a revision. */
  newer: string | null
}

/** A date that a cited source names, with what it says to have happened. */
export interface ExportEvent {
  id: string
  from: string
  to: string
  approximate: boolean
  time: string | null
  offset: string | null
  rule: DateRule
  /** From what it was counted; `entry` is the id of another one. */
  reference: { date: string; entry: string | null } | null
  /** The words of the date. */
  passage: SourcePassage
  /** What happened, in the words of the source. */
  event: string
}

/** An event that the analyst entered, linked to the brief. */
export interface ExportOwnEvent {
  id: string
  from: string
  to: string
  approximate: boolean
  words: string
  /** Statements of the brief that tell of it, by their nodes' ids. */
  statements: readonly string[]
  /** Quoted passages of cited sources that bear it out. */
  passages: readonly SourcePassage[]
}

/** A statement of the brief beside the cited sources. */
export interface ExportMatrixRow {
  /** Id of the statement's node. */
  statement: string
  number: number
  /** The statement's numbers, names and dates, in UTF-16 units of its plain text. */
  items: readonly { kind: (typeof ITEM_KINDS)[number]; start: number; end: number; words: string }[]
  cells: readonly {
    sourceId: string
    cited: Relation | null
    /** Which of the items stand in the source. */
    holds: readonly number[]
  }[]
}

/** The statements of a brief beside its sources, whose ids stand in the order of the columns. */
export interface ExportMatrix {
  /** Sources beside each other that have one origin in most statements stand in one group. */
  groups: readonly (readonly string[])[]
  rows: readonly ExportMatrixRow[]
}

/**
 * What analyses say of a brief and its case, as far as an export prints it: of the sources that the brief cites alone. What the
 * export doesn't ask for is empty.
 */
export interface ExportAnalysis {
  origins: readonly ExportOrigins[]
  figures: readonly ExportFigure[]
  figureRelations: readonly ExportRelation<FigureRelationKind>[]
  events: readonly ExportEvent[]
  eventRelations: readonly ExportRelation<ChronologyRelationKind>[]
  ownEvents: readonly ExportOwnEvent[]
  matrix: ExportMatrix
  /** The source summary statement, and the descriptor of each cited source, in which sources are named by their keys. */
  sourcing: { summary: string; descriptors: readonly { sourceId: string; text: string }[] }
}

/** Of a brief of which no analysis is printed. */
export const NO_ANALYSIS: ExportAnalysis = {
  origins: [],
  figures: [],
  figureRelations: [],
  events: [],
  eventRelations: [],
  ownEvents: [],
  matrix: { groups: [], rows: [] },
  sourcing: { summary: '', descriptors: [] }
}
