import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { ExportInput } from '../../src/shared/composition/input.ts'
import { isBuilt } from '../../scripts/built.mjs'
import { contentOf } from './content.ts'
import { typstSource } from './typst.ts'

const TELL_CPU = new URL('tell-cpu.mjs', import.meta.url).href
const DOSSIER = fileURLToPath(new URL('../../bin/dossier.mjs', import.meta.url))
const TYPST = fileURLToPath(new URL('typst-alone.ts', import.meta.url))

/** CPU time of a whole process with all its threads, from its start to its end, in milliseconds: the least of some runs. */
function cpuOf(runs: number, args: readonly string[], folder: string): number {
  const told = join(folder, 'cpu.json')
  let found = Infinity
  for (let run = 0; run < runs; run++) {
    execFileSync(process.execPath, ['--import', TELL_CPU, ...args], {
      env: { ...environmentIn(folder), BENCH_CPU: told },
      stdio: ['ignore', 'ignore', 'pipe']
    })
    found = Math.min(found, z.object({ cpu: z.number() }).parse(JSON.parse(readFileSync(told, 'utf8'))).cpu)
  }
  return found
}

/** The user's data stay apart. */
function environmentIn(folder: string): NodeJS.ProcessEnv {
  const user = join(folder, 'user')
  return { ...process.env, HOME: user, XDG_CONFIG_HOME: user, XDG_DATA_HOME: user, XDG_STATE_HOME: user }
}

/** What the command line needs for the PDF of a brief that it has as Markdown, with `export` as users call it: `dossier`, from the build. */
export function cpuOfCommand(runs: number, input: ExportInput, folder: string): number {
  if (!isBuilt('commandLine')) throw new Error('The command line isn’t built: run “npm run build”.')
  const [path, articles, brief] = [join(folder, 'case'), join(folder, 'articles'), join(folder, 'brief.md')]
  writeArticles(input, articles)
  writeFileSync(brief, markdownOf(input))
  const env = environmentIn(folder)
  for (const args of [
    ['init', path, '--title', input.brief.title],
    ['import', path, articles],
    ['brief', 'import', path, brief]
  ])
    execFileSync(process.execPath, [DOSSIER, ...args], { env, stdio: 'pipe' })
  const pdf = join(folder, 'brief.pdf')
  const cpu = cpuOf(runs, [DOSSIER, 'export', path, '1', '--pdf', pdf], folder)
  rmSync(path, { recursive: true })
  return cpu
}

/** What typst needs for the same words from its own language, its compiler loaded, in a process of its own. */
export function cpuOfTypst(runs: number, input: ExportInput, folder: string): number {
  const source = join(folder, 'brief.typ')
  writeFileSync(source, typstSource(contentOf(input), input.brief.title))
  return cpuOf(runs, [TYPST, source, join(folder, 'typst.pdf')], folder)
}

function writeArticles({ sources }: ExportInput, folder: string): void {
  mkdirSync(folder)
  for (const { source, text } of sources)
    writeFileSync(join(folder, `${source.key.slice(1).padStart(4, '0')}.txt`), text.text.replaceAll('\n', '\n\n'))
}

/** The made brief as Markdown: a section's title, then each statement with its source and the quote below it. */
function markdownOf({ brief, quotes, sources }: ExportInput): string {
  const keys = new Map(sources.map(({ source }) => [source.id, source.key]))
  const sourceOf = new Map(quotes.map(({ id, sourceId }) => [id, keys.get(sourceId) ?? '']))
  const lines = ['---', `title: ${brief.title}`, `author: ${brief.author}`, `date: ${brief.date}`, '---', '']
  for (const { content } of brief.doc.content)
    for (const block of content) {
      if (block.type === 'sectionTitle') lines.push(`## ${textOf(block.content)}`, '')
      if (block.type === 'statement') {
        const cited = block.content?.find((each) => each.type === 'citation')
        lines.push(`${textOf(block.content)} [@${sourceOf.get(cited?.attrs.quoteId ?? '') ?? ''}] {.fact}`, '')
      }
      if (block.type === 'quoteBlock')
        lines.push(`> ${textOf(block.content)}`, '>', `> — [@${sourceOf.get(block.attrs.quoteId ?? '') ?? ''}]`, '')
    }
  return lines.join('\n')
}

function textOf(content: readonly { type: string; text?: string }[] | undefined): string {
  return (content ?? [])
    .map(({ text }) => text ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
