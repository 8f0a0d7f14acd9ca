import type { Relation } from '../../brief/brief.ts'
import type { ExportMatrixRow } from '../analysis.ts'
import type { Block, Run, TableGroup, TextBlock } from '../block.ts'
import { excerptOf } from '../summary.ts'
import type { References } from '../references.ts'
import { about, type Appendix } from './appendix.ts'
import { flat, sourceRun, sourceRuns, statementPage, statementWords } from './places.ts'

/** Sources beside each other in one table: more don't fit onto a page. */
const MOST_COLUMNS = 10

/** How a source is cited, as a sign that doesn't depend on colour. */
const CITED: Readonly<Record<Relation, string>> = { supports: '+', contradicts: '−', context: '·' }

/** The matrix: statements beside the sources that hold what they say. Many sources are divided into tables. */
export const matrix: Appendix = {
  title: 'Statements and sources',
  startPage: true,
  body: (input, references) => {
    const { groups, rows } = input.analysis.matrix
    const sources = groups.flat()
    if (rows.length === 0 || sources.length === 0) return []
    const several = groups.filter((group) => group.length > 1)
    return [
      about(
        `Which source says what of each statement: ${CITED.supports} cited in support, ${CITED.contradicts} cited as contradicting, ${CITED.context} cited for context. Letters stand for the numbers, names and dates of the statement that stand in the source.`
      ),
      ...(several.length === 0 ? [] : [together(several, references)]),
      ...inParts(sources).flatMap((part, i): Block[] => [
        ...(i === 0 ? [] : [caption(part, references)]),
        table(rows, part, references)
      ])
    ]
  }
}

/** Which columns have one origin in most statements. */
function together(groups: readonly (readonly string[])[], references: References): TextBlock {
  const runs = groups.flatMap((group, i): Run[] => [{ text: i === 0 ? '' : '; ' }, ...sourceRuns(group, references)])
  return {
    type: 'text',
    kind: 'body',
    keepNext: true,
    runs: [{ text: 'Of one origin in most statements: ' }, ...runs, { text: '.' }]
  }
}

function inParts(sources: readonly string[]): string[][] {
  const count = Math.ceil(sources.length / MOST_COLUMNS)
  const size = Math.ceil(sources.length / count)
  return Array.from({ length: count }, (_, i) => sources.slice(i * size, (i + 1) * size))
}

function caption(part: readonly string[], references: References): TextBlock {
  const runs = [sourceRun(part[0]!, references), { text: ' to ' }, sourceRun(part.at(-1)!, references)]
  return { type: 'text', kind: 'caption', keepNext: true, runs: [{ text: 'The same beside ' }, ...runs] }
}

function table(rows: readonly ExportMatrixRow[], sources: readonly string[], references: References): TableGroup {
  return {
    type: 'table',
    columns: [{ width: null, align: 'start' }, ...sources.map(() => ({ width: 22, align: 'start' }) as const)],
    head: [[{ text: 'Statement' }], ...sources.map((id): Run[] => [sourceRun(id, references)])],
    rows: rows.map((row) => [statementRuns(row, references), ...sources.map((id) => cellRuns(row, id))]),
    rowHeads: true
  }
}

function statementRuns({ statement, number, items }: ExportMatrixRow, references: References): Run[] {
  const listed = items.flatMap(({ words }, i): Run[] => [
    { text: `${i === 0 ? '\n' : ' · '}${letterOf(i)}\u00a0`, voice: 'quiet' },
    { text: flat(words) }
  ])
  return [
    { text: `${number} `, voice: 'quiet' },
    { text: `${excerptOf(statementWords(statement, references))} ` },
    ...statementPage(statement, references),
    ...listed
  ]
}

function cellRuns({ cells }: ExportMatrixRow, source: string): Run[] {
  const cell = cells.find(({ sourceId }) => sourceId === source)
  if (!cell) return []
  const held = cell.holds.map(letterOf).join('')
  const cited = cell.cited === null ? '' : CITED[cell.cited]
  return [
    { text: cited, voice: cell.cited === 'contradicts' ? 'alarm' : 'strong' },
    { text: held === '' ? '' : `${cited === '' ? '' : ' '}${held}` }
  ]
}

/** `a` to `z`, then `a2` and so on. */
function letterOf(index: number): string {
  const round = Math.floor(index / 26)
  return String.fromCharCode(97 + (index % 26)) + (round === 0 ? '' : String(round + 1))
}
