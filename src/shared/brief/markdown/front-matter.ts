import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { Tlp } from '../../source/source.ts'

/** What the front matter may say. Unknown keys are passed over. */
const FrontMatter = z.object({
  title: z.coerce.string().optional(),
  author: z.union([z.coerce.string(), z.array(z.string()).transform((names) => names.join(', '))]).optional(),
  date: z.iso.date().optional(),
  tlp: z
    .string()
    .transform((label) =>
      label
        .trim()
        .toUpperCase()
        .replace(/^(?!TLP:)/, 'TLP:')
    )
    .pipe(Tlp)
    .optional(),
  language: z.string().optional(),
  template: z.string().optional(),
  ids: z.array(z.string().min(1)).optional()
})

/** Splits the YAML front matter off a brief in Markdown. @throws SyntaxError with a sentence for people when it isn't valid */
export function splitFrontMatter(markdown: string): { front: z.output<typeof FrontMatter>; body: string } {
  const match = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(markdown)
  if (!match) return { front: {}, body: markdown }
  let value: unknown
  try {
    value = parseYaml(match[1] ?? '', { maxAliasCount: 20 }) ?? {}
  } catch (error) {
    throw new SyntaxError('The front matter of the brief isn’t valid YAML. Nothing was imported.', { cause: error })
  }
  const parsed = FrontMatter.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue?.path.join('.') ?? ''
    const hint =
      field === 'date' ? ' Write it as 2031-03-12.' : field === 'tlp' ? ` Use one of ${Tlp.options.join(', ')}.` : ''
    throw new SyntaxError(`The front matter’s “${field || 'content'}” can’t be read.${hint} Nothing was imported.`)
  }
  return { front: parsed.data, body: markdown.slice(match[0].length) }
}
