import type { ReadLanguage } from '../numbers/number-words.ts'
import type { DatePattern, DateUnit, Found } from './expression.ts'
import { CALENDAR_NAMES } from './names.ts'
import { countPattern, readCount } from './written-patterns.ts'
import { latin } from '../running-text/latin.ts'

type Other = Exclude<ReadLanguage, 'en'>

/** A language's words, each as an expression with the groups `n` (a count), `unit` and `wd` (a weekday). */
interface Words {
  days: Readonly<Record<string, number>>
  units: Readonly<Record<string, DateUnit | 'weekend'>>
  ago: string
  ahead: string
  later: string
  earlier: string
  dayBefore: string
  dayAfter: string
  sameDay: string
  last: string
  this: string
  next: string
  /** Behind a unit or a weekday (`la semaine dernière`). */
  lastBehind: string
  nextBehind: string
  weekend: string
  ofDay: string
}

const WORDS: Readonly<Record<Other, Words>> = {
  de: {
    days: { vorgestern: -2, gestern: -1, heute: 0, 'heute nacht': 0, 'in der nacht': 0, übermorgen: 2 },
    units: {
      tag: 'day',
      tage: 'day',
      tagen: 'day',
      woche: 'week',
      wochen: 'week',
      monat: 'month',
      monate: 'month',
      monaten: 'month',
      jahr: 'year',
      jahre: 'year',
      jahren: 'year',
      wochenende: 'weekend'
    },
    ago: 'vor\\s+(?<n>#)\\s+(?<unit>@)',
    ahead: 'in\\s+(?<n>#)\\s+(?<unit>@)',
    later: '(?<n>#)\\s+(?<unit>@)\\s+(?:später|danach)',
    earlier: '(?<n>#)\\s+(?<unit>@)\\s+(?:zuvor|davor|vorher|früher)',
    dayBefore: '(?:am\\s+)?(?:tag|abend|morgen)\\s+(?:zuvor|davor)|am\\s+vortag|am\\s+vorabend',
    dayAfter: 'am\\s+(?:nächsten|folgenden|darauffolgenden)\\s+(?:tag|morgen|abend)|am\\s+tag\\s+(?:danach|darauf)',
    sameDay: 'am\\s+(?:selben|gleichen)\\s+(?:tag|abend|morgen)|in\\s+derselben\\s+nacht|an\\s+diesem\\s+tag',
    last: '(?:am\\s+|im\\s+|in\\s+der\\s+)?(?:letzte[nrms]?|vergangene[nrms]?|vorige[nrms]?)',
    this: '(?:in\\s+|an\\s+)?diese[nrms]?',
    next: '(?:am\\s+|im\\s+|in\\s+der\\s+)?(?:nächste[nrms]?|kommende[nrms]?)',
    lastBehind: '(?!)',
    nextBehind: '(?!)',
    weekend: '(?:am|übers)\\s+wochenende',
    ofDay: 'morgen|vormittag|mittag|nachmittag|abend|nacht'
  },
  fr: {
    days: {
      'avant-hier': -2,
      hier: -1,
      "aujourd'hui": 0,
      'aujourd’hui': 0,
      'ce matin': 0,
      'ce soir': 0,
      'cet après-midi': 0,
      'cette nuit': 0,
      demain: 1,
      'après-demain': 2
    },
    units: {
      jour: 'day',
      jours: 'day',
      semaine: 'week',
      semaines: 'week',
      mois: 'month',
      an: 'year',
      ans: 'year',
      année: 'year',
      années: 'year',
      'week-end': 'weekend'
    },
    ago: 'il\\s+y\\s+a\\s+(?<n>#)\\s+(?<unit>@)',
    ahead: 'dans\\s+(?<n>#)\\s+(?<unit>@)',
    later: '(?<n>#)\\s+(?<unit>@)\\s+(?:plus\\s+tard|après)',
    earlier: '(?<n>#)\\s+(?<unit>@)\\s+(?:plus\\s+tôt|auparavant|avant)',
    dayBefore: 'la\\s+veille',
    dayAfter: 'le\\s+lendemain(?:\\s+matin|\\s+soir)?|le\\s+jour\\s+suivant',
    sameDay: 'le\\s+(?:même\\s+jour|jour\\s+même)|ce\\s+jour-là|ce\\s+soir-là|cette\\s+nuit-là',
    last: '(?!)',
    this: 'ce(?:tte)?',
    next: '(?!)',
    lastBehind: '(?:derni(?:er|ère)|passée?)',
    nextBehind: '(?:prochaine?|suivante?)',
    weekend: '(?:le|ce)\\s+week-?end',
    ofDay: 'matin|après-midi|soir'
  },
  es: {
    days: {
      anteayer: -2,
      antier: -1,
      ayer: -1,
      anoche: -1,
      hoy: 0,
      'esta mañana': 0,
      'esta tarde': 0,
      'esta noche': 0,
      'pasado mañana': 2
    },
    units: {
      día: 'day',
      días: 'day',
      semana: 'week',
      semanas: 'week',
      mes: 'month',
      meses: 'month',
      año: 'year',
      años: 'year',
      'fin de semana': 'weekend'
    },
    ago: 'hace\\s+(?<n>#)\\s+(?<unit>@)',
    ahead: '(?:dentro\\s+de|en)\\s+(?<n>#)\\s+(?<unit>@)',
    later: '(?<n>#)\\s+(?<unit>@)\\s+(?:después|más\\s+tarde)',
    earlier: '(?<n>#)\\s+(?<unit>@)\\s+antes',
    dayBefore: '(?:el|la)\\s+(?:día|víspera|noche)\\s+anterior|la\\s+víspera',
    dayAfter: '(?:al|el)\\s+día\\s+siguiente|a\\s+la\\s+mañana\\s+siguiente',
    sameDay: '(?:el\\s+)?mismo\\s+día|ese\\s+(?:mismo\\s+)?día|esa\\s+(?:misma\\s+)?noche',
    last: '(?:el|la)\\s+pasad[oa]',
    this: 'est[ea]',
    next: '(?:el|la)\\s+próxim[oa]',
    lastBehind: 'pasad[oa]',
    nextBehind: '(?:próxim[oa]|que\\s+viene)',
    weekend: '(?:el|este)\\s+fin\\s+de\\s+semana',
    ofDay: 'por\\s+la\\s+(?:mañana|tarde|noche)'
  }
}

