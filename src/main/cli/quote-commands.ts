import { toCodePoints } from '../../shared/quote/position.ts'
import { STATE_NAMES } from '../../shared/quote/quote.ts'
import type { Workspace } from '../workspace.ts'
import { openToRead, openToWrite, sourceOf } from './case-access.ts'
import { EXIT, oneLine, type Answer } from './output.ts'
import { columns, say } from './printable.ts'
import type { Verb } from './verb.ts'

export const QUOTE: Verb = {
  args: '<case> <source>',
  summary: 'save words of a source as a quote, if they stand there',
  define: (command, run) =>
    command
      .requiredOption('--exact <words>', 'the words')
      .option('--prefix <words>', 'what stands before them')
      .option('--suffix <words>', 'what stands after them')
      .action((path: string, key: string, options: { exact: string; prefix?: string; suffix?: string }) =>
        run((workspace) => quote(workspace, path, key, options))
      )
}

/** `dossier quote`: locates words in a source and saves them as a quote when they stand there. */
async function quote(
  workspace: Workspace,
  path: string,
  key: string,
  { exact, ...near }: { exact: string; prefix?: string; suffix?: string }
): Promise<Answer> {
  await openToWrite(workspace, path)
  const source = await sourceOf(workspace, key)
  const request = { sourceId: source.id, words: exact, ...near }
  const { quote: saved, verification } = await workspace.handlers['quote.words'](request)
  const content = (await workspace.handlers['source.get']({ id: source.id })).text.text
  const start = saved?.target.start ?? verification.start
  const end = saved?.target.end ?? verification.end
  const json = {
    key: saved?.key ?? null,
    state: verification.state,
    start: start === null ? null : toCodePoints(content, start),
    end: end === null ? null : toCodePoints(content, end),
    exact: start === null || end === null ? null : content.slice(start, end),
    reason: verification.reason
  }
  const name = STATE_NAMES[verification.state]
  return saved
    ? { json, text: say`${saved.key}  ${name}  ${oneLine(saved.target.exact)}` }
    : { json, text: say`${name}: ${verification.reason} No quote was saved.`, exit: EXIT.findings }
}

export const QUOTES: Verb = {
  args: '<case>',
  summary: 'list the saved quotes',
  define: (command, run) => command.action((path: string) => run((workspace) => listQuotes(workspace, path)))
}

/** `dossier quotes`: lists the saved quotes with their states. */
async function listQuotes(workspace: Workspace, path: string): Promise<Answer> {
  await openToRead(workspace, path)
  const json = (await workspace.handlers['quote.states']({})).map(
    ({ quote: saved, source, state, start, end, locator }) => {
      const { key, target, speaker, note } = saved
      return { key, source, state, exact: target.exact, start, end, locator, speaker, note }
    }
  )
  return {
    json,
    text: columns(
      json.map((row) => [row.key, row.source, row.locator ?? '', STATE_NAMES[row.state], oneLine(row.exact)])
    )
  }
}
