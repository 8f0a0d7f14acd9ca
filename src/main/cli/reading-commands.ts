import { z } from 'zod'
import { ruleSentence } from '../../shared/analysis/chronology/rule-sentence.ts'
import { amountInWords } from '../../shared/analysis/figures/in-words.ts'
import type { FigureOverrulingRow, OwnEventRow } from '../../shared/api/contract.ts'
import type { FigurePlace } from '../../shared/case/records/figure-overruling.ts'
import type { Workspace } from '../workspace.ts'
import { openToNote, openToWrite, sourceOf } from './case-access.ts'
import { oneLine, UsageError, type Answer } from './output.ts'
import { columns, lines, paragraphs, say, type Printable } from './printable.ts'
import type { Verb } from './verb.ts'

export const CHRONOLOGY: Verb = {
  args: '<case>',
  summary: 'tell which days the sources name, and what they say happened on them',
  define: (command, run) =>
    command
      .option('--own', 'with the events of one’s own')
      .option('--add <words>', 'put an event of one’s own into it, of the day --from')
      .option('--from <day>', 'its first day, as 2031-05-14')
      .option('--to <day>', 'its last day; the first one when it isn’t given')
      .option('--about', 'the days are approximate')
      .option('--quotes <keys...>', 'the quotes that bear it out, such as Q1')
      .option('--remove <n>', 'remove an event of one’s own, by its number')
      .action((path: string, options: ChronologyOptions) => run((workspace) => chronology(workspace, path, options)))
}

interface ChronologyOptions {
  own?: boolean
  add?: string
  from?: string
  to?: string
  about?: boolean
  quotes?: string[]
  remove?: string
}

/** `dossier chronology`. */
async function chronology(workspace: Workspace, path: string, options: ChronologyOptions): Promise<Answer> {
  const { add, remove, own = false } = options
  if (add !== undefined && remove !== undefined)
    throw new UsageError('Give one of --add and --remove. Nothing was changed.')
  if (add !== undefined) return addEvent(workspace, path, { ...options, add })
  if (remove !== undefined) return removeEvent(workspace, path, remove)
  // Where it may be written, what was read is kept for the next time.
  await openToNote(workspace, path)
  const found = await workspace.handlers['chronology.list']({})
  const events = own ? await workspace.handlers['ownEvent.list']({}) : []
  const json = own ? { ...found, own: events } : found
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
  return { json, text: paragraphs(columns(rows), lines(...conflicts), lines(...rules), eventsTold(events)) }
}

/** `dossier chronology --add`. */
async function addEvent(
  workspace: Workspace,
  path: string,
  { add, from, to, about, quotes = [] }: ChronologyOptions & { add: string }
): Promise<Answer> {
  const day = z.iso.date()
  if (!day.safeParse(from).success || (to !== undefined && !day.safeParse(to).success))
    throw new UsageError(
      'Name the first day with --from, and others than that one with --to, as 2031-05-14. Nothing was changed.'
    )
  await openToWrite(workspace, path)
  const known = await workspace.handlers['quote.list']({ offset: 0, limit: Number.MAX_SAFE_INTEGER })
  const ids = quotes.map((key) => {
    const quote = known.find((each) => each.key === key.toUpperCase() && each.deletedAt === null)
    if (!quote) throw new UsageError(`There is no quote ${key}. Nothing was changed.`)
    return quote.id
  })
  return ownEvents(
    await workspace.handlers['ownEvent.add']({
      from: from!,
      to: to ?? from!,
      approximate: about ?? false,
      words: add,
      quotes: ids,
      statements: []
    })
  )
}

/** `dossier chronology --remove`. */
async function removeEvent(workspace: Workspace, path: string, number: string): Promise<Answer> {
  await openToWrite(workspace, path)
  const event = (await workspace.handlers['ownEvent.list']({}))[Number(number) - 1]
  if (!event) throw new UsageError(`There is no event ${number} of one’s own. Nothing was changed.`)
  return ownEvents(await workspace.handlers['ownEvent.remove']({ id: event.id }))
}

function ownEvents(events: readonly OwnEventRow[]): Answer {
  return {
    json: { own: events },
    text: events.length === 0 ? say`There is no event of one’s own.` : eventsTold(events)
  }
}

