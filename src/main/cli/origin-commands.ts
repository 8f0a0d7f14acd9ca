import type { Output } from '../../shared/api/contract.ts'
import { placeInCodePoints, type Place } from '../../shared/analysis/place.ts'
import { pointsOf, toCodePoints, type CountPoints } from '../../shared/quote/position.ts'
import type { Workspace } from '../workspace.ts'
import { briefOf, openToRead, openToWrite, sourceOf } from './case-access.ts'
import { EXIT, oneLine, UsageError, type Answer } from './output.ts'
import { columns, lines, paragraphs, say } from './printable.ts'
import type { Verb } from './verb.ts'

interface Overrule {
  statement?: string
  split?: string
  join?: string[]
  because?: string
}

export const ORIGINS: Verb = {
  args: '<case> <brief>',
  summary: 'tell how many origins a brief’s statements rest on, or overrule that',
  define: (command, run) =>
    command
      .option('--statement <n>', 'the number of the statement that is overruled')
      .option('--split <source>', 'this source is an origin of its own')
      .option('--join <sources...>', 'these two sources have one origin')
      .option('--because <reason>', 'why; there has to be a reason')
      .action((path: string, which: string, options: Overrule) =>
        run((workspace) => origins(workspace, path, which, options))
      )
}

/** `dossier origins`. */
async function origins(workspace: Workspace, path: string, which: string, options: Overrule): Promise<Answer> {
  const overrules = Object.values(options).some((value) => value !== undefined)
  if (!overrules) {
    await openToRead(workspace, path)
    const { id } = await briefOf(workspace, which)
    return originsTold(workspace, await workspace.handlers['origins.get']({ id }))
  }
  const { statement, split, join, because } = options
  if (statement === undefined || because === undefined || (split === undefined) === (join === undefined))
    throw new UsageError(
      'Name the statement with --statement, one of --split and --join, and a reason with --because. Nothing was changed.'
    )
  if (join !== undefined && join.length !== 2) throw new UsageError('--join takes two sources. Nothing was changed.')
  await openToWrite(workspace, path)
  const { id } = await briefOf(workspace, which)
  const { statements } = await workspace.handlers['origins.get']({ id })
  const meant = statements.find(({ number }) => String(number) === statement)
  if (!meant) throw new UsageError(`The brief has no statement ${statement}. Nothing was changed.`)
  const idOf = async (key: string): Promise<string> => (await sourceOf(workspace, key)).id
  const answer = await workspace.handlers['origins.overrule']({
    briefId: id,
    statementId: meant.statement,
    split: split === undefined ? null : await idOf(split),
    join: join === undefined ? null : [await idOf(join[0]!), await idOf(join[1]!)],
    because
  })
  const changed = answer.statements.filter((each) => each.statement === meant.statement)
  return originsTold(workspace, { statements: changed })
}

async function originsTold(workspace: Workspace, { statements }: Output<'origins.get'>): Promise<Answer> {
  const texts = new Texts(workspace)
  const json = {
    statements: await inOrder(statements, async (each) => ({
      ...each,
      links: await inOrder(each.links, async (link) => ({ ...link, place: await texts.place(link.place) })),
      chains: await inOrder(each.chains, async (chain) => ({ ...chain, place: await texts.place(chain.place) }))
    }))
  }
  const told = json.statements.map(({ number, text, reports, count, chains, links, overruled }) =>
    lines(
      say`${number}. ${oneLine(text)}`,
      say`   ${reports.length} ${reports.length === 1 ? 'report' : 'reports'}, ${count} ${count === 1 ? 'origin' : 'origins'}`,
      ...chains.map(({ report, chain }) => {
        const link = links.find((each) => each.report === report)
        const why = link ? ` (${link.why}${link.on === null ? '' : ` ${link.on}`})` : ''
        return say`   ${report}  ${chain.join(' < ')}${why}`
      }),
      ...overruled.map(({ report, with: other, because }) =>
        other === null
          ? say`   overruled: ${report} is an origin of its own, because ${because}`
          : say`   overruled: ${report} and ${other} have one origin, because ${because}`
      )
    )
  )
  return { json, text: paragraphs(...told) }
}

export const LINT: Verb = {
  args: '<case> <brief>',
  summary: 'find what a brief’s statements get wrong',
  define: (command, run) =>
    command.action((path: string, which: string) => run((workspace) => lint(workspace, path, which)))
}

