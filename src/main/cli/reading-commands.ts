import { ruleSentence } from '../../shared/analysis/chronology/rule-sentence.ts'
import { amountInWords } from '../../shared/analysis/figures/in-words.ts'
import type { Workspace } from '../workspace.ts'
import { openToNote } from './case-access.ts'
import { oneLine, type Answer } from './output.ts'
import { columns, lines, paragraphs, say } from './printable.ts'
import type { Verb } from './verb.ts'

export const CHRONOLOGY: Verb = {
  args: '<case>',
  summary: 'tell which days the sources name, and what they say happened on them',
  define: (command, run) => command.action((path: string) => run((workspace) => chronology(workspace, path)))
}

/** `dossier chronology`. */
async function chronology(workspace: Workspace, path: string): Promise<Answer> {
  // Where it may be written, what was read is kept for the next time.
  await openToNote(workspace, path)
  const json = await workspace.handlers['chronology.list']({})
  const rows = json.entries.map((entry) => {
    const { id, source, exact, from, to, approximate, time, offset, event } = entry
    const days = from === to ? from : `${from} to ${to}`
    const moment = time === null ? '' : ` ${time}${offset ?? ''}`
    return [id, source, `${approximate ? 'about ' : ''}${days}${moment}`, oneLine(exact, 30), oneLine(event.exact, 70)]
  })
  const rules = json.entries.map((entry) => say`${entry.id}  ${ruleSentence(entry, entry.exact)}`)
  const conflicts = json.relations
    .filter(({ kind }) => kind === 'conflict')
    .map(({ a, b }) => say`${a} and ${b} tell the same event, but on no common day.`)
  return { json, text: paragraphs(columns(rows), lines(...conflicts), lines(...rules)) }
}

export const FIGURES: Verb = {
  args: '<case>',
  summary: 'tell which figures the sources give, who gives them, and how they stand to each other',
  define: (command, run) => command.action((path: string) => run((workspace) => figures(workspace, path)))
}

/** `dossier figures`. */
async function figures(workspace: Workspace, path: string): Promise<Answer> {
  await openToNote(workspace, path)
  const json = await workspace.handlers['figures.list']({})
  const series = [...new Set(json.figures.map((figure) => figure.series))]
  const told = series.map((name) => {
    const own = json.figures.filter((figure) => figure.series === name)
    const rows = own.map((figure) => [
      `  ${figure.id}`,
      figure.source,
      figure.asOf ?? 'no date',
      amountInWords(figure),
      oneLine(figure.exact, 40),
      figure.attribution.join(' < ')
    ])
    const ids = new Set(own.map(({ id }) => id))
    const changes = json.relations
      .filter(({ a, kind }) => ids.has(a) && (kind === 'revision' || kind === 'conflict'))
      .map(({ a, b, kind, newer, because }) =>
        kind === 'conflict'
          ? say`  ${a} and ${b} are in conflict. ${because}`
          : say`  ${newer ?? ''} replaces ${newer === a ? b : a}. ${because}`
      )
    return lines(say`${name}`, columns(rows), ...changes)
  })
  return { json, text: paragraphs(...told) }
}