function eventsTold(events: readonly OwnEventRow[]): Printable {
  return columns(
    events.map(({ from, to, approximate, words, quoteKeys }, i) => [
      String(i + 1),
      `${approximate ? 'about ' : ''}${from === to ? from : `${from} to ${to}`}`,
      oneLine(words, 90),
      quoteKeys.map(({ key }) => key).join(', ')
    ])
  )
}

export const FIGURES: Verb = {
  args: '<case>',
  summary: 'tell which figures the sources give, who gives them, and how they stand to each other',
  define: (command, run) =>
    command
      .option('--overrule <figure>', 'say something against how a figure such as F3 was read')
      .option('--no-figure', 'it is no figure')
      .option('--series <figure>', 'it counts what this figure counts; own for a series of its own')
      .option('--agrees-with <figure>', 'the two neither conflict nor replace each other')
      .option('--because <reason>', 'why; there has to be a reason')
      .option('--overrulings', 'list what was said against how figures were read')
      .option('--take-back <n>', 'take one of these back, by its number')
      .action((path: string, options: FigureOptions) => run((workspace) => figures(workspace, path, options)))
}

interface FigureOptions {
  overrule?: string
  /** False with `--no-figure`. */
  figure: boolean
  series?: string
  agreesWith?: string
  because?: string
  overrulings?: boolean
  takeBack?: string
}

/** `dossier figures`. */
async function figures(workspace: Workspace, path: string, options: FigureOptions): Promise<Answer> {
  const { overrule, figure, series: into, agreesWith, because, overrulings, takeBack } = options
  if (takeBack !== undefined) return takeBackOverruling(workspace, path, takeBack)
  if (overrulings) {
    await openToNote(workspace, path)
    return overrulingsTold(await workspace.handlers['figures.overrulings']({}))
  }
  if (overrule !== undefined || !figure || into !== undefined || agreesWith !== undefined || because !== undefined)
    return overruleFigure(workspace, path, options)
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

/** `dossier figures --overrule`. */
async function overruleFigure(
  workspace: Workspace,
  path: string,
  { overrule, figure, series, agreesWith, because }: FigureOptions
): Promise<Answer> {
  const said = [!figure, series !== undefined, agreesWith !== undefined].filter(Boolean).length
  if (overrule === undefined || because === undefined || said !== 1)
    throw new UsageError(
      'Name the figure with --overrule, one of --no-figure, --series and --agrees-with, and a reason with --because. Nothing was changed.'
    )
  await openToWrite(workspace, path)
  const { figures: found } = await workspace.handlers['figures.get']({})
  const placeOf = async (id: string): Promise<FigurePlace> => {
    const meant = found.find((each) => each.id === id.toUpperCase())
    if (!meant) throw new UsageError(`There is no figure ${id}. Nothing was changed.`)
    const { source, start, end, exact, value } = meant
    return { sourceId: (await sourceOf(workspace, source)).id, start, end, exact, value }
  }
  const other = series === 'own' ? undefined : (series ?? agreesWith)
  const rows = await workspace.handlers['figures.overrule']({
    kind: !figure ? 'none' : series === undefined ? 'agrees' : 'series',
    figure: await placeOf(overrule),
    other: other === undefined ? null : await placeOf(other),
    because
  })
  return overrulingsTold(rows)
}

/** `dossier figures --take-back`. */
async function takeBackOverruling(workspace: Workspace, path: string, number: string): Promise<Answer> {
  await openToWrite(workspace, path)
  const row = (await workspace.handlers['figures.overrulings']({}))[Number(number) - 1]
  if (!row) throw new UsageError(`There is no overruling ${number}. Nothing was changed.`)
  return overrulingsTold(await workspace.handlers['figures.takeBack']({ id: row.id }))
}

function overrulingsTold(rows: readonly FigureOverrulingRow[]): Answer {
  const saying = ({ kind, other }: FigureOverrulingRow): string =>
    kind === 'none'
      ? 'is no figure'
      : kind === 'agrees'
        ? `agrees with “${other?.exact ?? ''}”`
        : other === null
          ? 'is a series of its own'
          : `counts what “${other.exact}” counts`
  const told = rows.map((row, i) => [
    String(i + 1),
    row.source,
    `“${oneLine(row.figure.exact, 40)}” ${saying(row)}, because ${oneLine(row.because)}${row.holds ? '' : ' (it isn’t found any more)'}`
  ])
  return { json: rows, text: told.length === 0 ? say`No figure was overruled.` : columns(told) }
}
