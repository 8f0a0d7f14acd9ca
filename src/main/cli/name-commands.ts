import { InvalidArgumentError, Option } from 'commander'
import { NAME_KINDS, type NameKind } from '../../shared/analysis/names/weigh.ts'
import type { Workspace } from '../workspace.ts'
import { openToNote } from './case-access.ts'
import type { Answer } from './output.ts'
import { columns, lines, say } from './printable.ts'
import type { Verb } from './verb.ts'

interface NameOptions {
  kind?: NameKind
  find?: string
  sort: 'name' | 'count'
  limit?: number
}

export const NAMES: Verb = {
  args: '<case>',
  summary:
    'list the people, organisations and places that the sources name, with other forms of each name and its passages (--json)',
  define: (command, run) =>
    command
      .addOption(new Option('--kind <kind>', 'of one kind').choices(NAME_KINDS))
      .option('--find <words>', 'those that have these words in a form of their name')
      .addOption(new Option('--sort <order>', 'by what').choices(['name', 'count']).default('count'))
      .option('--limit <n>', 'at most so many', wholeNumber)
      .action((path: string, options: NameOptions) => run((workspace) => names(workspace, path, options)))
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('Give a whole number above 0.')
  return Number(value)
}

/** `dossier names`: the list of names as the analyst has it. */
async function names(workspace: Workspace, path: string, options: NameOptions): Promise<Answer> {
  // Where it may be written, what was read is kept for the next time.
  await openToNote(workspace, path)
  const { kind = null, find = '', sort, limit = Infinity } = options
  const { entries: all } = await workspace.handlers['names.entries']({ kind, find, sort })
  const entries = all.slice(0, limit)
  const rows = entries.map(({ name, kind: what, count, sources, aliases }) => [
    name,
    what,
    `${count} in ${sources} ${sources === 1 ? 'source' : 'sources'}`,
    aliases
      .map(({ written }) => written)
      .filter((written) => written !== name)
      .join('; ')
  ])
  return {
    json: { entries },
    text: lines(columns(rows), say`${all.length} ${all.length === 1 ? 'name' : 'names'}`)
  }
}
