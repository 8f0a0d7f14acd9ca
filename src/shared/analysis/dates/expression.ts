import type { Day, Part } from './calendar.ts'

/** How the words of a date become days. */
export const DATE_RULES = ['written', 'year', 'weekday', 'day', 'counted', 'anchor', 'period', 'part'] as const
export type DateRule = (typeof DATE_RULES)[number]

/** What is counted in. */
export type DateUnit = 'day' | 'week' | 'month' | 'year'

/** A day or month without its year. */
export interface Yearless {
  month: number
  day: number | null
}

/** What the words of a date say, before it's known when they were written. */
export type Meaning =
  | { is: 'written'; from: Day; to: Day }
  /** Numbers that mean one day by the British and another by the American order. */
  | { is: 'either'; days: readonly [Day, Day] }
  /** `years` counts from the report's where the words name one (`4 March last year`); `which` is said by `last May`, `next June`. */
  | { is: 'yearless'; first: Yearless; last: Yearless; years: number | null; which?: 'last' | 'next' }
  | { is: 'dayOfMonth'; day: number }
  /** `week` counts weeks from the report's where the words name one (`Monday next week`). */
  | {
      is: 'weekday'
      weekday: number
      last: number | null
      which: 'near' | 'last' | 'next' | 'this'
      week: number | null
    }
  | { is: 'day'; days: number }
  | { is: 'counted'; unit: DateUnit; count: number; onlyAhead: boolean }
  /**
   * `names` is true where a date may follow from which it's counted (`two days before 4 May`), `whole` for a calendar week (`the following week`).
   */
  | { is: 'anchor'; unit: DateUnit; count: number; names: boolean; weekday: number | null; whole: boolean }
  | { is: 'period'; unit: DateUnit | 'weekend'; count: number | null }

/** The words of a date: a range `[start, end)` of the text in UTF-16 units, and what they say. */
export interface DateExpression {
  start: number
  end: number
  meaning: Meaning
  /** Only this part of the month, year or period. */
  part: Part | null
  approximate: boolean
  /** `HH:MM` in 24 hours; its offset from UTC where a zone is named (`+01:00`). */
  time: string | null
  offset: string | null
}

/** What a pattern finds; places are those of the match but for what `before` and `behind` leave out, in UTF-16 units. */
export interface Found {
  meaning: Meaning
  part?: Part | null
  approximate?: boolean
}

/** One way in which dates are written. `read` answers null for what looks like a date and is none. */
export interface DatePattern {
  expression: RegExp
  read: (groups: Readonly<Record<string, string | undefined>>, whole: string) => Found | null
}
