import { Option } from 'commander'
import { randomUUID } from 'node:crypto'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Brief } from '../../shared/brief/brief.ts'
import { blockText, walkBlocks } from '../../shared/brief/walk.ts'
import {
  REASON_MEANINGS,
  WITHHOLD_REASONS,
  decideNear,
  type NearForm,
  type NearKind,
  type RedactionReport,
  type Withheld,
  type WithholdReason
} from '../../shared/brief/withheld.ts'
import type { Workspace } from '../workspace.ts'
import { briefOf, openToRead, openToWrite, sourceOf } from './case-access.ts'
import { fold } from '../../shared/redaction/fold.ts'
import { EXIT, oneLine, UsageError, type Answer } from './output.ts'
import { columns, line, lines, say, type Printable } from './printable.ts'
import type { Verb } from './verb.ts'

/** The options of `dossier withhold` as the command line gives them. */
export interface WithholdFlags {
  source?: string
  words?: string[]
  passage?: string
  exact?: string
  reason?: WithholdReason
  list: boolean
  remove?: string
  near: boolean
  also?: string[]
  leave?: string[]
}

export const WITHHOLD: Verb = {
  args: '<case> <brief>',
  summary: 'choose what redacted exports of a brief leave out',
  define: (command, run) =>
    command
      .option('--source <key>', 'a whole source, such as S3')
      .option('--words <words...>', 'names or other words, wherever they stand')
      .option('--passage <block>', 'a statement or quote: its place in the brief or its id')
      .option('--exact <words>', 'only these words of the passage')
      .addOption(new Option('--reason <code>', 'why: see “dossier help withhold”').choices(WITHHOLD_REASONS))
      .option('--list', 'list what is withheld', false)
      .option('--remove <number>', 'withhold no longer what has this number in the list')
      .option('--near', 'show what still stands and is like withheld words, and is to be decided', false)
      .option('--also <form...>', 'withhold these near forms too')
      .option('--leave <form...>', 'leave these near forms in redacted exports')
      .addHelpText(
        'after',
        `\nReasons: ${WITHHOLD_REASONS.map((code) => `${code} ${REASON_MEANINGS[code]}`).join('; ')}`
      )
      .action((path: string, which: string, flags: WithholdFlags) =>
        run((workspace) => withhold(workspace, path, which, flags))
      )
}

/** `dossier withhold`: adds, lists or removes what redacted exports of a brief leave out. */
export async function withhold(
  workspace: Workspace,
  path: string,
  which: string,
  flags: WithholdFlags
): Promise<Answer> {
  const { also, leave } = flags
  const deciding = also !== undefined || leave !== undefined || undefined
  const wanted = [
    flags.source,
    flags.words,
    flags.passage,
    flags.remove,
    flags.list || undefined,
    flags.near || undefined,
    deciding
  ]
  if (wanted.filter((each) => each !== undefined).length !== 1) {
    throw new UsageError('Say one of --source, --words, --passage, --remove, --list and --near, or --also and --leave.')
  }
  if (flags.near) {
    await openToRead(workspace, path)
    return nearListed(workspace, await briefOf(workspace, which))
  }
  if (flags.list) {
    await openToRead(workspace, path)
    return listed(workspace, await briefOf(workspace, which))
  }
  await openToWrite(workspace, path)
  const brief = await briefOf(workspace, which)
  if (deciding) {
    const decided = await decide(workspace, brief, also ?? [], leave ?? [])
    await workspace.handlers['brief.withhold']({ briefId: brief.id, withheld: decided })
    return nearListed(workspace, await briefOf(workspace, brief.id))
  }
  const withheld =
    flags.remove === undefined
      ? [...brief.withheld, await entryOf(workspace, brief, flags)]
      : without(brief.withheld, flags.remove)
  await workspace.handlers['brief.withhold']({ briefId: brief.id, withheld })
  return listed(workspace, await briefOf(workspace, brief.id))
}

/** What still stands and is like withheld words; with any the command ends as with findings. */
async function nearListed(workspace: Workspace, brief: Brief): Promise<Answer> {
  const near = await workspace.handlers['export.nearForms']({ briefId: brief.id })
  if (near.length > 0) return { json: near, text: describeNear(near), exit: EXIT.findings }
  return { json: near, text: say`Nothing that a redacted export would show is like withheld words and undecided.` }
}

/** What is withheld after some near forms were withheld too and others left. */
async function decide(workspace: Workspace, brief: Brief, also: string[], leave: string[]): Promise<Withheld[]> {
  const near = await workspace.handlers['export.nearForms']({ briefId: brief.id })
  return [
    ...also.map((form) => ({ form, withhold: true })),
    ...leave.map((form) => ({ form, withhold: false }))
  ].reduce<Withheld[]>((withheld, { form, withhold: too }) => {
    const { letters } = fold(form)
    const found = near.find((each) => fold(each.form).letters === letters)
    if (!found) {
      throw new DossierError(
        'not-found',
        `“${form}” is none of the forms that are to be decided: see --near. Nothing was changed.`
      )
    }
    return decideNear(withheld, found, too)
  }, brief.withheld)
}

