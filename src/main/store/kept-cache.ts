import { CacheDatabase, isDatabaseError, takeHash, type CacheForm } from './cache-database.ts'
import type { CaseCache } from './case-cache.ts'

/**
 * Opens what is kept outside a case: that of a sealed case in memory, that of one which is open for reading only as a copy. What is damaged, or of another version, is made
 * anew. Rejects with the system's error.
 */
export async function openKept(place: CaseCache, form: CacheForm): Promise<CacheDatabase> {
  if (place.sealed) return CacheDatabase.inMemory(form, await place.readSealed())
  if (!place.write) return CacheDatabase.copyOf(place.path, form)
  const isAltered = (await takeHash(place.path, { keep: false })) === false
  try {
    if (!isAltered) return await CacheDatabase.open(place.path, form)
  } catch (error) {
    if (!isDatabaseError(error)) throw error
  }
  return CacheDatabase.anew(place.path, form)
}

/** Keeps it for the next opening of the case, whose key seals it: before the case is closed. Rejects with the system's error. */
export async function closeKept(place: CaseCache, database: CacheDatabase): Promise<void> {
  if (place.sealed) {
    const bytes = database.serialize()
    database.close()
    if (place.write) await place.writeSealed(bytes)
  } else if (place.write) await database.closeWhole(place.path)
  else database.close()
}
