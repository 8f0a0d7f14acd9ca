import type { ImportProgress } from '../../../shared/import/report.ts'
import { count } from '../../ui/format.ts'

/** How long something will take, as people say it: to the minute below an hour and a half, to the half hour above. */
export function remainingWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  if (seconds < 50) return 'less than a minute left'
  if (minutes < 90) return `about ${count(minutes, 'minute')} left`
  const halves = Math.round(seconds / 1800)
  return `about ${(halves / 2).toLocaleString('en-GB')} hours left`
}

/** Files a minute, with no more digits than a rate that varies deserves: `180 a minute`. */
export function rateWords(perMinute: number): string {
  if (perMinute < 1) return 'less than one a minute'
  const step = perMinute < 20 ? 1 : perMinute < 200 ? 5 : perMinute < 2000 ? 10 : 100
  return `${(Math.round(perMinute / step) * step).toLocaleString('en-GB')} a minute`
}

/** How many files are done of how many: `1,240 of 5,000`. */
export function doneWords({ done, total }: Pick<ImportProgress, 'done' | 'total'>): string {
  return `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`
}

/** How many of the four quarters of an import are done, 0 to 4. */
export function quarters({ done, total }: Pick<ImportProgress, 'done' | 'total'>): number {
  return total === 0 ? 0 : Math.floor((done / total) * 4)
}