/** `dossier lint`. */
async function lint(workspace: Workspace, path: string, which: string): Promise<Answer> {
  await openToRead(workspace, path)
  const { id } = await briefOf(workspace, which)
  const { findings } = await workspace.handlers['lint.get']({ id })
  const texts = new Texts(workspace)
  const statements = new Map(
    (await workspace.handlers['origins.get']({ id })).statements.map(({ statement, text }) => [statement, text])
  )
  const json = {
    findings: await inOrder(findings, async (finding) => {
      const text = statements.get(finding.statement)
      const at = (offset: number): number => (text === undefined ? offset : toCodePoints(text, offset))
      return {
        ...finding,
        start: at(finding.start),
        end: at(finding.end),
        evidence: await inOrder(finding.evidence, (place) => texts.place(place))
      }
    })
  }
  const told = json.findings.map(({ number, code, message, exact }) => [
    number === null ? '' : String(number),
    code,
    `${oneLine(exact, 40)}: ${message}`
  ])
  return {
    json,
    text: told.length === 0 ? say`Nothing was found.` : columns(told),
    exit: told.length === 0 ? EXIT.fine : EXIT.findings
  }
}

export const IMPACT: Verb = {
  args: '<case> <source>',
  summary: 'tell what falls when a source such as S1 falls',
  define: (command, run) =>
    command.action((path: string, key: string) => run((workspace) => impact(workspace, path, key)))
}

/** `dossier impact`. */
async function impact(workspace: Workspace, path: string, key: string): Promise<Answer> {
  await openToRead(workspace, path)
  const { id } = await sourceOf(workspace, key)
  const json = await workspace.handlers['impact.get']({ id })
  const { dependents, statements, quotes } = json
  const support = ({ reports, origins: count }: { reports: number; origins: number }): string => `${reports}/${count}`
  const rows = statements.map(({ number, before, alone, withDependents }) => [
    String(number),
    support(before),
    `${support(alone)} ${alone.effect}`,
    `${support(withDependents)} ${withDependents.effect}`
  ])
  const hang = dependents.map(({ source, why }) => `${source} (${why})`).join(', ')
  return {
    json,
    text: lines(
      say`Hanging on ${json.source}: ${hang === '' ? 'nothing' : hang}`,
      say`Quotes: ${quotes.length === 0 ? 'none' : quotes.join(', ')}`,
      rows.length === 0
        ? say`No statement cites it.`
        : columns([['statement', 'reports/origins', 'without it', 'without all that hang on it'], ...rows])
    )
  }
}

export const MATRIX: Verb = {
  args: '<case> <brief>',
  summary: 'show which source says what of a brief’s statements',
  define: (command, run) =>
    command.action((path: string, which: string) => run((workspace) => matrix(workspace, path, which)))
}

/** `dossier matrix`. */
async function matrix(workspace: Workspace, path: string, which: string): Promise<Answer> {
  await openToRead(workspace, path)
  const { id } = await briefOf(workspace, which)
  const { sources, rows } = await workspace.handlers['matrix.get']({ id })
  const statements = new Map(
    (await workspace.handlers['origins.get']({ id })).statements.map(({ statement, text }) => [statement, text])
  )
  const json = {
    sources,
    rows: rows.map(({ items, ...row }) => {
      const text = statements.get(row.statement) ?? ''
      return {
        ...row,
        items: items.map((item) => ({
          ...item,
          start: toCodePoints(text, item.start),
          end: toCodePoints(text, item.end)
        }))
      }
    })
  }
  const table = json.rows.map(({ number, items, cells }) => [
    String(number),
    ...cells.map(({ cited, holds }) => {
      const held = items.length === 0 ? '' : `${holds.length}/${items.length}`
      return [cited ?? '', held].filter((word) => word !== '').join(' ')
    })
  ])
  return { json, text: columns([['', ...sources], ...table]) }
}

/** The texts of sources, each asked for once, for places in code points. */
class Texts {
  readonly #workspace: Workspace
  readonly #points = new Map<string, CountPoints>()

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  async place(place: Place): Promise<Place> {
    let points = this.#points.get(place.source)
    if (points === undefined) {
      const { id } = await sourceOf(this.#workspace, place.source)
      points = pointsOf((await this.#workspace.handlers['source.get']({ id })).text.text)
      this.#points.set(place.source, points)
    }
    return placeInCodePoints(place, points)
  }
}

async function inOrder<T, R>(all: readonly T[], each: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const one of all) done.push(await each(one))
  return done
}
