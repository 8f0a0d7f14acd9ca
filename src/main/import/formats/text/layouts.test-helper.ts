import { Chance, joined, makeArticle, type MadeArticle } from './made-article.test-helper.ts'
import type { Tongue } from './made-words.test-helper.ts'

/** How a layout puts an article into lines. Empty lines may come between the lines of the head, or not. */
export interface Laid {
  head: string[]
  /** Stands before the words of the first paragraph. */
  lead?: string
  tail?: string[]
  /** The line of the head that is text: a standfirst. */
  kept?: string
  /** What the file doesn't say, or says otherwise than the article. */
  truth?: Partial<Truth>
  /** True when the lines of the tail are text. */
  keepsTail?: boolean
  /** The lines of the head stay together, and an empty line follows them. */
  compact?: boolean
  /** The body has empty lines between its paragraphs. */
  spaced?: boolean
  name?: string
  /** Lines that may be read as text or not, such as captions and marks of the end. */
  optional?: string[]
}

export interface Truth {
  title: string
  authors: string[] | null
  publisher: string | null
  published: string | null
  agencies: string[] | null
}

export interface MadeFile {
  layout: string
  name: string
  text: string
  truth: Truth
  paragraphs: string[]
  optional: string[]
  /** True when lines are broken and neither empty lines nor indents tell paragraphs apart. */
  isTight: boolean
}

/** Makes the lines of an article. */
export type Layout = (article: MadeArticle, chance: Chance) => Laid

/** Layouts by name, each with the languages it's made in. */
export type Layouts = Record<string, [Layout, ...Tongue[]]>

const AND: Record<Tongue, string> = { en: 'and', de: 'und', fr: 'et', es: 'y', nl: 'en', it: 'e', pl: 'i', ru: 'и' }
const BY: Record<Tongue, string[]> = {
  en: ['By '],
  de: ['Von '],
  fr: ['Par '],
  es: ['Por '],
  nl: ['Door '],
  it: ['di ', 'Di '],
  pl: ['Autor: '],
  ru: ['Автор: ']
}

/** `By Tove Lind and Arne Moll`, in the article's language. */
export function byline(article: MadeArticle, chance: Chance): string {
  return chance.pick(BY[article.tongue]) + names(article)
}

export function names({ authors, tongue }: MadeArticle): string {
  return joined(authors, AND[tongue])
}

/** Some of the lines, each with its own probability. */
export function some(chance: Chance, part: number, ...lines: string[]): string[] {
  return lines.filter(() => chance.often(part))
}

/** Makes a file of a layout. The same seed makes the same file. */
export function makeFile(name: string, layout: Layout, tongue: Tongue, seed: number, make = makeArticle): MadeFile {
  return makeFileOf(name, layout, tongue, seed, make)
}

/** The same of articles of other languages. */
export function makeFileOf<Article extends Omit<MadeArticle, 'tongue'>, T>(
  name: string,
  layout: (article: Article, chance: Chance) => Laid,
  tongue: T,
  seed: number,
  make: (chance: Chance, tongue: T) => Article
): MadeFile {
  const chance = new Chance(seed)
  const article = make(chance, tongue)
  const laid = layout(article, chance)
  const body = [...article.paragraphs]
  if (laid.lead !== undefined) body[0] = laid.lead + article.paragraphs[0]!
  const isMarkdown = laid.name?.endsWith('.md') ?? false
  const spaced = laid.spaced === true || isMarkdown || chance.often(0.6)
  const width = chance.often(0.35) ? chance.whole(60, 80) : null
  const indented = width !== null && !spaced && chance.often(0.5)
  const wrap = (line: string): string[] => (width === null ? [line] : wrapped(line, width))

  const lines: string[] = []
  const loose = laid.compact !== true && chance.often(0.4)
  for (const line of laid.head) {
    if (loose && lines.length > 0 && lines.at(-1) !== '' && line !== '') lines.push('')
    lines.push(...(isMarkdown || laid.head[0] === '---' ? [line] : wrap(line)))
  }
  const touching = laid.compact !== true && !spaced && width === null && chance.often(0.5)
  if (!touching && lines.at(-1) !== '') lines.push('')
  body.forEach((paragraph, index) => {
    if (index > 0 && spaced) lines.push('')
    const [first = '', ...more] = wrap(indented ? `____${paragraph}` : paragraph)
    lines.push(indented ? first.replace('____', '    ') : first, ...more)
  })
  if (laid.tail !== undefined) lines.push('', ...laid.tail)
  const trailing = chance.often(0.1) ? ' ' : ''
  const end = chance.often(0.2) ? '\r\n' : '\n'
  return {
    layout: name,
    name: laid.name ?? 'article.txt',
    text: lines.map((line) => (line !== '' && !isMarkdown ? line + trailing : line)).join(end) + chance.pick(['', end]),
    truth: {
      title: article.title,
      authors: article.authors,
      publisher: article.publisher,
      published: article.day,
      agencies: null,
      ...laid.truth
    },
    paragraphs: [
      ...(laid.kept === undefined ? [] : [laid.kept]),
      ...body,
      ...(laid.keepsTail === true ? laid.tail! : [])
    ],
    optional: laid.optional ?? [],
    isTight: width !== null && !spaced && !indented
  }
}

/** Breaks a line as mailers do: as many words on each as there is room for. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' && lines.length === 0 ? word : line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
