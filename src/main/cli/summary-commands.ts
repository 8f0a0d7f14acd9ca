import type { Output } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Workspace } from '../workspace.ts'
import { briefOf, openToRead, openToWrite } from './case-access.ts'
import type { Answer } from './output.ts'
import { content, lines, paragraphs, say, type Printable } from './printable.ts'
import type { Verb } from './verb.ts'

interface Options {
  source?: string
  text?: string
  redraft?: boolean
  yes?: boolean
}

type Drafted = Output<'sourcing.get'>['summary']

/** `dossier summary`. */
export const SUMMARY: Verb = {
  args: '<case> <brief>',
  summary: 'tell on what sources a brief rests: source summary and descriptors (ICD 206)',
  define: (command, run) =>
    command
      .option('--source <S1>', 'write or redraft the descriptor of this source, not the summary')
      .option('--text <words>', 'write this in the place of the draft')
      .option('--redraft', 'go back to the draft')
      .option('--yes', 'with --redraft: drop what was written')
      .action((path: string, which: string, options: Options) =>
        run((workspace) => summary(workspace, path, which, options))
      )
}

async function summary(workspace: Workspace, path: string, which: string, options: Options): Promise<Answer> {
  const { source, text, redraft = false, yes = false } = options
  if (redraft && text !== undefined)
    throw new DossierError('bad-request', '--text and --redraft exclude each other. Nothing was changed.')
  await (redraft || text !== undefined ? openToWrite(workspace, path) : openToRead(workspace, path))
  const { id: briefId } = await briefOf(workspace, which)
  const { handlers } = workspace
  let json = await handlers['sourcing.get']({ id: briefId })
  if (redraft || text !== undefined) {
    const descriptor = json.descriptors.find((each) => each.source === source?.toUpperCase())
    if (source !== undefined && !descriptor)
      throw new DossierError('not-found', `The brief doesn’t cite ${source}. Nothing was changed.`)
    if (redraft && (descriptor ?? json.summary).isEdited && !yes)
      throw new DossierError('bad-request', 'That drops what was written. Add --yes if it shall. Nothing was changed.')
    json = await handlers['sourcing.set']({ briefId, sourceId: descriptor?.sourceId ?? null, text: text ?? null })
  }
  return {
    json,
    text: paragraphs(
      lines(say`Source summary ${state(json.summary)}`, content(json.summary.text)),
      ...json.descriptors.map((each): Printable =>
        lines(say`${each.source} ${each.title} ${state(each)}`, content(each.text))
      )
    )
  }
}

function state({ isEdited, isOutdated }: Drafted): string {
  if (!isEdited) return '(draft)'
  return isOutdated ? '(edited; the draft has changed since)' : '(edited)'
}
