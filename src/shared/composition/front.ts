import type { Block, ContentsGroup, CoverGroup, Run, TextBlock } from './block.ts'
import { writtenDate } from './dates.ts'
import { TLP_MEANINGS } from './handling.ts'
import type { ExportInput } from './input.ts'
import { isolated } from './isolate.ts'
import type { References } from './references.ts'
import { counted, counts } from './summary.ts'

/** The title under which a brief without one is printed. */
export const UNTITLED = 'Untitled brief'

/** Fewer headings than this need no contents. */
const LEAST_CONTENTS = 3

/** What stands before the sections: a cover, or the title above the text; then the contents. */
export function front(input: ExportInput, references: References, entries: ContentsGroup['entries']): Block[] {
  const contents: Block[] = entries.length < LEAST_CONTENTS ? [] : [{ type: 'contents', entries }]
  if (!input.options.cover) {
    const above: Block[] = contents.length > 0 ? [{ type: 'rule' }, ...contents] : []
    return [...titleBlock(input), ...above, { type: 'rule' }]
  }
  if (contents.length === 0) return [cover(input, references)]
  const heading: TextBlock = { type: 'text', kind: 'heading', level: 2, runs: [{ text: 'Contents' }], language: 'en' }
  return [cover(input, references), heading, ...contents, { type: 'rule' }]
}

function title({ brief }: ExportInput): Pick<TextBlock, 'level' | 'destination' | 'runs'> {
  const text = brief.title.trim() === '' ? UNTITLED : brief.title
  return { level: 1, destination: 'top', runs: [{ text }] }
}

function byline({ brief }: ExportInput): string[] {
  return [isolated(brief.author.trim(), brief.language), writtenDate(brief.date, brief.language)].filter(
    (part) => part !== ''
  )
}

function titleBlock(input: ExportInput): TextBlock[] {
  const { brief } = input
  const blocks: TextBlock[] = [
    { type: 'text', kind: 'eyebrow', runs: [{ text: input.case.title }] },
    { type: 'text', kind: 'title', ...title(input) },
    { type: 'text', kind: 'byline', runs: [{ text: byline(input).join(' · ') }] },
    {
      type: 'text',
      kind: 'handling',
      runs: [{ text: brief.tlp, voice: 'strong' }, { text: ` ${TLP_MEANINGS[brief.tlp]}` }]
    }
  ]
  return blocks.filter(isSet)
}

/** The cover: case, title, author and date; at its foot how the brief is to be handled, and what it rests on. */
function cover(input: ExportInput, references: References): CoverGroup {
  const { brief, sources } = input
  const quotes = references.quotes.length === 0 ? 'no quotes' : counts(references.quotes)
  const foot: [string, Run[]][] = [
    ['Handling', [{ text: brief.tlp, voice: 'strong' }]],
    ['Who may read', [{ text: TLP_MEANINGS[brief.tlp] }]],
    ['Evidence', [{ text: `${counted(sources.length, 'source')}; ${quotes}` }]]
  ]
  return {
    type: 'cover',
    top: [{ type: 'text', kind: 'coverCase', runs: [{ text: input.case.title }] } satisfies TextBlock].filter(isSet),
    middle: [
      { type: 'text', kind: 'coverTitle', ...title(input) },
      { type: 'text', kind: 'coverByline', runs: [{ text: byline(input).join('\n') }] }
    ],
    foot: foot.map(([lead, runs]): TextBlock => ({ type: 'text', kind: 'coverDetail', lead, runs, language: 'en' }))
  }
}

function isSet({ runs }: TextBlock): boolean {
  return runs.some((run) => run.text.trim() !== '')
}
