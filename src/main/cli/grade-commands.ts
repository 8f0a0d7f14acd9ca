import {
  CREDIBILITY,
  gradingWords,
  RELIABILITY,
  type Credibility,
  type Grading,
  type Reliability
} from '../../shared/source/grading.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Workspace } from '../workspace.ts'
import { openToRead, openToWrite, sourceOf } from './case-access.ts'
import { oneOf } from './option-values.ts'
import type { Answer } from './output.ts'
import { columns, lines, say } from './printable.ts'
import type { Verb } from './verb.ts'

interface Options {
  reliability?: Reliability
  credibility?: Credibility
  because?: string
  remove?: boolean
  legend?: boolean
}

/** `dossier grade`. */
export const GRADE: Verb = {
  args: '<case> [source-or-quote]',
  summary: 'grade a source such as S1, or a quote such as Q1; without one, list the grades',
  define: (command, run) =>
    command
      .option('--reliability <A-F>', 'how reliable the source is', (value) =>
        oneOf(
          value.toUpperCase(),
          RELIABILITY.map(({ grade }) => grade)
        )
      )
      .option('--credibility <1-6>', 'how credible its information is', (value) =>
        oneOf(
          value,
          CREDIBILITY.map(({ grade }) => grade)
        )
      )
      .option('--because <reason>', 'why: of each grade that is given')
      .option('--remove', 'take the grades away')
      .option('--legend', 'tell what the grades mean')
      .action((path: string, key: string | undefined, options: Options) =>
        run((workspace) => grade(workspace, path, key, options))
      )
}

async function grade(workspace: Workspace, path: string, key: string | undefined, options: Options): Promise<Answer> {
  if (options.legend) return legend()
  if (key === undefined) return list(workspace, path)
  const { reliability, credibility, because = '', remove = false } = options
  if (!remove && reliability === undefined && credibility === undefined)
    return shown(key, await gradedOf(workspace, path, key))
  await openToWrite(workspace, path)
  const { of, id, key: name, grading } = await found(workspace, key)
  const changed: Grading | null = remove
    ? null
    : {
        ...(grading ?? { reliability: null, credibility: null }),
        ...(reliability === undefined ? {} : { reliability, reliabilityReason: because }),
        ...(credibility === undefined ? {} : { credibility, credibilityReason: because })
      }
  const after = await workspace.handlers[of]({ id, grading: changed })
  return shown(name, after.grading ?? null)
}

/** What a source's or a quote's grading is. */
async function gradedOf(workspace: Workspace, path: string, key: string): Promise<Grading | null> {
  await openToRead(workspace, path)
  return (await found(workspace, key)).grading
}

async function found(
  workspace: Workspace,
  key: string
): Promise<{ of: 'grade.source' | 'grade.quote'; id: string; key: string; grading: Grading | null }> {
  if (!/^q\d+$/i.test(key)) {
    const { id, key: name, grading } = await sourceOf(workspace, key)
    return { of: 'grade.source', id, key: name, grading }
  }
  const states = await workspace.handlers['quote.states']({})
  const quote = states.find((each) => each.quote.key === key.toUpperCase())?.quote
  if (!quote) throw new DossierError('not-found', `There is no quote ${key} in this case. Nothing was graded.`)
  return { of: 'grade.quote', id: quote.id, key: quote.key, grading: quote.grading ?? null }
}

function shown(key: string, grading: Grading | null): Answer {
  const reasons = [grading?.reliabilityReason, grading?.credibilityReason].filter((reason) => reason !== undefined)
  return {
    json: { key, grading },
    text: grading
      ? lines(
          say`${key}  ${gradingWords(grading)}`,
          ...[...new Set(reasons)].map((reason) => say`  because: ${reason}`)
        )
      : say`${key} isn’t graded.`
  }
}

async function list(workspace: Workspace, path: string): Promise<Answer> {
  await openToRead(workspace, path)
  const json = await workspace.handlers['grade.list']({})
  return {
    json,
    text:
      json.length === 0
        ? say`Nothing is graded.`
        : columns(json.map(({ key, source, grading }) => [key, key === source ? '' : source, gradingWords(grading)]))
  }
}

function legend(): Answer {
  const json = { reliability: RELIABILITY, credibility: CREDIBILITY }
  const rows = [...RELIABILITY, ...CREDIBILITY].map(({ grade: letter, words, meaning }) => [letter, words, meaning])
  return { json, text: columns(rows) }
}
