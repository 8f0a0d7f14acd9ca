import { numbers } from './search-corpus.ts'

/** A report as an importer would read it: a headline and paragraphs. */
export interface MadeReport {
  title: string
  publisher: string
  published: string
  agency: string | null
  paragraphs: string[]
}

/** An event that several papers tell of, with what they say of it. */
export interface MadeStory {
  /** Statements of a brief that its reports bear out, or nearly. */
  statements: string[]
  /** The places of its reports in the list of all reports. */
  reports: number[]
}

const PAPERS = ['Post', 'Herald', 'Gazette', 'Courier', 'Chronicle', 'Tribune', 'Observer', 'Mercury']
const AGENCIES = ['Northline', 'Veritas News Agency', 'Telnor', 'Baltica Press Agency']
const FIRST = 'Ida Odd Marta Jan Ilse Karl Hanna Per Tilda Ulf Sofie Arne Lena Theo Brita Mats'.split(' ')
const LAST = 'Sohl Fenn Quist Toft Vorn Brandt Brix Hamm Rosen Lind Orveld Krag Dahl Stenn Moll Haugen'.split(' ')
const ONSETS = 'B Br D Dr F G Gr H K Kl L M N P R S Sk St T Tr V W'.split(' ')
const MIDDLES = 'a e i o u al ar el en il in ol on or un'.split(' ')
const ENDS = 'by dal felt havn heim holm lund mark ness rup sted strand sund vik berg ford'.split(' ')
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

interface Event {
  what: string
  hit: string
  body: string
  thing: string
  cause: string
  work: string
  hurt: string
}

const EVENTS: readonly Event[] = [
  [
    'landslide',
    'buried houses on the slope above',
    'civil protection office',
    'slope',
    'weeks of rain',
    'digging',
    'injured'
  ],
  [
    'fire',
    'destroyed a warehouse at the port of',
    'fire brigade',
    'warehouse',
    'a faulty heater',
    'pumping',
    'treated for smoke'
  ],
  ['ferry accident', 'left a ferry aground off', 'coastguard', 'ferry', 'a failed rudder', 'towing', 'rescued'],
  [
    'bridge closure',
    'shut the main bridge at',
    'road directorate',
    'bridge',
    'a crack in a girder',
    'welding',
    'stranded'
  ],
  [
    'dam leak',
    'lowered the lake behind the dam at',
    'water authority',
    'dam',
    'seepage in the wall',
    'grouting',
    'evacuated'
  ],
  [
    'outbreak of measles',
    'closed two schools in',
    'health department',
    'school',
    'a low rate of vaccination',
    'tracing',
    'infected'
  ],
  [
    'strike',
    'stopped the trains between the coast and',
    'railway company',
    'line',
    'a dispute over shifts',
    'bargaining',
    'dismissed'
  ],
  [
    'chemical spill',
    'spoiled the river below the plant at',
    'environment inspectorate',
    'plant',
    'a broken valve',
    'sampling',
    'evacuated'
  ],
  [
    'mine collapse',
    'trapped a shift below ground near',
    'mining inspectorate',
    'mine',
    'a gas explosion',
    'drilling',
    'missing'
  ],
  [
    'audit of the harbour fund',
    'found invoices missing at',
    'audit court',
    'fund',
    'forged invoices',
    'checking',
    'questioned'
  ]
].map(([what, hit, body, thing, cause, work, hurt]) => ({ what, hit, body, thing, cause, work, hurt }) as Event)

