import type { Block, TextBlock } from '../block.ts'
import type { ExportInput } from '../input.ts'
import type { AppendixName } from '../options.ts'
import type { References } from '../references.ts'

/** What may stand behind a brief: a chapter with a title, made of what the export has. */
export interface Appendix {
  /** In print, in the contents and among the bookmarks. */
  title: string
  /** Whether it begins a page. */
  startPage?: boolean
  /** What stands below the title. An appendix without any isn't printed. */
  body: (input: ExportInput, references: References) => Block[]
}

/** An appendix as it is printed; its place has its name. */
export function chapter(name: AppendixName, { title, startPage = false }: Appendix, body: readonly Block[]): Block {
  const heading: TextBlock = {
    type: 'text',
    kind: 'heading',
    level: 2,
    runs: [{ text: title }],
    bookmark: title,
    destination: name
  }
  return { type: 'section', startPage, language: 'en', children: [heading, ...body] }
}

/** What an appendix that quotes sources says in a redacted export, where some are withheld or hold what is; empty in others. */
export function withheldNote({ sources }: ExportInput): string {
  return sources.some(({ withheld }) => withheld !== 'no')
    ? ' Of sources that are withheld, or hold what is withheld, nothing is listed here.'
    : ''
}

/** A paragraph that tells what an appendix holds; it stays with what follows. */
export function about(text: string, keepNext = true): TextBlock {
  return { type: 'text', kind: 'body', keepNext, runs: [{ text }] }
}
