import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  Paragraph,
  SimpleField,
  TextRun,
  type IRunOptions,
  type ParagraphChild
} from 'docx'
import type { Run } from '../../../../shared/composition/block.ts'
import { linkable, printable } from '../../text.ts'
import { runsRightToLeft, stretches } from './direction.ts'
import { VOICE_IDS } from './styles.ts'

type RunLook = Omit<IRunOptions, 'children' | 'text'>

/** What a run takes over from where it stands. */
export interface Place {
  /** BCP 47. */
  language: string
  /** Whether its paragraph runs from right to left. */
  rightToLeft: boolean
}

/** Longest name of a bookmark that Word takes. */
const LONGEST_NAME = 40

/** Writes runs as what a paragraph of a Word document holds, and gathers their footnotes. */
export class Inline {
  readonly footnotes: Record<string, { children: Paragraph[] }> = {}
  readonly #names = new Map<string, string>()
  readonly #taken = new Set<string>()
  #notes = 0

  runs(runs: readonly Run[], place: Place): ParagraphChild[] {
    return runs.flatMap((run) => this.#run(run, place, true))
  }

  /** Marks a place that links lead to. */
  bookmark(destination: string, children: readonly ParagraphChild[]): Bookmark {
    return new Bookmark({ id: this.name(destination), children: [...children] })
  }

  /** A destination as the name of a bookmark: letters, digits and underscores, each its own. */
  name(destination: string): string {
    const known = this.#names.get(destination)
    if (known !== undefined) return known
    const plain = `d_${destination.replace(/\W/g, '_')}`.slice(0, LONGEST_NAME)
    let name = plain
    for (let i = 2; this.#taken.has(name); i++) name = `${plain.slice(0, LONGEST_NAME - 6)}_${i}`
    this.#names.set(destination, name)
    this.#taken.add(name)
    return name
  }

  #run(run: Run, place: Place, mayNote: boolean): ParagraphChild[] {
    const language = run.language ?? place.language
    const look: RunLook = {
      ...(run.bold ? { bold: true, boldComplexScript: true } : {}),
      ...(run.italic ? { italics: true, italicsComplexScript: true } : {}),
      ...(run.smallCaps ? { smallCaps: true } : {}),
      ...(run.script === 'super' ? { superScript: true } : {}),
      ...(run.script === 'sub' ? { subScript: true } : {}),
      ...styleOf(run)
    }
    let children: ParagraphChild[] = textRuns(run.text, look, { ...place, language })
    if (run.pageOf !== undefined) children.push(new SimpleField(`PAGEREF ${this.name(run.pageOf)} \\h`, '…'))
    children = this.#linked(run, children)
    if (run.anchor !== undefined) children = [this.bookmark(run.anchor, children)]
    if (!run.note) return children
    return mayNote ? [...children, this.#note(run.note)] : [...children, ...this.#inBrackets(run.note, place)]
  }

  #linked({ target }: Run, children: ParagraphChild[]): ParagraphChild[] {
    if (!target) return children
    if ('destination' in target) return [new InternalHyperlink({ anchor: this.name(target.destination), children })]
    const link = linkable(target.uri)
    return link === null ? children : [new ExternalHyperlink({ link, children })]
  }

  #note(runs: readonly Run[]): FootnoteReferenceRun {
    const id = ++this.#notes
    const place = { language: runs[0]?.language ?? 'en', rightToLeft: runsRightToLeft(wordsOf(runs)) }
    const children = [new TextRun(' '), ...runs.flatMap((run) => this.#run(run, place, false))]
    const paragraph = new Paragraph({ style: 'FootnoteText', bidirectional: place.rightToLeft, children })
    this.footnotes[id] = { children: [paragraph] }
    return new FootnoteReferenceRun(id)
  }

  /** A note within a note, which Word doesn't have. */
  #inBrackets(runs: readonly Run[], place: Place): ParagraphChild[] {
    return [new TextRun(' ['), ...runs.flatMap((run) => this.#run(run, place, false)), new TextRun(']')]
  }
}

/** The words of runs, without their notes. */
export function wordsOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

function styleOf({ voice = 'plain', target }: Run): RunLook {
  const id = VOICE_IDS[voice]
  if (id !== undefined) return { style: id }
  const linked = target && ('destination' in target || linkable(target.uri) !== null)
  return linked && voice !== 'bare' ? { style: 'Hyperlink' } : {}
}

/** Text as runs: one for each direction, breaks and tabs as Word has them. */
export function textRuns(text: string, look: RunLook, place: Place): TextRun[] {
  return stretches(printable(text), place.rightToLeft).flatMap(({ text: piece, rightToLeft }) =>
    piece.split('\n').map((line, i) => {
      return new TextRun({
        ...look,
        ...(rightToLeft ? { rightToLeft: true } : {}),
        language: languageOf(place.language, rightToLeft),
        ...(i > 0 ? { break: 1 } : {}),
        text: line
      })
    })
  )
}

/** Word keeps a language for each of three groups of scripts. */
function languageOf(language: string, rightToLeft: boolean): NonNullable<IRunOptions['language']> {
  const tag = printable(language)
  if (rightToLeft) return { bidirectional: tag }
  return /^(zh|ja|ko)\b/i.test(tag) ? { eastAsia: tag } : { value: tag }
}