/** The ways in which a language other than English writes dates that only the day of the report, or another date, makes days of. */
export function otherRelativePatterns(language: Other): readonly DatePattern[] {
  const words = WORDS[language]
  const names = CALENDAR_NAMES[language]
  const counts = `${countPattern(language)}|eine[rmnt]?|einem|un[ae]?`
  const units = Object.keys(words.units)
    .sort((a, b) => b.length - a.length)
    .join('|')
  const make = (source: string, read: DatePattern['read']): DatePattern => ({
    expression: latin(
      `(?<![\\p{L}\\d-])(?:${source.replaceAll('#', counts).replaceAll('@', units)})(?![\\p{L}\\d])`,
      'giu'
    ),
    read
  })
  const counted = (
    g: Readonly<Record<string, string | undefined>>,
    sign: number
  ): { unit: DateUnit; count: number } | null => {
    const n = /^(?:eine[rmnt]?|une?|una)$/iu.test(g.n!) ? 1 : readCount(g.n, language)
    const unit = words.units[g.unit!.toLowerCase()]
    return n === null || n === 0 || unit === undefined || unit === 'weekend' ? null : { unit, count: sign * n }
  }
  const fromReport = (g: Readonly<Record<string, string | undefined>>, sign: number): Found | null => {
    const found = counted(g, sign)
    return found && { meaning: { is: 'counted', ...found, onlyAhead: sign > 0 }, approximate: found.unit === 'week' }
  }
  const fromTold = (g: Readonly<Record<string, string | undefined>>, sign: number): Found | null => {
    const found = counted(g, sign)
    return (
      found && {
        meaning: { is: 'anchor', ...found, names: false, weekday: null, whole: false },
        approximate: found.unit === 'week'
      }
    )
  }
  const weekday = (g: Readonly<Record<string, string | undefined>>): Found | null => {
    const wd = names.weekday(g.wd!)
    if (wd === undefined) return null
    const which = (g.last ?? g.lastBehind) ? 'last' : (g.next ?? g.nextBehind) ? 'next' : g.this ? 'this' : 'near'
    return { meaning: { is: 'weekday', weekday: wd, last: null, which, week: null } }
  }
  const told = (source: string, count: number): DatePattern =>
    make(source, () => ({ meaning: { is: 'anchor', unit: 'day', count, names: false, weekday: null, whole: false } }))
  const ofDay = `(?:\\s?(?:${words.ofDay}))?`
  return [
    make(
      `(?<word>${Object.keys(words.days)
        .sort((a, b) => b.length - a.length)
        .join('|')})(?:\\s+(?:${words.ofDay}|früh))?`,
      (g) => ({
        meaning: { is: 'day', days: words.days[g.word!.toLowerCase()]! }
      })
    ),
    make(words.ago, (g) => fromReport(g, -1)),
    make(words.ahead, (g) => fromReport(g, 1)),
    make(words.later, (g) => fromTold(g, 1)),
    make(words.earlier, (g) => fromTold(g, -1)),
    told(words.dayBefore, -1),
    told(words.dayAfter, 1),
    told(words.sameDay, 0),
    make(words.weekend, () => ({ meaning: { is: 'period', unit: 'weekend', count: null } })),
    make(`(?:(?<last>${words.last})|(?<this>${words.this})|(?<next>${words.next}))\\s+(?<unit>${units})`, (g) => {
      const unit = words.units[g.unit!.toLowerCase()]!
      return unit === 'day' ? null : { meaning: { is: 'period', unit, count: g.last ? -1 : g.next ? 1 : 0 } }
    }),
    make(
      `(?:l[ae]\\s+|el\\s+|l[’'])(?<unit>${units})\\s+(?:(?<lastBehind>${words.lastBehind})|(?<nextBehind>${words.nextBehind}))`,
      (g) => {
        const unit = words.units[g.unit!.toLowerCase()]!
        return unit === 'day' ? null : { meaning: { is: 'period', unit, count: g.lastBehind ? -1 : 1 } }
      }
    ),
    make(
      `(?:(?:(?<last>${words.last})|(?<this>${words.this})|(?<next>${words.next})|(?:am|le|el))\\s+)?(?<wd>${names.weekdays})${ofDay}(?:\\s+(?:(?<lastBehind>${words.lastBehind})|(?<nextBehind>${words.nextBehind})))?`,
      weekday
    )
  ]
}
