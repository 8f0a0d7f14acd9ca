import type { ReadLanguage } from '../numbers/number-words.ts'

interface Names {
  months: readonly string[]
  weekdays: readonly string[]
}

/** Each month and weekday with its forms, the whole name first; abbreviations without their full stop. */
const NAMES: Readonly<Record<ReadLanguage, Names>> = {
  en: {
    months: [
      'january jan',
      'february feb',
      'march mar',
      'april apr',
      'may',
      'june jun',
      'july jul',
      'august aug',
      'september sept sep',
      'october oct',
      'november nov',
      'december dec'
    ],
    weekdays: [
      'monday mon',
      'tuesday tues tue',
      'wednesday weds wed',
      'thursday thurs thur thu',
      'friday fri',
      'saturday sat',
      'sunday sun'
    ]
  },
  de: {
    months: [
      'januar jänner jan',
      'februar feb',
      'märz mär',
      'april apr',
      'mai',
      'juni jun',
      'juli jul',
      'august aug',
      'september sept sep',
      'oktober okt',
      'november nov',
      'dezember dez'
    ],
    weekdays: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag sonnabend', 'sonntag']
  },
  fr: {
    months: [
      'janvier janv',
      'février févr',
      'mars',
      'avril avr',
      'mai',
      'juin',
      'juillet juil',
      'août',
      'septembre sept',
      'octobre oct',
      'novembre nov',
      'décembre déc'
    ],
    weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
  },
  es: {
    months: [
      'enero ene',
      'febrero feb',
      'marzo mar',
      'abril abr',
      'mayo',
      'junio jun',
      'julio jul',
      'agosto ago',
      'septiembre setiembre sept',
      'octubre oct',
      'noviembre nov',
      'diciembre dic'
    ],
    weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo']
  }
}

/** What one language calls the months (1 to 12) and weekdays (Monday is 0), by lower-case form. */
export interface CalendarNames {
  month: (written: string) => number | undefined
  weekday: (written: string) => number | undefined
  /** Alternations for expressions, the longest form first; an abbreviation may have its full stop. */
  months: string
  weekdays: string
}

function indexed(rows: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, i) => row.split(' ').map((form) => [form, i + first] as const)))
}

function alternation(rows: readonly string[]): string {
  const forms = rows.flatMap((row) => row.split(' ').map((form, i) => (i === 0 ? form : `${form}\\.?`)))
  return forms.sort((a, b) => b.length - a.length).join('|')
}

function namesOf({ months, weekdays }: Names): CalendarNames {
  const [byMonth, byWeekday] = [indexed(months, 1), indexed(weekdays, 0)]
  const bare = (written: string): string => written.toLowerCase().replace(/\.$/u, '')
  return {
    month: (written) => byMonth.get(bare(written)),
    weekday: (written) => byWeekday.get(bare(written)),
    months: alternation(months),
    weekdays: alternation(weekdays)
  }
}

export const CALENDAR_NAMES: Readonly<Record<ReadLanguage, CalendarNames>> = {
  en: namesOf(NAMES.en),
  de: namesOf(NAMES.de),
  fr: namesOf(NAMES.fr),
  es: namesOf(NAMES.es)
}
