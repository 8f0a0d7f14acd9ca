import type { Block, Run, TextBlock } from './block.ts'
import { compose } from './blocks.ts'
import { Fonts } from './fonts.ts'
import type { ExportInput } from './input.ts'
import { runStyle, STYLES } from './styles.ts'

/** A character that no installed font prints. */
export interface MissingGlyph {
  character: string
  /** In the notation of Unicode, such as `U+4E2D`. */
  codePoint: string
  /** The headings under which it stands, or `Title`, in the order of the brief. */
  where: string[]
}

/**
 * The characters of an export that no installed font covers, each once. In print they appear as their code, such as
 * `[U+4E2D]`, so that nothing vanishes unseen.
 */
export function missingGlyphs(input: ExportInput): MissingGlyph[] {
  const fonts = new Fonts(input.brief.language)
  const found = new Map<string, Set<string>>()
  let heading = 'Title'
  for (const block of texts(compose(input).blocks)) {
    if (block.bookmark !== undefined) heading = block.bookmark
    for (const character of uncovered(fonts, block)) {
      const places = found.get(character)
      if (places) places.add(heading)
      else found.set(character, new Set([heading]))
    }
  }
  return [...found].map(([character, places]) => ({
    character,
    codePoint: `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
    where: [...places]
  }))
}

function* uncovered(fonts: Fonts, block: TextBlock): Generator<string> {
  for (const run of runsOf(block.runs)) {
    const { face } = runStyle(run, STYLES[block.kind])
    for (const character of run.text.toWellFormed()) {
      const point = character.codePointAt(0)!
      if (!/[\t\r\n\u2028\u2029]/.test(character) && !fonts.prints(face, point)) yield character
    }
  }
}

function runsOf(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => [run, ...(run.note ?? [])])
}

/** The text blocks within blocks, in order. Tables and contents only repeat what stands elsewhere. */
function* texts(blocks: readonly Block[]): Generator<TextBlock> {
  for (const block of blocks) {
    if (block.type === 'text') yield block
    else if (block.type === 'section') yield* texts(block.children)
    else if (block.type === 'list') for (const item of block.items) yield* texts(item.children)
    else if (block.type === 'quote') yield* [...block.before, block.words, ...block.after]
  }
}
