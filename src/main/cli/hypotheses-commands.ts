import { InvalidArgumentError } from 'commander'
import type { Output } from '../../shared/api/contract.ts'
import { RATINGS, type Rating } from '../../shared/brief/rating.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Workspace } from '../workspace.ts'
import { briefOf, openToRead, openToWrite, sourceOf } from './case-access.ts'
import { oneOf } from './option-values.ts'
import { oneLine, type Answer } from './output.ts'
import { columns, lines, paragraphs, say, type Printable } from './printable.ts'
import type { Verb } from './verb.ts'

type Hypotheses = Output<'hypotheses.get'>

interface Judged {
  evidence: string
  hypothesis: string
  rating: Rating | null
}

interface Options {
  add?: string
  evidence?: string
  links?: string[]
  rate?: Judged[]
  remove?: string
}

/** `dossier hypotheses`. */
export const HYPOTHESES: Verb = {
  args: '<case> <brief>',
  summary: 'hold competing hypotheses against the evidence, and tell what the order hangs on',
  define: (command, run) =>
    command
      .option('--add <hypothesis>', 'add a hypothesis')
      .option('--evidence <words>', 'add a piece of evidence')
      .option('--links <Q1,S2,3>', 'quotes, sources and statements that the evidence stands on', (value) =>
        value.split(',').map((link) => link.trim())
      )
      .option(
        '--rate <E1:H2:rating>',
        `how evidence stands to a hypothesis: ${RATINGS.join(', ')} or none; may be repeated`,
        (value: string, before: Judged[] = []) => [...before, judged(value)]
      )
      .option('--remove <H1-or-E1>', 'remove a hypothesis or a piece of evidence')
      .action((path: string, which: string, options: Options) =>
        run((workspace) => hypotheses(workspace, path, which, options))
      )
}

function judged(value: string): Judged {
  const [, evidence, hypothesis, word] = /^(E\d+):(H\d+):([a-z-]+)$/i.exec(value) ?? []
  if (evidence === undefined || hypothesis === undefined || word === undefined)
    throw new InvalidArgumentError('Write it as E1:H2:inconsistent.')
  return {
    evidence: evidence.toUpperCase(),
    hypothesis: hypothesis.toUpperCase(),
    rating: word === 'none' ? null : oneOf(word, RATINGS)
  }
}

async function hypotheses(workspace: Workspace, path: string, which: string, options: Options): Promise<Answer> {
  const { add, evidence, links = [], rate = [], remove } = options
  if (links.length > 0 && evidence === undefined)
    throw new DossierError('bad-request', '--links needs --evidence. Nothing was changed.')
  const edits = [add, evidence, remove].some((each) => each !== undefined) || rate.length > 0
  await (edits ? openToWrite(workspace, path) : openToRead(workspace, path))
  const { id: briefId } = await briefOf(workspace, which)
  const { handlers } = workspace
  let now = await handlers['hypotheses.get']({ id: briefId })
  if (add !== undefined) now = await handlers['hypotheses.add']({ briefId, text: add })
  if (evidence !== undefined) {
    const linked = await linksOf(workspace, briefId, links)
    now = await handlers['hypotheses.addEvidence']({ briefId, text: evidence, ...linked })
  }
  for (const each of rate) {
    const evidenceId = named(now, each.evidence).id
    const hypothesisId = named(now, each.hypothesis).id
    now = await handlers['hypotheses.rate']({ briefId, evidenceId, hypothesisId, rating: each.rating })
  }
  if (remove !== undefined) {
    const { id } = named(now, remove)
    now = await handlers[/^h/i.test(remove) ? 'hypotheses.remove' : 'hypotheses.removeEvidence']({ briefId, id })
  }
  return told(now)
}

