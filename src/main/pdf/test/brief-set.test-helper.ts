import type { ExportInput } from '../../../shared/composition/input.ts'
import { BriefBuilder, cite } from './brief.test-helper.ts'
import { sampleBrief } from './sample.test-helper.ts'

/** A brief that must print without a fault. */
export interface BriefCase {
  name: string
  make: () => ExportInput
  /** Whether its PDF verifies: false where a quote is altered or missing on purpose. */
  sound: boolean
  /** Pages that it has at least. */
  least: number
  /** A part of it that meets the same kinds of pages, for when loops run in their short form. */
  short?: Pick<BriefCase, 'name' | 'make' | 'least'>
}

/** Briefs from one page to 500, and what is hard to print. */
export const briefSet: BriefCase[] = [
  { name: 'one page', make: onePage, sound: true, least: 1 },
  { name: 'every finding', make: sampleBrief, sound: false, least: 3 },
  { name: 'words of 300 characters, long addresses', make: longWords, sound: true, least: 2 },
  { name: 'many scripts', make: scripts, sound: true, least: 2 },
  { name: '2,000 notes', make: notes, sound: true, least: 60 },
  {
    name: '500 pages',
    make: () => chapters(72),
    sound: true,
    least: 500,
    short: { name: '100 of 500 pages', make: () => chapters(15), least: 100 }
  }
]

function onePage(): ExportInput {
  const b = new BriefBuilder()
  const source = b.source(['Ferry late', 'The ferry to Sollen was late on nine days of March.'])
  const quote = b.quote(source, 'late on nine days')
  b.section('Bottom line', b.statement(['The ferry is late. ', cite(quote)]), b.block(quote))
  return b.build({ title: 'The ferry', author: 'Desk', tlp: 'TLP:CLEAR' })
}

function longWords(): ExportInput {
  const b = new BriefBuilder()
  const word = 'Verwaltungsgerichtsverfahrens'.repeat(11).slice(0, 300)
  const source = b.source([`Title ${word}`, `It said: ${word} and ${'0123456789abcdef'.repeat(19)}.`], {
    publisher: `Publisher${word}`,
    url: `https://harbour-post.example/${'path-'.repeat(50)}?${'q=1&'.repeat(40)}`
  })
  const quote = b.quote(source, word)
  const blocks = [
    b.statement([`${word} `, cite(quote)]),
    b.block(quote),
    b.statement([`${'x'.repeat(300)} `, cite(quote)])
  ]
  b.section(word, ...blocks)
  return b.build({ title: `Long ${word}`, author: word })
}

/** Sentences of invented news, a language tag each. */
const SENTENCES: [string, string][] = [
  ['ar', 'وقالت وزارة الموانئ إن 25 سفينة وصلت (بحسب Port Vell Wire) يوم الثلاثاء، وأضافت أن العدد بلغ 140 حتى الآن.'],
  ['he', 'דובר הנמל אמר כי 12 מעבורות הגיעו (לפי Port Vell Wire) ביום שלישי. נִקּוּד חלקי'],
  ['uk', 'Управління порту повідомило, що «паром» прибув о 06:30. Ґанок її зачинено.'],
  ['zh', '港务局发言人在例行记者会上表示，渡轮将于周二恢复运行。长句子可以在任意汉字之间断行，但标点不应出现在行首。'],
  ['ja', '港湾局は火曜日、フェリーの運航を再開すると発表した。「安全を確認した」と述べた。'],
  ['ko', '항만청은 화요일에 여객선 운항을 다시 시작한다고 밝혔다.'],
  ['hi', 'बंदरगाह मंत्रालय ने कहा कि क्षतिग्रस्त नौका हिन्दी सागर पार कर गई।'],
  ['el', 'Το λιμεναρχείο ανακοίνωσε· η κίνηση ξαναρχίζει την Τρίτη στις 06:30.'],
  ['vi', 'Cảng vụ cho biết phà sẽ chạy lại vào thứ Ba; vé giá 10\u00a0000\u202f₫.'],
  ['pl', 'Zażółć gęślą jaźń: prom odpłynął, İstanbul ığ, ffi fl, µ i μ, non\u2011breaking.'],
  ['en', 'The ferry 🚢 is back ✅ and the crew 👩🏽‍✈️ is glad 😀.']
]

function scripts(): ExportInput {
  const b = new BriefBuilder()
  for (const [language, sentence] of SENTENCES) {
    const source = b.source([sentence.slice(0, 24), sentence], { language, publisher: sentence.slice(0, 12) })
    const quote = b.quote(source, sentence)
    b.section(sentence.slice(0, 18), b.statement([`They said: ${sentence} `, cite(quote)]), b.block(quote))
  }
  return b.build({ title: 'Port scripts: العربية, עברית, 中文', author: 'Desk' })
}

function notes(): ExportInput {
  const b = new BriefBuilder()
  const source = b.source(['Log', ...Array.from({ length: 50 }, (_, i) => `Entry ${i} of the log names vessel ${i}.`)])
  for (let s = 0; s < 20; s++) {
    const quote = b.quote(source, `Entry ${s} of the log names vessel ${s}.`)
    const blocks = Array.from({ length: 20 }, (_, i) => {
      const statement = b.statement([`Statement ${i} of section ${s} has notes`, cite(quote)])
      for (let n = 0; n < 5; n++) {
        const href = `https://log.example/${s}/${i}/${n}/${'entry-'.repeat((s * 7 + i * 3 + n) % 12)}`
        statement.content!.push({ type: 'text', text: ` see ${n}`, marks: [{ type: 'link', attrs: { href } }] })
      }
      return statement
    })
    b.section(`Log ${s}`, ...blocks, b.block(quote))
  }
  return b.build({ title: 'Two thousand notes', author: 'Desk' })
}

/** Statements, quotes, lists, sources: seven pages to a chapter. */
export function chapters(count: number): ExportInput {
  const b = new BriefBuilder()
  const sources = Array.from({ length: 80 }, (_, s) =>
    b.source(
      [
        `Report ${s} from the coast`,
        ...Array.from({ length: 16 }, (_, p) => {
          return `Paragraph ${p} of report ${s} says that convoy ${s * 16 + p} crossed the sound before dawn. ${'It was seen from the shore by two wardens of the port. '.repeat(3)}`
        })
      ],
      { publisher: `Coast Post ${s}`, published: `2031-02-${String((s % 28) + 1).padStart(2, '0')}` }
    )
  )
  for (let c = 0; c < count; c++) {
    const blocks = Array.from({ length: 20 }, (_, i) => {
      const n = c * 20 + i
      const s = n % sources.length
      const quote = b.quote(
        sources[s]!,
        b.sources[s]!.text.text.split('\n')[1 + (Math.floor(n / sources.length) % 16)]!.trim()
      )
      const text = `Convoy ${n} crossed. ${'The wardens wrote down what they saw and when they saw it. '.repeat(5)}`
      return [
        ...(i % 5 === 0 ? [b.subheading(`Part ${i / 5 + 1}`)] : []),
        b.statement([text, cite(quote)]),
        b.block(quote)
      ]
    })
    b.section(`Chapter ${c + 1} of the log`, ...blocks.flat())
  }
  return b.build({ title: 'Five hundred pages', author: 'Desk of the Coast Post' })
}
