import { names, type Laid, type Layouts } from './layouts.test-helper.ts'
import { writtenDay, type MadeArticle, type Chance } from './made-article.test-helper.ts'

const NOBODY = { authors: null }

/** Agencies’ reports. */
export const WIRES: Layouts = {
  wire: [
    (a, c) =>
      wire(
        a,
        c.pick(['Reuters', 'AP', 'AFP', 'dpa', 'Xinhua', 'Kyodo', 'EFE']),
        c,
        (agency) =>
          `${a.city.toUpperCase()}, ${writtenDay(c, a, 'long').replace(/^\w+day,? /, '')} (${agency}) ${c.pick(['-', '—', '–'])} `
      ),
    'en'
  ],
  'wire without a year, address with one': [
    (a, c) => {
      const laid = wire(
        a,
        c.pick(['Reuters', 'AFP', 'Xinhua']),
        c,
        (agency) => `${a.city.toUpperCase()}, ${writtenDay(c, a, 'yearless')} (${agency}) - `
      )
      return { ...laid, tail: [`© ${a.day.slice(0, 4)} ${laid.truth!.agencies![0]!}`], keepsTail: true }
    },
    'en'
  ],
  'wire without any year': [
    (a, c) => {
      const laid = wire(
        a,
        c.pick(['Reuters', 'AFP', 'Xinhua']),
        c,
        (agency) => `${a.city.toUpperCase()}, ${writtenDay(c, a, 'yearless')} (${agency}) - `
      )
      return { ...laid, truth: { ...laid.truth, published: null } }
    },
    'en'
  ],
  'AP by a writer': [
    (a, c) => ({
      head: [a.title, `By ${names(a)}`, writtenDay(c, a, 'long')],
      lead: `${a.city.toUpperCase()} (AP) — `,
      truth: { publisher: 'AP', agencies: ['AP'] }
    }),
    'en'
  ],
  'wires of other languages': [
    (a, c) => {
      const day = writtenDay(c, a, 'yearless')
      const year = a.day.slice(0, 4)
      if (a.tongue === 'de')
        return {
          head: [a.title, writtenDay(c, a, 'long')],
          lead: `${a.city} (dpa) - `,
          truth: { ...NOBODY, publisher: 'dpa', agencies: ['dpa'] }
        }
      if (a.tongue === 'fr')
        return {
          head: [a.title],
          lead: `${a.city.toUpperCase()}, ${day} ${year} (AFP) - `,
          truth: { ...NOBODY, publisher: 'AFP', agencies: ['AFP'] }
        }
      if (a.tongue === 'es')
        return {
          head: [a.title, writtenDay(c, a, 'long')],
          lead: `${a.city}, ${day} (EFE).- `,
          truth: { ...NOBODY, publisher: 'EFE', agencies: ['EFE'] }
        }
      if (a.tongue === 'it')
        return {
          head: [a.title, writtenDay(c, a, 'long')],
          lead: `(ANSA) - ${a.city.toUpperCase()}, ${day.toUpperCase()} - `,
          truth: { ...NOBODY, publisher: 'ANSA', agencies: ['ANSA'] }
        }
      return {
        head: [a.title],
        lead: `СОЛЛЕН, ${writtenDay(c, a, 'long').replace(/^\p{L}+, /u, '')}. /ТАСС/. `,
        truth: { ...NOBODY, publisher: 'ТАСС', agencies: ['TASS'] }
      }
    },
    'de',
    'fr',
    'es',
    'it',
    'ru'
  ],
  'paper with an agency’s report': [
    (a, c) => ({
      head: [a.publisher, a.title, writtenDay(c, a), 'Reuters'],
      truth: { ...NOBODY, agencies: ['Reuters'] }
    }),
    'en'
  ]
}

function wire(a: MadeArticle, agency: string, c: Chance, lead: (agency: string) => string): Laid {
  const known: Record<string, string> = {}
  return {
    head: [a.title],
    lead: lead(agency),
    truth: { ...NOBODY, publisher: agency, agencies: [known[agency] ?? agency] },
    tail: c.often(0.3) ? ['-30-'] : []
  }
}