/** Sentences that any report of an event may have; what stands in braces is the event's own. */
const SENTENCES: readonly string[] = [
  'At least {dead} people died and {hurt} were {harm} in the {what}, the {body} of {place} said on {day}.',
  'The number of dead rose to {more} by {nextDay} evening, up from {dead} on {day}, {man} of the {body} said.',
  'Repairing the {thing} will cost about €{cost} million, {firm} said in a statement.',
  '“We did not expect {cause} to do this to the {thing},” {man}, the head of the {body}, told the {paper}.',
  '“Nobody warned us before {day},” said {woman}, who lives near the {thing}.',
  '{firm} denied that it had known of {cause} before {month}.',
  'The {body} ordered {firm} on {day} to stop {work} at the {thing} until {laterDate}.',
  'According to {agency}, {firm} had been fined €{fine},000 in {month} {yearBefore} for an earlier fault at the {thing}.',
  'More than {crowd} people gathered before the town hall of {place} on {nextDay} and demanded answers.',
  'Mayor {mayor} announced an inquiry two days later and promised a report within three months.',
  'An internal report seen by the {paper} says that the {thing} was last inspected on {oldDate}.',
  'The {what} was caused by {cause}, the {body} said in a first account.',
  'Witnesses said that they heard a loud noise shortly before {hour}.{minute} on {day} morning.',
  'The ministry of the interior sent {crew} soldiers and {trucks} trucks to {place}, its spokesman {spokesman} said.',
  'About {share} per cent of the households in {place} were without power on {nextDay}.',
  'The union said that {jobs} jobs at {firm} are at risk, which the company doubts.',
  '{woman} and {mayor} met officials of the {body} on {date} to discuss how {work} may go on.',
  'The {thing} is to open again in {laterMonth}, three weeks later than planned.',
  'Experts of the university of {place} had warned of {cause} in a study published in {oldMonth} {yearBefore}.',
  '{man} said that {work} would take between {low} and {high} days.',
  'Nothing suggests that anybody at {firm} broke the law, a prosecutor said late on {nextDay}.',
  'The board of {firm} meets on {laterDate} to decide whether {woman} may stay.',
  'Residents have not been allowed to return since {day}, and some sleep in a gymnasium.',
  'The government has set aside €{aid} million for {place} and the villages around it.',
  'Insurers put the damage at between €{low} million and €{high} million.',
  'It was the third {what} in the region within {years} years.',
  'In {oldMonth} {yearBefore} the council of {place} had voted against closing the {thing}.',
  'A second {what} on {nextDay} did no harm, the {body} reported.',
  '“The {thing} was safe when we left it,” an engineer of {firm} said, who asked not to be named.',
  'Divers and dogs searched until midnight, but {missing} people were still missing on {nextDay}.',
  'Road 14 and the railway to {place} were closed for eleven hours.',
  'Prices of houses near the {thing} have fallen by {share} per cent since last year.',
  'The opposition called the answer of the {body} slow and asked for the resignation of {man}.',
  'Critics say that {firm} saved on {work} for years, and it is widely believed that the {body} knew.',
  'The {paper} reported last week that {firm} had received three letters about {cause}.',
  'A court in {place} will hear the case on {laterDate}.',
  'Schools stay closed until {laterDay}, the town said, and buses run every two hours.',
  'The weather service expects more rain in early {laterMonth}.',
  '{spokesman} described the work of the {crew} helpers as exhausting and without pause.',
  'Nearly {crowd} people signed a letter to the minister, who has not answered so far.',
  'The director of the museum, {woman}, offered rooms to families who had lost their homes.',
  'A spokeswoman for {firm} said that the company was working with the {body} and would say nothing more for now.'
]

/** What a brief may say of an event. */
const STATEMENTS: readonly string[] = [
  'The {what} at {place} killed at least {dead} people and left {hurt} {harm}.',
  '{firm} puts the cost of repairing the {thing} at about €{cost} million.',
  'The {what} was caused by {cause}.',
  'The {body} ordered {firm} to stop {work} at the {thing}.',
  'The {thing} was last inspected on {oldDate}, according to an internal report.',
  'More than {crowd} people demanded answers before the town hall of {place}.',
  '{man} of the {body} said that the number of dead had risen to {more}.',
  'It is likely that the {thing} at {place} will not open before {laterMonth}.',
  'The ministry sent {crew} soldiers and {trucks} trucks to {place} on {date}.',
  '{firm} knew nothing of {cause} before {month}.',
  'Sources say that {firm} saved on {work} for years.',
  'The government has set aside €{aid} million for {place}.'
]

const FEWEST_WORDS = 400
const MOST_WORDS = 900
const REPORTS_OF_STORY = 5

