import { BriefBuilder, cite } from '../../src/main/pdf/test/brief.test-helper.ts'
import type { ExportInput } from '../../src/shared/composition/input.ts'

/** Statements that fill this many pages, nearly: each has a quote of its own. */
export const STATEMENTS = { 2: 3, 100: 258, 500: 1300 } as const

const STATEMENTS_PER_SECTION = 30
const STATEMENTS_PER_SOURCE = 6
const PARAGRAPHS = 12

/** Word forms of a text of this length, and how often each occurs, follow Zipf's law as in any language. */
const FORMS = 6000
const SYLLABLES =
  'har bour min is ter con tract ver sol len ves tad pay ment in qui ry build er the of off ici al re port'.split(' ')

function form(rank: number): string {
  if (rank < SYLLABLES.length) return SYLLABLES[rank]!
  return SYLLABLES[rank % SYLLABLES.length]! + form(Math.floor(rank / SYLLABLES.length) - 1)
}

/** Words in an order that is the same in every run. */
function* words(): Generator<string> {
  for (let state = 17; ; state = (state * 1103515245 + 12345) % 2147483648) {
    yield form(Math.floor(FORMS ** (state / 2147483648)) - 1)
  }
}

/** Makes a brief of as many statements and quotes, over a sixth as many sources. Same number, same brief. */
export function madeBrief(statements: number): ExportInput {
  const stream = words()
  const sentence = (length: number): string => {
    const text = Array.from({ length }, () => stream.next().value as string).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const builder = new BriefBuilder()
  const count = Math.ceil(statements / STATEMENTS_PER_SOURCE)
  const sources = Array.from({ length: count }, (_, i) =>
    builder.source([sentence(9), ...Array.from({ length: PARAGRAPHS }, () => sentence(34))], {
      publisher: `Harbour Post ${i}`,
      published: '2031-02-01',
      url: `https://harbour-post.example/reports/2031/02/${i}-${'breakwater-'.repeat(4)}${i}.html`
    })
  )
  for (let from = 0; from < statements; from += STATEMENTS_PER_SECTION) {
    const length = Math.min(STATEMENTS_PER_SECTION, statements - from)
    const blocks = Array.from({ length }, (_, i) => {
      const n = from + i
      const id = sources[n % count]!
      const paragraphs = builder.sources[n % count]!.text.text.split('\n')
      const quote = builder.quote(id, paragraphs[1 + (Math.floor(n / count) % PARAGRAPHS)]!)
      return [builder.statement([`${sentence(40)} `, cite(quote), ` ${sentence(22)}`]), builder.block(quote)]
    })
    builder.section(sentence(4), ...blocks.flat())
  }
  return builder.build()
}
