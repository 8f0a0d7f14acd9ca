import type { Workspace } from '../workspace.ts'
import { briefOf, openToRead } from './case-access.ts'
import { oneLine, type Answer } from './output.ts'
import { lines, paragraphs, say } from './printable.ts'
import type { Verb } from './verb.ts'

export const COMMENTS: Verb = {
  args: '<case> <brief>',
  summary: 'list what is said about a brief’s statements',
  define: (command, run) =>
    command
      .option('--open', 'only what isn’t resolved')
      .action((path: string, which: string, options: { open?: boolean }) =>
        run((workspace) => comments(workspace, path, which, options.open ?? false))
      )
}

/** `dossier comments`. */
async function comments(workspace: Workspace, path: string, which: string, openOnly: boolean): Promise<Answer> {
  await openToRead(workspace, path)
  const { id } = await briefOf(workspace, which)
  const all = await workspace.handlers['comment.list']({ id })
  const threads = all.filter(({ resolvedAt }) => !openOnly || resolvedAt === null)
  const told = threads.map(({ number, words, entries, resolvedAt }) =>
    lines(
      say`${number === null ? 'A statement that is gone' : `Statement ${number}`}: ${oneLine(words)}${resolvedAt === null ? '' : ` (resolved ${resolvedAt.slice(0, 10)})`}`,
      ...entries.map(
        ({ author, at, text }) =>
          say`  ${at.slice(0, 16).replace('T', ' ')}  ${author || 'somebody'}: ${oneLine(text, 400)}`
      )
    )
  )
  return { json: threads, text: told.length === 0 ? say`There is no comment.` : paragraphs(...told) }
}
