import { DossierError } from '../../shared/errors/errors.ts'

/** Something withheld that a finished file holds, by its name, and where in the file. */
export interface Leak {
  about: string
  places: string[]
}

/** Places that an error names. */
const MOST_NAMED = 3

/**
 * The refusal of a file that leaks. `placeOf` says where in the brief something withheld still stands, if it does: people mend it
 * there.
 */
export function leaked(leaks: readonly Leak[], what: string, placeOf: (about: string) => string | null): DossierError {
  const named = leaks.slice(0, MOST_NAMED).map(({ about, places }) => {
    const place = placeOf(about)
    return `${about} in ${placesOf(places)}${place === null ? '' : `, which is ${place}`}`
  })
  const more = leaks.length > MOST_NAMED ? `, and ${leaks.length - MOST_NAMED} more` : ''
  return new DossierError(
    'leak',
    `The redacted ${what} still holds something that is withheld: ${named.join('; ')}${more}. Nothing was written and your brief is unchanged. Withhold these words wherever they stand, or take them out, and export again.`
  )
}

/** Places, the most telling first: the file as a whole is named only when nothing better is known. */
function placesOf(places: readonly string[]): string {
  const telling = places.filter((place) => place !== 'the file')
  const shown = telling.length > 0 ? telling : ['the file']
  const more = shown.length > MOST_NAMED ? ' and elsewhere' : ''
  return shown.slice(0, MOST_NAMED).join(', ') + more
}
