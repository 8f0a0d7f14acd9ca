import type { BriefChange, BriefDifference } from '../../shared/brief/versions/difference.ts'
import { PART_NAMES, WHY_KEPT } from '../../shared/brief/versions/words.ts'
import type { VersionRow } from '../../shared/api/contract.ts'
import type { Workspace } from '../workspace.ts'
import { briefOf, openToRead, openToWrite } from './case-access.ts'
import { EXIT, oneLine, UsageError, type Answer } from './output.ts'
import { columns, lines, paragraphs, say, type Printable } from './printable.ts'
import type { Verb } from './verb.ts'

interface Options {
  keep?: string
  diff?: string[]
  restore?: string
}

export const VERSIONS: Verb = {
  args: '<case> <brief>',
  summary: 'list what a brief was once, compare that, or bring it back',
  define: (command, run) =>
    command
      .option('--keep <name>', 'keep the brief as it is, under a name')
      .option(
        '--diff <versions...>',
        'tell how two versions differ, or one and the present: numbers, names, ids, or now'
      )
      .option('--restore <version>', 'make the brief what a version says; what it says now is kept first')
      .action((path: string, which: string, options: Options) =>
        run((workspace) => versions(workspace, path, which, options))
      )
}

/** `dossier versions`. */
async function versions(
  workspace: Workspace,
  path: string,
  which: string,
  { keep, diff, restore }: Options
): Promise<Answer> {
  if ([keep, diff, restore].filter((option) => option !== undefined).length > 1)
    throw new UsageError('Give one of --keep, --diff and --restore. Nothing was changed.')
  if (diff !== undefined && diff.length > 2) throw new UsageError('--diff takes one version or two.')
  await (keep === undefined && restore === undefined ? openToRead : openToWrite)(workspace, path)
  const { id } = await briefOf(workspace, which)
  if (keep !== undefined) return listed(await workspace.handlers['version.keep']({ briefId: id, name: keep }))
  const rows = await workspace.handlers['version.list']({ id })
  if (diff !== undefined) {
    const [before, after = 'now'] = diff
    const difference = await workspace.handlers['version.difference']({
      briefId: id,
      before: versionOf(rows, before!),
      after: versionOf(rows, after)
    })
    return differenceTold(difference)
  }
  if (restore === undefined) return listed(rows)
  const version = versionOf(rows, restore)
  if (version === null) throw new UsageError('The brief says that already. Nothing was changed.')
  await workspace.handlers['version.restore']({ id: version })
  return listed(await workspace.handlers['version.list']({ id }))
}

/** The id of the version that is meant; null for the present. @throws UsageError */
function versionOf(rows: readonly VersionRow[], which: string): string | null {
  if (which === 'now') return null
  const found = rows.find(({ id, name }, i) => String(i + 1) === which || id === which || name === which)
  if (!found) throw new UsageError(`The brief has no version ${which}. Nothing was changed.`)
  return found.id
}

function listed(rows: readonly VersionRow[]): Answer {
  const told = rows.map(({ id, name, why, createdAt, statements, isPresent }, i) => [
    String(i + 1),
    createdAt.slice(0, 16).replace('T', ' '),
    name ?? WHY_KEPT[why],
    `${statements} ${statements === 1 ? 'statement' : 'statements'}${isPresent ? ', as it is now' : ''}`,
    id
  ])
  return {
    json: rows.map((row, i) => ({ number: i + 1, ...row })),
    text: told.length === 0 ? say`There is no version yet.` : columns(told)
  }
}

/** A difference for people; it exits with 1 where there is one. */
function differenceTold(difference: BriefDifference): Answer {
  const { fields, changes, same } = difference
  const isNone = fields.length === 0 && changes.length === 0
  const parts = [
    lines(...fields.map(({ name, before, after }) => say`${name}: ${before || 'nothing'} -> ${after || 'nothing'}`)),
    ...changes.map(changeTold),
    say`${same} ${same === 1 ? 'part is' : 'parts are'} the same.`
  ]
  return { json: difference, text: paragraphs(...parts), exit: isNone ? EXIT.fine : EXIT.findings }
}

function changeTold({
  type,
  change,
  section,
  number,
  text,
  words,
  movedFrom,
  cited,
  said,
  set
}: BriefChange): Printable {
  const place = type === 'section' ? '' : ` in “${section}”`
  const marked = words
    ?.map((part) =>
      part.kind === 'same' ? part.text : part.kind === 'source' ? `[-${part.text}-]` : `{+${part.text}+}`
    )
    .join('')
  const how = change === 'changed' ? (movedFrom === null ? 'changed' : `moved from “${movedFrom}”`) : change
  return lines(
    say`${PART_NAMES[type]}${number === null ? '' : ` ${number}`}${place}, ${how}`,
    say`  ${oneLine(marked ?? text, 400)}`,
    ...[...cited, ...said].map(
      ({ name, before, after }) => say`  ${name}: ${before || 'nothing'} -> ${after || 'nothing'}`
    ),
    ...(set ? [say`  only set otherwise`] : [])
  )
}
