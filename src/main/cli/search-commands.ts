import { InvalidArgumentError, Option } from 'commander'
import { SCOPES, type Scope } from '../../shared/search/query.ts'
import type { Workspace } from '../workspace.ts'
import { openToRead } from './case-access.ts'
import { oneLine, type Answer } from './output.ts'
import { columns, lines, say } from './printable.ts'
import type { Verb } from './verb.ts'

interface SearchOptions {
  in?: Scope
  limit: number
}

export const SEARCH: Verb = {
  args: '<case> <query...>',
  summary: 'find words in texts, metadata, quotes, notes and briefs; docs/search.md tells the language of queries',
  define: (command, run) =>
    command
      .addOption(new Option('--in <kind>', 'only what is of a kind').choices(SCOPES))
      .option('--limit <n>', 'hits to show, at most', count, 20)
      .action((path: string, words: string[], options: SearchOptions) =>
        run((workspace) => search(workspace, path, words.join(' '), options))
      )
}

function count(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Use a number, such as 20.')
  return Number(value)
}

/** `dossier search`: what a query finds in a case, the best first. */
async function search(workspace: Workspace, path: string, query: string, options: SearchOptions): Promise<Answer> {
  await openToRead(workspace, path)
  const answer = await workspace.handlers['search.list']({ query, scope: options.in ?? null, limit: options.limit })
  const { read, total, sources, ms, complete, hits } = answer
  const json = {
    query,
    read,
    total,
    ms,
    complete,
    hits: hits.map(
      ({ kind, key, sourceKey, title, publisher, published, count: found, score, start, end, snippet }) => ({
        ...{ kind, key, sourceKey, title, publisher, published },
        ...{ count: found, score, start, end, snippet }
      })
    )
  }
  const rows = hits.map(({ kind, key, title, published, snippet }) => [
    kind === 'brief' ? 'brief' : key,
    published?.slice(0, 10) ?? '',
    oneLine(title, 40),
    oneLine(snippet.text, 90)
  ])
  const summary =
    read === ''
      ? say`Nothing was asked: “${query}” has no words.`
      : say`${total} ${total === 1 ? 'hit' : 'hits'} in ${sources} ${sources === 1 ? 'source' : 'sources'} for ${read}`
  return { json, text: lines(columns(rows), summary) }
}
