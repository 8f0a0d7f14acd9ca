import { LOGS } from '../../shared/case/records/places.ts'

/** Where sources are put together; what a crash leaves there is swept at the next opening. */
export const STAGING = '.staging'
/** Where programs that write the case say so, for one another. No part of the case. */
export const PRESENCE = '.present'
/** Damaged files and those that were replaced, as they were, by the time at which they were moved. */
export const QUARANTINE = 'quarantine'

/**
 * Where a conversion (encryption, decryption, another key) makes all files anew; the same when they are whole and count; what is left to be put in place; and
 * what was there before.
 */
export const CONVERTING = '.converting'
export const CONVERTED = '.converted'
export const PLACING = '.placing'
export const REPLACED = '.replaced'
export const CONVERSION_FOLDERS: readonly string[] = [CONVERTING, CONVERTED, PLACING, REPLACED]

/** The name of a log: `device` is a device's id, or that of a log which came with a merge (`merged/<id>-<hash>`). */
export function logName(device: string): string {
  return `${LOGS}/${device}.jsonl`
}

/** A time as a folder's name: `2031-03-12T09-00-00-000Z`. */
export function stampOf(time: Date): string {
  return time.toISOString().replace(/[:.]/g, '-')
}

/** The time in a folder's name; null when it has none. */
export function timeOf(stamp: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z$/.exec(stamp)
  if (!match) return null
  const [, day, hour, minute, second, milli] = match
  return new Date(`${day}T${hour}:${minute}:${second}.${milli}Z`)
}
