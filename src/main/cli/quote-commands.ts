import { resolve } from 'node:path'
import { toCodePoints } from '../../shared/quote/position.ts'
import { STATE_NAMES } from '../../shared/quote/quote.ts'
import type { VerifyHint } from '../../shared/quote/prepared.ts'
import { verifyQuote } from '../../shared/quote/verify.ts'
import { quoteWords, type ClockAndIds } from '../use-cases/quotes.ts'
import type { Workspace } from '../workspace.ts'
import { inCodePoints, openToWrite, sourceOf } from './case-access.ts'
import { EXIT, oneLine, type Answer } from './output.ts'
import { columns, say } from './printable.ts'

/** `dossier quote`: locates words in a source and saves them as a quote when they stand there. */
export async function quote(
  workspace: Workspace,
  path: string,
  key: string,
  words: { exact: string; prefix?: string; suffix?: string },
  clockAndIds: ClockAndIds
): Promise<Answer> {
  await openToWrite(workspace, path)
  const source = await sourceOf(workspace, key)
  const hint: VerifyHint = {
    ...(words.prefix === undefined ? {} : { prefix: words.prefix }),
    ...(words.suffix === undefined ? {} : { suffix: words.suffix })
  }
  const open = workspace.opened()
  const { quote: saved, verification } = await quoteWords(open, source.id, words.exact, hint, clockAndIds)
  const content = (await open.text(source.id)).text.text
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

/** `dossier quotes`: lists the saved quotes with their states. */
export async function listQuotes(workspace: Workspace, path: string): Promise<Answer> {
  await workspace.open(resolve(path), { write: false })
  const open = workspace.opened()
  const json = []
  for (const { key, sourceId, target, speaker, note } of open.store.catalogue.quotes()) {
    const { text: content, prepared } = await open.text(sourceId)
    const { state } = verifyQuote(target.exact, prepared, target)
    const { start, end } = inCodePoints(content.text, [target])[0]!
    json.push({
      key,
      source: (await open.source(sourceId)).source.key,
      state,
      exact: target.exact,
      start,
      end,
      speaker,
      note
    })
  }
  return { json, text: columns(json.map((row) => [row.key, row.source, STATE_NAMES[row.state], oneLine(row.exact)])) }
}