/** Reports of made-up events as papers tell them, each event by five: with figures, days, quotations and givers, now and then copied or credited. */
export function madeNews(count: number, seed = 1): { reports: MadeReport[]; stories: MadeStory[] } {
  const random = numbers(seed)
  const below = (most: number): number => Math.floor(random() * most)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const name = (): string => `${pick(ONSETS)}${pick(MIDDLES)}${pick(ENDS)}`
  const person = (): string => `${pick(FIRST)} ${pick(LAST)}`
  const reports: MadeReport[] = []
  const stories: MadeStory[] = []
  while (reports.length < count) {
    const event = pick(EVENTS)
    const place = name()
    const first = new Date(Date.UTC(2030 + below(3), below(12), 1 + below(28)))
    const later = (days: number): Date => new Date(first.getTime() + days * 86_400_000)
    const dated = (date: Date): string => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]!}`
    const day = (date: Date): string => DAYS[(date.getUTCDay() + 6) % 7]!
    const dead = 2 + below(60)
    const low = 3 + below(20)
    const people = { man: person(), woman: person(), mayor: person(), spokesman: person() }
    const words: Record<string, string> = {
      ...{ what: event.what, body: event.body, thing: event.thing, cause: event.cause, work: event.work },
      ...{ harm: event.hurt, place, firm: `${name()} ${pick(['Holding', 'Works', 'Oil', 'Shipping', 'Energy'])}` },
      ...{ ...people, paper: `${place} ${pick(PAPERS)}`, agency: pick(AGENCIES) },
      ...{ dead: String(dead), more: String(dead + 1 + below(20)), hurt: String(dead + below(90)) },
      ...{ cost: String(1 + below(80)), fine: String(10 + below(900)), crowd: String(100 * (1 + below(90))) },
      ...{ crew: String(20 + below(400)), trucks: String(3 + below(30)), share: String(5 + below(70)) },
      ...{ jobs: String(10 * (2 + below(80))), low: String(low), high: String(low + 1 + below(30)) },
      ...{ aid: String(2 + below(40)), years: String(3 + below(20)), missing: String(2 + below(15)) },
      ...{ hour: String(1 + below(11)), minute: String(10 + below(50)) },
      ...{ day: day(first), nextDay: day(later(1)), laterDay: day(later(9)), date: dated(later(2)) },
      ...{ laterDate: dated(later(30)), laterMonth: MONTHS[later(60).getUTCMonth()]! },
      ...{ month: MONTHS[later(-40).getUTCMonth()]!, oldMonth: MONTHS[later(-200).getUTCMonth()]! },
      ...{ oldDate: `${dated(later(-500))} ${later(-500).getUTCFullYear()}` },
      yearBefore: String(first.getUTCFullYear() - 1)
    }
    const filled = (text: string): string => text.replace(/\{(\w+)\}/gu, (_, key: string) => words[key]!)
    const story: MadeStory = { statements: STATEMENTS.map(filled), reports: [] }
    let before: string[] = []
    for (let n = 0; n < REPORTS_OF_STORY && reports.length < count; n++) {
      const published = later(1 + below(4))
      const wanted = FEWEST_WORDS + below(MOST_WORDS - FEWEST_WORDS)
      const isCredited = random() < 0.4
      const lead = `${place.toUpperCase()}, ${dated(published)}${isCredited ? ` (${words['agency']!})` : ''} — The ${event.what} ${event.hit} ${place} on ${words['day']!}.`
      const paragraphs: string[] = []
      const told = [...SENTENCES].sort(() => random() - 0.5).map(filled)
      // Some are copied from the paper that told it first.
      const copied = random() < 0.3 ? before.slice(0, 3) : []
      let written = 0
      const all = [...copied, ...told]
      while (all.length > 0 && written < wanted) {
        const paragraph = all.splice(0, 2 + below(3)).join(' ')
        written += paragraph.split(' ').length
        paragraphs.push(paragraph)
      }
      // Longer ones tell of another place as well, with the same turns of phrase.
      while (written < wanted) {
        const other = name()
        const more = Array.from({ length: 4 }, () => filled(pick(SENTENCES)).replaceAll(place, other)).join(' ')
        written += more.split(' ').length
        paragraphs.push(more)
      }
      before = paragraphs.length > 0 && n === 0 ? told : before
      story.reports.push(reports.length)
      reports.push({
        title: `${event.what[0]!.toUpperCase()}${event.what.slice(1)} at ${place}: ${words['more']!} dead`,
        publisher: n === 0 ? words['paper']! : `${name()} ${pick(PAPERS)}`,
        published: published.toISOString().slice(0, 10),
        agency: isCredited ? words['agency']! : null,
        paragraphs: [lead, ...paragraphs]
      })
    }
    stories.push(story)
  }
  return { reports, stories }
}