async function entryOf(workspace: Workspace, brief: Brief, flags: WithholdFlags): Promise<Withheld> {
  const { reason, source, words, passage, exact } = flags
  if (reason === undefined) {
    throw new UsageError(`Say why with --reason: ${WITHHOLD_REASONS.join(', ')}. Nothing was changed.`)
  }
  const id = randomUUID()
  if (source !== undefined) return { kind: 'source', id, sourceId: (await sourceOf(workspace, source)).id, reason }
  if (words !== undefined) {
    const terms = words.map((each) => each.trim()).filter((each) => each !== '')
    if (terms.length === 0) throw new UsageError('Say which words. Nothing was changed.')
    return { kind: 'words', id, terms, reason }
  }
  const node = blockOf(brief, passage ?? '')
  if (exact !== undefined && !blockText(node).includes(exact)) {
    throw new DossierError('not-found', `Block ${passage} has no “${exact}”. Nothing was changed.`)
  }
  return { kind: 'passage', id, blockId: node.attrs.id, exact: exact ?? null, reason }
}

/** A statement or quote of the brief by its place among them, from 1, or its id. */
function blockOf(brief: Brief, which: string): ReturnType<typeof blocksOf>[number] {
  const blocks = blocksOf(brief)
  const block =
    blocks.find(({ attrs }) => attrs.id === which) ?? (/^\d+$/.test(which) ? blocks[Number(which) - 1] : undefined)
  if (!block) {
    throw new DossierError(
      'not-found',
      `The brief has no block ${which}: it has ${blocks.length}. Nothing was changed.`
    )
  }
  return block
}

function blocksOf(brief: Brief) {
  return [...walkBlocks(brief.doc)].map(({ node }) => node)
}

function without(withheld: readonly Withheld[], which: string): Withheld[] {
  const index = /^\d+$/.test(which) ? Number(which) - 1 : -1
  if (withheld[index] === undefined) {
    throw new DossierError(
      'not-found',
      `There is no entry ${which}: there are ${withheld.length}. Nothing was changed.`
    )
  }
  return withheld.filter((_, i) => i !== index)
}

async function listed(workspace: Workspace, brief: Brief): Promise<Answer> {
  const rows = await Promise.all(brief.withheld.map((entry) => described(workspace, brief, entry)))
  const lines = rows.map((row, i) => [String(i + 1), ...row])
  const text = lines.length === 0 ? say`Redacted exports of this brief leave nothing out.` : columns(lines)
  return { json: brief.withheld, text }
}

async function described(workspace: Workspace, brief: Brief, entry: Withheld): Promise<string[]> {
  const reason = `${entry.reason} (${REASON_MEANINGS[entry.reason]})`
  switch (entry.kind) {
    case 'source': {
      const { key } = await workspace.handlers['source.byId']({ id: entry.sourceId })
      return [reason, 'source', key]
    }
    case 'words': {
      const left = entry.left === undefined || entry.left.length === 0 ? '' : `; left: ${quoted(entry.left)}`
      return [reason, 'words', quoted(entry.terms) + left]
    }
    case 'passage': {
      const blocks = blocksOf(brief)
      const index = blocks.findIndex(({ attrs }) => attrs.id === entry.blockId)
      const place = index < 0 ? 'a block that is gone' : `block ${index + 1}`
      const words = entry.exact ?? (index < 0 ? '' : blockText(blocks[index]!))
      return [reason, entry.exact === null ? `all of ${place}` : `a passage of ${place}`, `“${oneLine(words, 60)}”`]
    }
  }
}

function quoted(words: readonly string[]): string {
  return words.map((each) => `“${each}”`).join(', ')
}

/** What each kind of near form is, of withheld words. */
const NEAR_WORDS: Record<NearKind, string> = {
  part: 'a part of',
  initials: 'initials of',
  order: 'another order of',
  inflection: 'a form of',
  compound: 'a longer word with',
  spelling: 'another spelling of',
  address: 'an address or name with',
  script: 'another alphabet for'
}

/** Forms like withheld words, a line each, for their author. */
export function describeNear(near: readonly NearForm[]): Printable {
  return lines(
    ...near.map(({ form, kind, like, count, place, excerpt }) => {
      const often = count === 1 ? '' : `, ${count} times, first`
      return say`“${form}”: ${NEAR_WORDS[kind]} “${like}”${often} in ${place}: ${oneLine(excerpt, 90)}`
    })
  )
}

/** What a redacted export hid, a line each, for its author. */
export function describeRedaction({ counts, warnings }: RedactionReport, near: readonly NearForm[]): Printable[] {
  const places = WITHHOLD_REASONS.flatMap((reason) => {
    const count = counts[reason]
    return count === undefined
      ? []
      : [`${count === 1 ? '1 place' : `${count} places`} for ${REASON_MEANINGS[reason]} (${reason})`]
  })
  const shown =
    near.length === 0 ? [] : [say`Shown, though like withheld words: ${quoted(near.map(({ form }) => form))}.`]
  const told = places.length === 0 ? say`Nothing is withheld.` : say`Withheld: ${places.join(', ')}.`
  return [told, ...shown, ...warnings.map(line)]
}
