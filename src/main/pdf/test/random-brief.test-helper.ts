import { BriefBuilder, cite } from './brief.test-helper.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'

/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 up to, not including, `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!
  }
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: 'the harbour board signed contract before tender closed ministry opened inquiry payment “binding” figures — 48.2 million crowns in December affluent office, 2031; nobody’s'.split(
    ' '
  ),
  ru: 'порт совет подписал контракт до закрытия тендера министерство начало расследование платёж «ничего» 12 января, который'.split(
    ' '
  ),
  el: 'το υπουργείο ανακοίνωσε έρευνα για τη σύμβαση του λιμανιού που υπογράφηκε πριν από τον διαγωνισμό'.split(' '),
  de: 'Der Hafenausschuß unterzeichnete den Vertrag über die Mole, größer als 3 000 Kronen, „früher“ übergäbe Ärger'.split(
    ' '
  ),
  ar: 'وقال المتحدث إن العقد وُقّع في 12 يناير، بحسب الوثائق التي اطلعت عليها الصحيفة'.split(' '),
  he: 'העסקה נחתמה ב־12 בינואר לפי המסמכים שראה העיתון, אמר הדובר'.split(' '),
  hi: 'समझौते पर हस्ताक्षर किए गए और मंत्रालय ने जाँच शुरू की'.split(' ')
}

function sentence(random: Random, language: string, least: number, most: number): string {
  const words = Array.from({ length: least + random.below(most - least) }, () => random.pick(WORDS[language]!))
  return `${words.join(' ')}.`
}

/** A brief of any length in any mixture of scripts. */
export function randomBrief(seed: number): ExportInput {
  const random = new Random(seed)
  const b = new BriefBuilder()
  const languages = Object.keys(WORDS)
  const main = random.pick(['en', 'en', 'en', 'de', 'ru', 'el'])
  const sources = Array.from({ length: 1 + random.below(5) }, (_, i) => {
    const language = random.below(3) === 0 ? random.pick(languages) : main
    const paragraphs = Array.from(
      { length: 3 + random.below(8) },
      (_, k) => `${i}.${k} ${sentence(random, language, 5, 40)}`
    )
    const id = b.source(paragraphs, {
      language,
      publisher: `Courier ${i}`,
      url: `https://courier-${i}.example/${random.below(1e6)}`
    })
    return { id, paragraphs }
  })
  const quotes = Array.from({ length: 1 + random.below(random.below(3) === 0 ? 40 : 8) }, () => {
    const { id, paragraphs } = random.pick(sources)
    const words = random.pick(paragraphs).split(' ')
    const start = random.below(Math.max(1, words.length - 4))
    return b.quote(
      id,
      words.slice(start, start + 3 + random.below(20)).join(' '),
      random.below(3) === 0 ? 'A speaker' : null
    )
  })
  const statement = () => {
    const mixed = random.below(5) === 0 ? random.pick(languages) : main
    const cited = Array.from({ length: random.below(3) }, () => [' ', cite(random.pick(quotes))]).flat()
    return b.statement([
      sentence(random, mixed, 3, 60),
      ...cited,
      random.below(2) === 0 ? '.' : ` ${sentence(random, main, 2, 9)}`
    ])
  }
  const waiting = [...quotes]
  for (let s = 0, sections = 1 + random.below(5); s < sections; s++) {
    const blocks = Array.from({ length: 1 + random.below(4) }, () =>
      random.below(4) === 0 ? b.list(random.pick(['bulletList', 'orderedList']), statement(), statement()) : statement()
    )
    const shown = waiting
      .splice(0, s === sections - 1 ? waiting.length : random.below(waiting.length + 1))
      .map((quote) => b.block(quote))
    b.section(sentence(random, main, 1, 5).slice(0, -1), ...blocks, ...shown)
  }
  return b.build(
    {
      title: sentence(random, main, 2, 8),
      language: main,
      tlp: random.pick(['TLP:RED', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'])
    },
    { paper: random.pick(['A4', 'Letter']) }
  )
}