/** A hypothesis by `H1`, a piece of evidence by `E1`. @throws DossierError `not-found` */
function named(all: Hypotheses, name: string): { id: string } {
  const number = Number(name.slice(1))
  const list: readonly { id: string; number: number }[] = /^h/i.test(name) ? all.hypotheses : all.evidence
  const found = list.find((each) => each.number === number)
  if (found && /^[he]\d+$/i.test(name)) return found
  throw new DossierError('not-found', `There is no ${name} in this brief. Nothing was changed of it.`)
}

async function linksOf(
  workspace: Workspace,
  briefId: string,
  links: readonly string[]
): Promise<{ quotes: string[]; sources: string[]; statements: string[] }> {
  const found = { quotes: [] as string[], sources: [] as string[], statements: [] as string[] }
  for (const link of links) {
    if (/^s\d+$/i.test(link)) found.sources.push((await sourceOf(workspace, link)).id)
    else if (/^q\d+$/i.test(link)) {
      const states = await workspace.handlers['quote.states']({})
      const quote = states.find((each) => each.quote.key === link.toUpperCase())
      if (!quote) throw new DossierError('not-found', `There is no quote ${link} in this case. Nothing was added.`)
      found.quotes.push(quote.quote.id)
    } else {
      const { rows } = await workspace.handlers['matrix.get']({ id: briefId })
      const row = rows.find(({ number }) => String(number) === link)
      if (!row) throw new DossierError('not-found', `There is no statement ${link} in this brief. Nothing was added.`)
      found.statements.push(row.statement)
    }
  }
  return found
}

function told({ hypotheses: all, evidence }: Hypotheses): Answer {
  const names = new Map(all.map(({ id, number }) => [id, `H${number}`]))
  const order = (ids: string[][]): string[][] => ids.map((tied) => tied.map((id) => names.get(id)!))
  const json = {
    hypotheses: all.map(({ number, ...rest }) => ({ ...rest, id: `H${number}` })),
    evidence: evidence.map(({ number, text, quotes, sources, statements, ratings, tellsApart }) => ({
      id: `E${number}`,
      text,
      quotes: quotes.map(({ key }) => key),
      sources: sources.map(({ key }) => key),
      statements: statements.map(({ number }) => number),
      ratings: Object.fromEntries(all.flatMap(({ id }) => (ratings[id] ? [[names.get(id)!, ratings[id]]] : []))),
      tellsApart
    })),
    sensitivity: evidence.map(({ number, leftOut, turned }) => ({
      evidence: `E${number}`,
      leftOut: { order: order(leftOut.order), change: leftOut.change },
      turned: { order: order(turned.order), change: turned.change }
    }))
  }
  const signs = { inconsistent: 'I', consistent: 'C', 'not-applicable': 'n/a' }
  const ranked = [...json.hypotheses].sort((a, b) => a.rank - b.rank)
  return {
    json,
    text: paragraphs(
      ranked.length === 0
        ? say`There are no hypotheses yet.`
        : columns(
            ranked.map(({ rank, id, inconsistent, consistent, text }) => [
              `${rank}.`,
              id,
              `${inconsistent} inconsistent, ${consistent} consistent`,
              oneLine(text)
            ])
          ),
      json.evidence.length === 0
        ? say``
        : columns([
            ['', ...json.hypotheses.map(({ id }) => id), ''],
            ...json.evidence.map(({ id, text, ratings }) => [
              id,
              ...json.hypotheses.map(({ id: of }) => (ratings[of] ? signs[ratings[of]] : '')),
              oneLine(text)
            ])
          ]),
      lines(...json.sensitivity.flatMap(hangsOn))
    )
  }
}

function hangsOn({
  evidence,
  leftOut,
  turned
}: { evidence: string } & Record<'leftOut' | 'turned', { order: string[][]; change: string | null }>): Printable[] {
  const words = (what: string, { order, change }: { order: string[][]; change: string | null }): Printable[] =>
    change === null
      ? []
      : [
          say`${evidence} ${what}: ${order.map((tied) => tied.join(' = ')).join(', ')}${change === 'leader' ? ' (another leads)' : ''}`
        ]
  return [...words('left out', leftOut), ...words('turned', turned)]
}
